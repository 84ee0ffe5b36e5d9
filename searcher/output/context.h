// What stands around a match, cut to columns (see wrap.h).
#pragma once

#include <cstddef>
#include <string_view>

#include "corpus/range.h"

namespace pincite {

/// Columns of context on either side, where no terminal is narrower.
inline constexpr std::size_t kContext = 60;

/// The parts of `text` before byte `match` and from there on: `width` columns at most, a run of
/// white space counting as one; no character is parted from its combining marks. Of marks without
/// end some are left out.
Range context_before(std::string_view text, std::uint32_t match, std::size_t width);
Range context_behind(std::string_view text, std::uint32_t match, std::size_t width);

}  // namespace pincite
