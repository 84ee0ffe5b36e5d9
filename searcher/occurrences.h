// Where the parts of a query stand in one document, found from the positions in the index: no text
// is read for this.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "index/reader.h"
#include "searcher/compile.h"

namespace pincite {

/// Positions [first, last] of one occurrence of a unit.
struct Occurrence {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t unit = 0;  // index into the units

  bool operator==(const Occurrence&) const = default;
};

/// All occurrences of the units in an entry, in the order of the text. None crosses a passage.
std::vector<Occurrence> occurrences(const IndexReader& index, Xapian::docid entry,
                                    std::span<const Unit> units);

}  // namespace pincite
