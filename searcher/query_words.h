// How one run of characters in a query reads: operator, field, or term.
//
// A run is what stands between white space, brackets and double quotation marks.
#pragma once

#include <optional>
#include <string_view>

#include "searcher/query_lexer.h"
#include "searcher/query_notices.h"

namespace pincite {

/// AND, OR, NOT, NEAR/8 and so on; nothing for any other run.
std::optional<QueryToken> read_operator(std::string_view run, QueryNotices& notices);

/// What stands before the first colon, if that can be the name of a field, known or not (`10:30`
/// has none). Empty if it cannot.
std::string_view field_name(std::string_view run);

/// The word, exact form or prefix that `run` is. REQUIRES: not empty.
QueryNode read_term(std::string_view run, QueryNotices& notices);

}  // namespace pincite
