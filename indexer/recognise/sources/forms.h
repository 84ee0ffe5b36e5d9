// Forms of transparency reports in a citation.
#pragma once

#include <string>
#include <vector>

#include "indexer/recognise/sources/parts.h"

namespace pincite {

/// Takes `Form A`, `Forms B, C and D`, `Form B.1`, `Forms A–C` out and returns the letters, each
/// once, with the number behind the point: `A`, `B.1`. Empty where there is none.
std::vector<std::string> take_forms(Parts& parts);

}  // namespace pincite
