#include "searcher/closeness.h"

#include <algorithm>
#include <vector>

#include "searcher/weighting.h"

namespace pincite {

double closeness(std::span<const Occurrence> found, std::span<const Unit> units) {
  std::vector<double> gathered(units.size());
  for (std::size_t i = 1; i < found.size(); ++i) {
    const Occurrence& before = found[i - 1];
    const Occurrence& after = found[i];
    if (before.unit == after.unit || after.first <= before.last) continue;
    const std::uint32_t distance = after.first - before.last;
    if (distance > kNear) continue;
    const double share = 1.0 / (static_cast<double>(distance) * distance);
    gathered[before.unit] += share * units[after.unit].weight;
    gathered[after.unit] += share * units[before.unit].weight;
  }
  double score = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const double most = std::min(units[i].weight, 1.0) * (kSaturation + 1);
    score += most * gathered[i] / (gathered[i] + kSaturation);
  }
  return score;
}

}  // namespace pincite
