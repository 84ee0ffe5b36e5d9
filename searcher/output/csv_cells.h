// CSV for spreadsheets and scripts: quoting of RFC 4180, UTF-8 without a byte order mark, rows that
// end in a line feed; and the columns that all tables share.
#pragma once

#include <array>
#include <ostream>
#include <string>
#include <string_view>

#include "searcher/answer.h"

namespace pincite {

inline constexpr std::string_view kSeparator = "; ";  // between the values of one cell

/// The record of the search. Those of the document and the passage come before.
inline constexpr std::array kSearchColumns = {
    "search query", "search understood", "search filters",   "search limits", "search found",
    "search index", "search revision",   "search documents", "search date",   "search program"};
using SearchCells = std::array<std::string, kSearchColumns.size()>;

SearchCells search_cells(const AnswerHead& head);

/// The cell as it stands in a row. One that a spreadsheet would run has an apostrophe before it.
void write_cell(std::ostream& out, std::string_view text);

/// The cells with commas between.
template <typename Cells>
void write_cells(std::ostream& out, const Cells& cells) {
  const char* before = "";
  for (const auto& cell : cells) {
    out << before;
    write_cell(out, cell);
    before = ",";
  }
}

/// Names of the sections above a passage, with ` › ` between.
std::string section_cell(const Document& document, std::uint32_t passage);

/// The paragraph printed, else counted.
std::string paragraph_cell(const Locator& locator);

}  // namespace pincite
