#include "indexer/recognise/pieces.h"

#include <algorithm>
#include <unicode/uchar.h>

#include "corpus/text.h"
#include "indexer/readers/line_shape.h"
#include "indexer/readers/lines.h"

namespace pincite {
namespace {

std::uint32_t line_ends(std::string_view text) {
  if (text.size() < 2) return 0;
  std::uint32_t count = 0;
  LineScanner scanner(text, 0);
  Line line;
  while (scanner.next(line)) count = line.number;
  return count;
}

Piece piece_of(Block&& block) {
  Piece piece;
  piece.line = block.line;
  piece.last_line = block.line == 0 ? 0 : block.line + line_ends(block.text);
  piece.text = std::move(block.text);
  piece.level = block.level;
  piece.indented = block.indented;
  piece.settled = block.kind != Block::Kind::text;
  if (block.kind == Block::Kind::title) piece.kind = PassageKind::title;
  if (block.kind == Block::Kind::heading) piece.kind = PassageKind::heading;
  if (block.kind == Block::Kind::list_item) piece.kind = PassageKind::list_item;
  return piece;
}

}  // namespace

Page page_of(Reading& reading) {
  Page page;
  page.whole_text = reading.whole_text;
  page.pieces.reserve(reading.blocks.size());
  for (Block& block : reading.blocks) {
    page.declares_headings = page.declares_headings || block.kind == Block::Kind::heading;
    page.pieces.push_back(piece_of(std::move(block)));
  }
  return page;
}

Piece PieceCutter::take(std::size_t end) {
  const std::string_view text = std::string_view(piece_.text).substr(at_, end - at_);
  const std::string_view kept = trim_ends(text);
  Piece part;
  part.kind = piece_.kind;
  part.settled = piece_.settled;
  part.level = piece_.level;
  part.note = piece_.note;
  part.group = piece_.group;
  part.after_notes = piece_.after_notes;
  part.indented = piece_.indented && at_ == 0;
  part.text = std::string(kept);
  if (line_ != 0) {
    // a text that ends with a line's end counts one more with a character behind it
    const auto skipped = static_cast<std::size_t>(kept.data() - text.data());
    part.line = kept.empty() ? line_ : line_ + line_ends(text.substr(0, skipped + 1));
    part.last_line = part.line + line_ends(kept);
    line_ = part.last_line + line_ends(text.substr(skipped + kept.size()));
    if (!text.empty() && (text.back() == '\n' || text.back() == '\r')) ++line_;
  }
  at_ = end;
  return part;
}

bool is_next_line(const Piece& before, const Piece& after) {
  return after.line != 0 && after.line == before.last_line + 1;
}

void join(Piece& piece, Piece&& next) {
  piece.text += is_next_line(piece, next) ? "\n" : "\n\n";
  piece.text += next.text;
  piece.last_line = next.last_line;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  LineScanner scanner(text, 1);
  Line line;
  while (scanner.next(line)) {
    if (!line.blank) lines.push_back(trim_ends(line.text));
  }
  return lines;
}

bool has_words(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::int32_t c = next_code_point(text, at);
    if (c >= 0 && u_isalnum(c) != 0) return true;
  }
  return false;
}

}  // namespace pincite
