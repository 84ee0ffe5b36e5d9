// How close to each other the words of a query stand in a text.
#pragma once

#include <span>

#include "searcher/occurrences.h"

namespace pincite {

/// Positions at which two words are still near; further off they count for nothing.
inline constexpr std::uint32_t kNear = 8;

/// What closeness adds to the score of a text, after Büttcher, Clarke and Lushman (SIGIR 2006):
/// each occurrence next to one of another unit gives both the other's weight over the square of
/// their distance, and what a unit got of all is saturated as in BM25. At most a few points a unit.
/// `found`: of the text, in its order.
double closeness(std::span<const Occurrence> found, std::span<const Unit> units);

}  // namespace pincite
