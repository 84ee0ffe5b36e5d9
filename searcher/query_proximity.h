// NEAR and ADJ compare positions, so each of their parts must be one word as the index counts them,
// and there must not be too many.
#pragma once

#include "searcher/query.h"

namespace pincite {

/// The query with every NEAR and ADJ that has another part (`anti-personnel` is two words, `…`
/// none), or more than kMostNearParts, read as AND, and every prefix of several words read as the
/// word without its asterisk; notices tell. Reads back to the same tree.
ParsedQuery proximate(ParsedQuery query);

}  // namespace pincite
