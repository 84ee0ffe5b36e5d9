// The passages of a document that a query is about, the best first, with what matched in them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "index/cited.h"
#include "searcher/answer.h"
#include "searcher/compile.h"

namespace pincite {

/// The document of an entry with its best passages, `most` of them at most (0: all that match).
/// Where nothing of the text was asked for, its first passage. Texts that are shown are loaded.
/// `within`: ascending; where there are any, only what lies in one of them counts, and where
/// nothing of the text was asked for, their passages do.
DocumentHit document_hit(const IndexReader& index, Xapian::docid entry, std::span<const Unit> units,
                         std::size_t most, std::span<const PositionSpan> within = {});

/// The document of an entry with one passage, an index, of which `highlights` (ascending bytes) are
/// what matched; `match` is nothing where that is not said.
DocumentHit document_hit_at(const IndexReader& index, Xapian::docid entry, std::uint32_t passage,
                            std::vector<Range> highlights, std::optional<MatchClass> match);

/// Whether one of the quotations among the units stands in the entry as it was typed; `within` as
/// above.
bool holds_exactly(const IndexReader& index, Xapian::docid entry, std::span<const Unit> units,
                   std::span<const PositionSpan> within = {});

}  // namespace pincite
