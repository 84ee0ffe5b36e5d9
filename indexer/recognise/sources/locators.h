// Page and address in a citation.
#pragma once

#include <string>

#include "indexer/recognise/sources/parts.h"

namespace pincite {

/// Takes `p. 12`, `pp. 12–14`, `p. 3 and p. 5`, `para. 4`, `col. 7` out and returns the page as
/// printed without `p.`: `12`, `12–14`, `3 and 5`, `para. 4`, `col. 7`. Empty where there is none.
std::string take_page(Parts& parts);

/// Takes an address out: `https://…`, `www.…`, or a bare host (`en.apa.az`). Empty where there is
/// none.
std::string take_url(Parts& parts);

}  // namespace pincite
