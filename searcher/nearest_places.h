// Where in a document the words of a text stand most closely together.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "index/reader.h"
#include "searcher/nearest_pieces.h"

namespace pincite {

/// Words of a document counted from its first, without the gaps between passages.
struct Place {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  double bits = 0;  // of the text's words that stand there, more where they are neighbours
};

/// The best places, not overlapping, the best first, at most two. `record`: that of the entry.
std::vector<Place> places(const IndexReader& index, Xapian::docid entry, const Record& record,
                          std::span<const WeighedWord> words);

}  // namespace pincite
