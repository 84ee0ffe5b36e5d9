// What a treaty document is made of: metadata that knows where each value came from, passages in
// reading order, notes, and the marks that tie notes to the text they are the source of.
//
// Offsets are bytes of a passage's UTF-8 text unless a name says code points. Passages, notes and
// marks refer to each other by index into the document's vectors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "corpus/cited_source.h"
#include "corpus/period.h"
#include "corpus/range.h"

namespace pincite {

inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

enum class PassageKind : std::uint8_t { title, heading, paragraph, list_item, row, note, caption };

/// The word for it in JSON: `title`, `heading`, ...
const char* to_string(PassageKind kind);

/// Where a passage stands. What the document does not show is kNone, 0 or empty.
struct Locator {
  std::uint32_t heading = kNone;  // index of the innermost heading above; of a heading, its parent
  std::uint32_t paragraph = 0;    // 1-based, paragraphs and list items of the innermost section
  std::string paragraph_label;    // the number printed: `12.`, `(a)`
  std::string page;               // the page printed
  std::uint32_t page_index = 0;   // the page counted, from 1

  bool operator==(const Locator&) const = default;
};

struct Passage {
  PassageKind kind = PassageKind::paragraph;
  std::string text;  // the document's own characters
  Locator locator;
  std::vector<Range> silent;  // ascending; paired note marks: they take no position
  std::uint64_t hash = 0;     // see hash_passages()

  bool operator==(const Passage&) const = default;
};

struct Note {
  std::string label;             // `5`
  std::uint32_t passage = 0;     // index of its first passage, of kind note
  std::uint32_t passages = 1;    // how many passages in a row it has
  std::uint32_t text_begin = 0;  // byte of its first passage where its text begins, after the label
  std::vector<CitedSource> sources{};  // what it cites, in the order of its text

  bool operator==(const Note&) const = default;
};

struct Mark {
  std::uint32_t note = kNone;  // index of the note it is paired with, kNone where there is none
  std::uint32_t passage = 0;   // index of the passage that carries it
  Range at;                    // the mark itself
  Range covers;                // the part of the passage that the note is the source of

  bool operator==(const Mark&) const = default;
};

/// Where a metadata value came from, weakest first, so that the stronger compares greater.
enum class Origin : std::uint8_t { file, content, header, record, front_matter, sidecar, manifest };

/// The word for it in JSON: `file`, `content`, `header`, `record`, `front matter`, ...
const char* to_string(Origin origin);

struct Provenance {
  Origin from = Origin::file;
  std::string where;  // for people: `line 1`, `state`, the sidecar's name

  bool operator==(const Provenance&) const = default;
};

/// Metadata. Values of state, meeting, treaty and type are ids of the vocabulary, or as written
/// where the vocabulary lacks them.
struct Metadata {
  std::string title;
  std::vector<std::string> state;
  std::vector<std::string> on_behalf_of;
  std::optional<Period> date;    // the document's own
  std::optional<Period> period;  // what it reports on
  std::string type;
  std::vector<std::string> meeting;
  std::vector<std::string> treaty;
  std::string language;  // BCP 47
  std::string symbol;
  std::string author;
  std::string publisher;
  std::string place;
  std::string url;
  std::string accessed;

  std::map<std::string, Provenance> provenance;  // by field name, for each field that has a value
  std::map<std::string, std::string> fields;     // fields we do not know: name to JSON text

  bool operator==(const Metadata&) const = default;
};

struct Document {
  std::string id;
  std::string source;  // path or URL it was read from
  std::string sha256;  // of the bytes it was read from, 64 hexadecimal digits
  Metadata metadata;
  std::vector<Passage> passages;
  std::vector<Note> notes;              // in reading order
  std::vector<Mark> marks;              // in reading order
  std::vector<std::string> cited_by{};  // ids of documents; told by a searcher, not stored

  bool operator==(const Document&) const = default;
};

/// Indexes of the headings above a passage, outermost first.
std::vector<std::uint32_t> headings_above(const Document& document, std::uint32_t passage);

/// Index of the note that a passage of kind note belongs to; kNone for other passages.
std::uint32_t note_of(const Document& document, std::uint32_t passage);

/// A note's text without its label; several passages are separated by a blank line.
std::string note_text(const Document& document, const Note& note);

/// Gives each passage a hash that is stable while its text is, and unique in the document: of equal
/// texts the second and later ones are hashed with their count. Names a passage in links.
void hash_passages(Document& document);

/// Heading as a section is named: its text without surrounding white space.
std::string section_name(const Passage& heading);

}  // namespace pincite
