// The words of a quotation beside those of its source, as runs that people can read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "index/record.h"
#include "searcher/difference.h"
#include "searcher/nearest.h"

namespace pincite {

/// `quoted`: the text that `wording` was found for. `record`: that of its entry, with the passages
/// of the wording loaded. White space belongs to what is the same, but a word that stands only on
/// one side has the space behind it.
std::vector<Difference> difference(std::string_view quoted, const NearestWording& wording,
                                   const Record& record);

/// What an ellipsis leaves out, with its middle cut out where it is very long.
std::string shortened(const std::string& text);

/// Joins neighbours of one kind.
void append(std::vector<Difference>& all, Difference&& next);

}  // namespace pincite
