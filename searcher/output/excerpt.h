// What is shown of a passage that is too long for a person to read whole: windows around what
// matched. For the text format only; programs get passages whole.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace pincite {

/// The bytes of `range`, as far as `text` has them.
std::string_view part_of(std::string_view text, const Range& range);

/// Ascending, disjoint parts of `text` to show: all of it up to 3,000 code points, else windows
/// of about 600 code points around the highlights, at most five; without highlights, its
/// beginning. Windows are cut at white space where there is some nearby.
/// REQUIRES: `highlights` ascend. Returns nothing for an empty text.
std::vector<Range> excerpt(std::string_view text, std::span<const Range> highlights);

}  // namespace pincite
