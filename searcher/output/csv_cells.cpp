#include "searcher/output/csv_cells.h"

#include <algorithm>
#include <ostream>
#include <vector>

#include "corpus/text.h"
#include "searcher/output/document_text.h"
#include "searcher/search_record.h"

namespace pincite {
namespace {

/// Line feeds and tabs stay; other control characters are made visible.
std::string shown(std::string_view text) {
  std::string safe;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\t", begin), text.size());
    std::string_view part = text.substr(begin, end - begin);
    if (end < text.size() && text[end] == '\n' && part.ends_with('\r')) part.remove_suffix(1);
    safe += visible(part);
    if (end < text.size()) safe += text[end];
    begin = end + 1;
  }
  return safe;
}

/// Whether a spreadsheet might take the cell for a formula: it begins with = + - @, in ASCII or
/// full width, or with a tab, white space before it aside.
bool would_run(std::string_view cell) {
  if (cell.starts_with('\t') || cell.starts_with('\n')) return true;
  const std::string_view text = trim(cell);
  if (text.empty()) return false;
  constexpr std::array<std::string_view, 8> kStarts = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  return std::ranges::any_of(kStarts,
                             [&](std::string_view start) { return text.starts_with(start); });
}

}  // namespace

SearchCells search_cells(const AnswerHead& head) {
  const SearchRecord& record = head.record;
  return {short_query(head.query), short_query(head.parsed),         filters_in_words(record),
          limits_in_words(record), std::to_string(head.total),       record.index,
          head.revision,           std::to_string(record.documents), record.date,
          record.program};
}

void write_cell(std::ostream& out, std::string_view text) {
  const std::string safe = shown(text);
  const std::string cell = (would_run(safe) ? "'" : "") + safe;
  if (cell.find_first_of(",\"\n\t;") == std::string::npos) {
    out << cell;
    return;
  }
  out << '"';
  for (const char c : cell) {
    if (c == '"') out << '"';
    out << c;
  }
  out << '"';
}

std::string section_cell(const Document& document, std::uint32_t passage) {
  std::vector<std::string> names;
  for (const std::uint32_t heading : headings_above(document, passage)) {
    names.push_back(section_name(document.passages[heading]));
  }
  return joined(names, " › ");
}

std::string paragraph_cell(const Locator& locator) {
  if (!locator.paragraph_label.empty()) return locator.paragraph_label;
  return locator.paragraph == 0 ? std::string() : std::to_string(locator.paragraph);
}

}  // namespace pincite
