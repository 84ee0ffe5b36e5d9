// The passages of a document that a query is about, the best first, with what matched in them.
#pragma once

#include <cstddef>
#include <span>

#include "searcher/answer.h"
#include "searcher/compile.h"

namespace pincite {

/// The document of an entry with its best passages, `most` of them at most (0: all that match).
/// Where nothing of the text was asked for, its first passage. Texts that are shown are loaded.
DocumentHit document_hit(const IndexReader& index, Xapian::docid entry, std::span<const Unit> units,
                         std::size_t most);

/// Whether one of the quotations among the units stands in the entry as it was typed.
bool holds_exactly(const IndexReader& index, Xapian::docid entry, std::span<const Unit> units);

}  // namespace pincite
