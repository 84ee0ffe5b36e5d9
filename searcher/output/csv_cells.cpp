#include "searcher/output/csv_cells.h"

#include <algorithm>
#include <ostream>
#include <vector>

#include "corpus/csv_cell.h"
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
  out << csv_cell((would_run(safe) ? "'" : "") + safe);
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
