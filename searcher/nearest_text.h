// The wording of an index that is most like a query that finds nothing.
#pragma once

#include <optional>

#include "searcher/answer.h"
#include "searcher/restrictions.h"

namespace pincite {

/// Of the query's longest phrase, or of plain words side by side: under the filters in force, or
/// without where that is clearly nearer. Nothing where no place has two of the words and half of
/// them, or where the query is made otherwise.
std::optional<NearestText> nearest_text(const IndexReader& index, const RestrictedSearch& search);

}  // namespace pincite
