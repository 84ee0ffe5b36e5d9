// The words of a quotation beside those of its source, as runs that people can read.
#pragma once

#include <string_view>
#include <vector>

#include "index/record.h"
#include "searcher/nearest.h"
#include "searcher/verify/verification.h"

namespace pincite {

/// `quoted`: the text that `wording` was found for. `record`: that of its entry, with the passages
/// of the wording loaded. White space belongs to what is the same, but a word that stands only on
/// one side has the space behind it.
std::vector<Difference> difference(std::string_view quoted, const NearestWording& wording,
                                   const Record& record);

/// Joins neighbours of one kind.
void append(std::vector<Difference>& all, Difference&& next);

}  // namespace pincite
