// How a query is written as text, as far as reading it needs to know.
#pragma once

#include "searcher/query.h"

namespace pincite {

/// How deep brackets are nested in `to_string(node)`.
int bracket_depth(const QueryNode& node);

}  // namespace pincite
