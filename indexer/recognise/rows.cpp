#include "indexer/recognise/rows.h"

#include <algorithm>

#include "corpus/text.h"
#include "indexer/readers/line_shape.h"

namespace pincite {
namespace {

constexpr std::size_t kShortestWrapped = 50;  // code points of a line that was wrapped
constexpr std::size_t kLongestLabel = 100;    // bytes
constexpr std::size_t kLongestCell = 600;     // bytes; a longer line is prose with a bar in it

/// `label | value`, without a bar at the end: the label is short and no sentence.
bool is_open_row(std::string_view line) {
  const std::size_t bar = line.find(" | ");
  if (bar == std::string_view::npos || line.size() > kLongestCell) return false;
  const std::string_view label = trim_ends(line.substr(0, bar));
  return !label.empty() && label.size() <= kLongestLabel && !ends_sentence(label) &&
         line.find('\n') == std::string_view::npos;
}

bool is_row_line(std::string_view line) {
  if (line.size() < 2) return false;
  if (!line.ends_with('|')) return is_open_row(line);
  return line.starts_with('|') || line.size() <= kLongestCell;
}

/// The cells of one line; bars at its ends are none.
std::vector<std::string_view> split_cells(std::string_view line) {
  line = trim_ends(line);
  if (line.starts_with('|')) line.remove_prefix(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  std::vector<std::string_view> cells;
  while (true) {
    const std::size_t bar = line.find('|');
    cells.push_back(trim_ends(line.substr(0, bar)));
    if (bar == std::string_view::npos) return cells;
    line.remove_prefix(bar + 1);
  }
}

/// `|---|:--|`, which Markdown draws under a table's head.
bool is_ruler(std::string_view line) {
  return line.starts_with('|') && line.find_first_not_of("|-: \t") == std::string_view::npos;
}

/// Whether the line before a cell's last line is of the same cell, which was wrapped.
bool is_wrapped_cell(std::string_view line) { return code_points(line) >= kShortestWrapped; }

/// Cuts a piece with row lines into its lines; lines before and after them stay together.
void cut_lines(const Piece& piece, std::vector<Piece>& pieces) {
  PieceCutter cutter(piece);
  std::string_view before;  // the line before, unless a row ends there
  std::size_t begin = 0;
  while (begin < piece.text.size()) {
    const std::size_t newline = piece.text.find('\n', begin);
    const std::size_t end = newline == std::string::npos ? piece.text.size() : newline + 1;
    const std::string_view line =
        trim_ends(std::string_view(piece.text).substr(begin, end - begin));
    const bool row = is_row_line(line);
    if (row && !before.empty() && !is_wrapped_cell(before)) pieces.push_back(cutter.take(begin));
    if (row) pieces.push_back(cutter.take(end));
    before = row ? std::string_view() : line;
    begin = end;
  }
  pieces.push_back(cutter.take(piece.text.size()));
}

bool may_hold_rows(const Piece& piece) {
  return !piece.settled && piece.text.find('|') != std::string::npos;
}

std::vector<Piece> row_lines(std::vector<Piece>&& pieces) {
  std::vector<Piece> lines;
  lines.reserve(pieces.size());
  for (Piece& piece : pieces) {
    if (!may_hold_rows(piece)) {
      lines.push_back(std::move(piece));
      continue;
    }
    const std::size_t before = lines.size();
    cut_lines(piece, lines);
    lines.erase(std::remove_if(lines.begin() + static_cast<std::ptrdiff_t>(before), lines.end(),
                               [](const Piece& part) { return part.text.empty(); }),
                lines.end());
  }
  return lines;
}

}  // namespace

void find_rows(Page& page) {
  if (std::none_of(page.pieces.begin(), page.pieces.end(), may_hold_rows)) return;
  std::vector<Piece> lines = row_lines(std::move(page.pieces));
  page.pieces.clear();
  bool label = false;  // the last piece is a label that waits for its value
  for (Piece& line : lines) {
    const bool row = may_hold_rows(line) && is_row_line(line.text);
    const bool single = row && split_cells(line.text).size() == 1;
    if ((label && single) || (row && is_ruler(line.text) && !page.pieces.empty() &&
                              page.pieces.back().kind == PassageKind::row)) {
      join(page.pieces.back(), std::move(line));
      label = false;
      continue;
    }
    label = single;
    if (row) {
      line.kind = PassageKind::row;
      line.settled = true;
    }
    page.pieces.push_back(std::move(line));
  }
}

RowCells cells_of(std::string_view row) {
  RowCells cells;
  bool first = true;
  for (const std::string_view line : lines_of(row)) {
    if (is_ruler(line)) continue;
    for (const std::string_view cell : split_cells(line)) {
      std::string& whole = first ? cells.label : cells.value;
      if (!whole.empty() && !cell.empty()) whole += " ";
      whole += cell;
      first = false;
    }
  }
  return cells;
}

}  // namespace pincite
