// A phrase to be found word for word, and the documents that hold it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "index/reader.h"
#include "searcher/compile.h"

namespace pincite {

struct Phrase {
  Unit unit;            // what is pointed at
  Xapian::Query query;  // documents that hold it
};

/// Nothing where the text has no word.
std::optional<Phrase> phrase_of(std::string_view text, const IndexReader& index);

struct Holders {
  std::vector<Xapian::docid> entries;  // the best
  std::uint32_t total = 0;
};

/// Documents that match the query, at most `most` of them by name. `within`: documents to look in;
/// empty for all.
Holders holders(const Xapian::Query& query, const Xapian::Query& within, const IndexReader& index,
                std::size_t most);

}  // namespace pincite
