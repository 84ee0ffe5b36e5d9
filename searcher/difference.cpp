#include "searcher/difference.h"

#include <algorithm>

namespace pincite {

const char* to_string(Difference::Kind kind) {
  if (kind == Difference::Kind::same) return "same";
  return kind == Difference::Kind::added ? "added" : "dropped";
}

bool differs(const std::vector<Difference>& difference) {
  return std::ranges::any_of(
      difference, [](const Difference& one) { return one.kind != Difference::Kind::same; });
}

}  // namespace pincite
