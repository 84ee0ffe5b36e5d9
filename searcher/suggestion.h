// A query with the words that are in no document spelled as the index has them.
#pragma once

#include <optional>
#include <span>

#include "searcher/answer.h"
#include "searcher/query_terms.h"
#include "searcher/search.h"

namespace pincite {

/// The whole query with other spellings for those of its `terms` that no document holds: the
/// nearest ones with which all of the query is found, else some of it; under the filters in force,
/// else without. Nothing where no spelling finds anything. Takes milliseconds.
std::optional<Suggestion> suggestion(const IndexReader& index, const SearchRequest& request,
                                     const QueryNode& root, std::span<const QueryTerm> terms);

/// `spelling` with capitals where `typed` has them: at the beginning, or everywhere.
std::string capitals_as(std::string_view typed, std::string_view spelling);

}  // namespace pincite
