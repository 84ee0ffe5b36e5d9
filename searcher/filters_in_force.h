// Which filters of a query are in force: they restrict the whole answer, are counted as such and
// count together with those of the command line. Filters elsewhere are conditions of their part.
#pragma once

#include <vector>

#include "searcher/filters.h"

namespace pincite {

/// Takes the filters of the top level out of the tree, into `filters`; returns the rest.
/// Throws Error for unknown filter values.
QueryNode take_filters(const QueryNode& root, const IndexReader& index,
                       std::vector<Condition>& filters);

}  // namespace pincite
