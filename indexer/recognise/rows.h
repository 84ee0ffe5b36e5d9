// Rows of tables in plain text: one cell a line with a bar behind it, label then value, or
// `label | value |` on one line.
#pragma once

#include "indexer/recognise/pieces.h"

namespace pincite {

/// Makes one piece of kind row of each label with its value, and of each line of several cells.
void find_rows(Page& page);

/// Label and value of a row, trimmed; the value is empty where there is none.
struct RowCells {
  std::string label;
  std::string value;
};
RowCells cells_of(std::string_view row);

}  // namespace pincite
