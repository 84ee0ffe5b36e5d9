// A cell of a CSV table (RFC 4180), as spreadsheets take it.
#pragma once

#include <string>
#include <string_view>

namespace pincite {

/// The cell as it stands in a row: between quotation marks where it must be, also for readers whose
/// separator is a semicolon or a tab.
std::string csv_cell(std::string_view text);

/// Whether a spreadsheet might take the cell for a formula: it begins with = + - @, in ASCII or
/// full width, or with a tab or line feed, white space before it aside. An apostrophe before it
/// keeps a spreadsheet from that.
bool would_run(std::string_view text);

}  // namespace pincite
