// Where nothing was found: what was searched, and which part of the search hides what there is.
#pragma once

#include <span>

#include "searcher/answer.h"
#include "searcher/query_terms.h"
#include "searcher/search.h"

namespace pincite {

/// Of a search that found nothing. `terms` are those of its query, `root`.
NothingFound nothing_found(const IndexReader& index, const SearchRequest& request,
                           const QueryNode& root, std::span<const QueryTerm> terms);

}  // namespace pincite
