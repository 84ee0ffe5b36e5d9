// Makes the pieces of a query well-formed: brackets match, operators have something to join.
#pragma once

#include <vector>

#include "searcher/query_lexer.h"
#include "searcher/query_notices.h"

namespace pincite {

/// The pieces with brackets that all match, that hold something, and that are not nested too deep.
/// What is left out is told in `notices`, except `()`.
std::vector<QueryToken> matched_brackets(std::vector<QueryToken> pieces, QueryNotices& notices);

/// Makes operators that have nothing to join the plain words they look like, and says so.
/// REQUIRES: brackets that match and are not empty.
void demote_misplaced_operators(std::vector<QueryToken>& pieces, QueryNotices& notices);

}  // namespace pincite
