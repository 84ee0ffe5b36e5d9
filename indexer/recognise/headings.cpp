#include "indexer/recognise/headings.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>

#include "corpus/dates.h"
#include "corpus/text.h"
#include "indexer/readers/line_shape.h"

namespace pincite {
namespace {

constexpr std::size_t kLongest = 100;  // code points
constexpr std::size_t kMostWords = 14;
constexpr std::size_t kMostInARow = 2;      // more short lines in a row are a list or an address
constexpr std::size_t kShortestProse = 50;  // code points of a line that a heading may stand above

constexpr std::array<std::string_view, 4> kNamesOfNotes = {"notes", "endnotes", "footnotes",
                                                           "references"};

bool begins_like_heading(std::string_view text) {
  std::size_t at = 0;
  const UChar32 c = next_code_point(text, at);
  return u_isalnum(c) != 0 && u_islower(c) == 0;
}

bool has_letter(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (u_isalpha(next_code_point(text, at)) != 0) return true;
  }
  return false;
}

bool holds_date(std::string_view text) {
  const std::vector<FoundDate> dates = find_dates(text);
  return std::any_of(dates.begin(), dates.end(), [&](const FoundDate& date) {
    return date.begin == 0 || date.end == text.size();
  });
}

bool is_candidate(const Piece& piece) {
  return !piece.settled && piece.note == kNone && !piece.after_notes &&
         looks_like_heading(piece.text);
}

bool names_notes(std::string_view text) {
  if (text.size() > 24) return false;
  const std::string key = name_key(text);
  return std::find(kNamesOfNotes.begin(), kNamesOfNotes.end(), key) != kNamesOfNotes.end();
}

/// Whether what follows is text that a heading can stand above.
bool follows(const Piece& heading, const Piece& next) {
  if (next.note != kNone) return names_notes(heading.text);
  return !next.after_notes && next.kind != PassageKind::title;
}

/// A first line much shorter than the next one is no wrapped prose: a heading that no blank line
/// sets off.
bool has_heading_line(const Piece& piece) {
  if (piece.settled || piece.note != kNone || piece.after_notes) return false;
  const std::size_t end = piece.text.find('\n');
  if (end > 4 * kLongest) return false;  // as is npos, where there is one line
  const std::string_view text = piece.text;
  const std::string_view first = trim_ends(text.substr(0, end));
  const std::string_view rest = text.substr(end + 1);
  const std::string_view second = trim_ends(rest.substr(0, rest.find('\n')));
  if (second.empty()) return false;
  const std::size_t width = code_points(second);
  return looks_like_heading(first) && width >= kShortestProse &&
         10 * code_points(first) < 6 * width && !starts_lower(second);
}

void cut_heading_lines(Page& page) {
  std::vector<Piece> pieces = std::move(page.pieces);
  page.pieces.clear();
  page.pieces.reserve(pieces.size());
  for (Piece& piece : pieces) {
    if (has_heading_line(piece)) {
      PieceCutter cutter(piece);
      page.pieces.push_back(cutter.take(piece.text.find('\n')));
      page.pieces.push_back(cutter.take(piece.text.size()));
    } else {
      page.pieces.push_back(std::move(piece));
    }
  }
}

}  // namespace

bool looks_like_heading(std::string_view text) {
  if (text.empty() || text.size() > 4 * kLongest || code_points(text) > kLongest) return false;
  if (text.find_first_of("\n\r|@") != std::string_view::npos) return false;
  if (text.find("://") != std::string_view::npos) return false;
  const auto spaces = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
  if (spaces + 1 > kMostWords || !begins_like_heading(text) || !has_letter(text)) return false;
  return !text.ends_with(',') && !ends_sentence(text) && !ends_in_joint(text) && !holds_date(text);
}

void find_headings(Page& page) {
  if (!page.whole_text || page.declares_headings) return;
  cut_heading_lines(page);
  std::vector<Piece>& pieces = page.pieces;
  for (std::size_t i = 0; i < pieces.size();) {
    std::size_t end = i;
    while (end < pieces.size() && is_candidate(pieces[end])) ++end;
    const bool few = end > i && end - i <= kMostInARow;
    if (few && end < pieces.size() && follows(pieces[end - 1], pieces[end])) {
      for (std::size_t heading = i; heading < end; ++heading) {
        pieces[heading].kind = PassageKind::heading;
        pieces[heading].settled = true;
        pieces[heading].level = 1;
      }
    }
    i = std::max(end, i + 1);
  }
}

}  // namespace pincite
