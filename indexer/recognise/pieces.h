// The stretches of text that recognition works on, between the reader's blocks and the document's
// passages: blocks are split and joined, and each piece is told what it is.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "indexer/reading.h"
#include "indexer/recognise/note_shapes.h"

namespace pincite {

struct Piece {
  PassageKind kind = PassageKind::paragraph;
  bool settled = false;  // its kind is known and not to be guessed any more
  std::string text;
  std::uint32_t line = 0;  // first and last line in the file; 0 where that means nothing
  std::uint32_t last_line = 0;
  int level = 0;                // of a heading
  std::uint32_t note = kNone;   // index of the note it belongs to
  std::uint32_t group = kNone;  // index of the run of notes that its marks are paired with
  bool after_notes = false;     // stands behind the last note: of no section
  bool indented = false;        // see Block
};

/// A note as found: its label, and where in its first piece the text begins.
struct FoundNote {
  std::string label;
  std::uint32_t group = 0;       // notes of one numbering
  bool defined = false;          // `[^5]: Text`: of no group; marks name it by its label
  std::uint32_t text_begin = 0;  // byte of its first piece, after the label
};

struct Page {
  std::vector<Piece> pieces;
  std::vector<FoundNote> notes;
  MarkShape mark_shape = MarkShape::bracket;
  bool whole_text = true;  // see Reading
  bool declares_headings = false;
};

/// Takes the blocks' texts over.
Page page_of(Reading& reading);

/// Cuts a piece into parts, from its start to its end.
class PieceCutter {
 public:
  /// REQUIRES: `piece` outlives the cutter.
  explicit PieceCutter(const Piece& piece) : piece_(piece), line_(piece.line) {}

  /// The part from the end of the last one to byte `end`, without white space at its ends.
  /// What it is told besides its text is that of the whole piece.
  Piece take(std::size_t end);

 private:
  const Piece& piece_;
  std::size_t at_ = 0;
  std::uint32_t line_;
};

/// Whether nothing but a line's end stands between two pieces.
bool is_next_line(const Piece& before, const Piece& after);

/// Appends the text of `next`, with the line ends that stood between them.
void join(Piece& piece, Piece&& next);

/// The lines of a text, without their ends and the white space around them.
std::vector<std::string_view> lines_of(std::string_view text);

/// Whether the text holds a letter or a digit, and not only rules and ornaments.
bool has_words(std::string_view text);

}  // namespace pincite
