#include "corpus/document.h"

#include <algorithm>
#include <unordered_map>

#include "corpus/text.h"

namespace pincite {
namespace {

constexpr std::uint64_t kFnvOffset = 14695981039346656037ULL;
constexpr std::uint64_t kFnvPrime = 1099511628211ULL;

// FNV-1a, 64 bits: stable on every machine, and a name rather than a seal.
std::uint64_t fnv1a(std::string_view text, std::uint64_t hash) {
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= kFnvPrime;
  }
  return hash;
}

}  // namespace

const char* to_string(PassageKind kind) {
  switch (kind) {
    case PassageKind::title:
      return "title";
    case PassageKind::heading:
      return "heading";
    case PassageKind::paragraph:
      return "paragraph";
    case PassageKind::list_item:
      return "list_item";
    case PassageKind::row:
      return "row";
    case PassageKind::note:
      return "note";
    case PassageKind::caption:
      return "caption";
  }
  return "";
}

const char* to_string(Origin origin) {
  switch (origin) {
    case Origin::file:
      return "file";
    case Origin::content:
      return "content";
    case Origin::header:
      return "header";
    case Origin::record:
      return "record";
    case Origin::front_matter:
      return "front matter";
    case Origin::sidecar:
      return "sidecar";
    case Origin::manifest:
      return "manifest";
  }
  return "";
}

std::vector<std::uint32_t> headings_above(const Document& document, std::uint32_t passage) {
  std::vector<std::uint32_t> above;
  // a heading stands before what it heads, so that a damaged record cannot lead in a circle
  for (std::uint32_t below = passage;;) {
    const std::uint32_t heading = document.passages[below].locator.heading;
    if (heading == kNone || heading >= below) break;
    above.push_back(heading);
    below = heading;
  }
  std::reverse(above.begin(), above.end());
  return above;
}

std::uint32_t note_of(const Document& document, std::uint32_t passage) {
  // notes stand in reading order
  const auto behind =
      std::partition_point(document.notes.begin(), document.notes.end(),
                           [passage](const Note& note) { return note.passage <= passage; });
  if (behind == document.notes.begin()) return kNone;
  const auto note = behind - 1;
  if (passage - note->passage >= note->passages) return kNone;
  return static_cast<std::uint32_t>(note - document.notes.begin());
}

std::string note_text(const Document& document, const Note& note) {
  const std::string& first = document.passages[note.passage].text;
  std::string text = first.substr(std::min<std::size_t>(note.text_begin, first.size()));
  for (std::uint32_t i = 1; i < note.passages; ++i) {
    // a label may be all of the first passage
    if (!text.empty()) text += "\n\n";
    text += document.passages[note.passage + i].text;
  }
  return text;
}

void hash_passages(Document& document) {
  std::unordered_map<std::uint64_t, std::uint32_t> seen;
  for (Passage& passage : document.passages) {
    passage.hash = fnv1a(passage.text, kFnvOffset);
    const std::uint32_t earlier = seen[passage.hash]++;
    // the byte 0xFF, which no text has, keeps `12` apart from the second `1`
    if (earlier != 0) passage.hash = fnv1a("\xFF" + std::to_string(earlier + 1), passage.hash);
  }
}

std::string section_name(const Passage& heading) { return squeeze(heading.text); }

}  // namespace pincite
