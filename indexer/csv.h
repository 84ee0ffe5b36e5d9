// Rows of a CSV text (RFC 4180), as spreadsheets and people write it.
//
//   - cells between quotation marks hold separators, line breaks and, doubled, quotation marks
//   - lines end in LF, CR LF or CR; the last one may have no end
//   - the separator is a comma; where the first row has none, a TAB or a semicolon that it has
//   - white space before and behind a cell's quotation marks is dropped; a quotation mark inside a
//     cell that does not begin with one is a character like any other
//
// Our own, since a broken row must cost that row only: libcsv, the parser that Debian has for C,
// tells no line numbers, and after one quotation mark that is never closed it either stops or takes
// all the rest of the file as one cell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pincite {

struct CsvRow {
  std::uint32_t line = 0;  // where it begins, from 1
  std::vector<std::string> cells;
  std::string problem;  // why the row cannot be read, for people; then it has no cells
};

class CsvReader {
 public:
  /// REQUIRES: `text` has no byte order mark and outlives the reader.
  explicit CsvReader(std::string_view text);

  char separator() const { return separator_; }

  /// Steps to the next row that is not an empty line; false at the end. Behind a row with a
  /// problem it goes on with the line after the one on which that row begins, so that the time
  /// stays linear and what a lost quotation mark swallowed is read again.
  bool next(CsvRow& row);

 private:
  bool read_row(CsvRow& row);
  bool read_cell(std::string& cell, std::string& problem);
  bool read_quoted(std::string& cell, std::string& problem);
  bool at_line_end() const;
  void skip_blanks();
  void skip_line_end();

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  char separator_ = ',';
};

}  // namespace pincite
