// Which document of a collection a cited source is. The two have a key in common:
//
//   - the same symbol, or
//   - the same date (or period, where the source has no date), the same states (of a source without
//     one, the same title), and a type of which one is the other or wider than it: a source of type
//     letter may be a response letter. The widest types, report and the like, name no document.
//
// The keys are terms, so that both ways are look-ups.
#pragma once

#include <string>
#include <vector>

#include "corpus/document.h"

namespace pincite {

/// What this document is known by.
std::vector<std::string> link_keys(const Metadata& metadata);

/// What the document is known by that this source is.
std::vector<std::string> link_keys(const CitedSource& source);

}  // namespace pincite
