// The nearest wording of a quotation with ellipses: that of each part, in one document.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "searcher/ellipses.h"
#include "searcher/nearest.h"

namespace pincite {

/// As nearest_wordings(), with the words between the places of two parts as dropped, if they stand
/// in order; these count neither as dropped nor for likeness. `parts`: two or more, of `text`.
std::vector<NearestWording> nearest_of_parts(const IndexReader& index, std::string_view text,
                                             std::span<const QuotedPart> parts,
                                             const Xapian::Query& within);

}  // namespace pincite
