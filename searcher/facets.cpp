#include "searcher/facets.h"

#include <algorithm>

namespace pincite {

std::vector<FacetCount> facet_counts(const FieldSpec& field,
                                     const std::map<std::string, std::uint32_t>& by_value,
                                     std::uint32_t without) {
  std::vector<FacetCount> counts;
  for (const auto& [value, count] : by_value) {
    const std::string label =
        field.table ? Vocabulary::built_in().label(*field.table, value) : value;
    counts.push_back({value, label, count});
  }
  if (without > 0) counts.push_back({std::nullopt, "none", without});
  std::stable_sort(counts.begin(), counts.end(),
                   [](const FacetCount& a, const FacetCount& b) { return a.count > b.count; });
  return counts;
}

std::vector<FacetCount> FacetCounter::counts() const {
  std::map<std::string, std::uint32_t> by_value;
  auto without = static_cast<std::uint32_t>(spy_->get_total());
  for (auto i = spy_->values_begin(); i != spy_->values_end(); ++i) {
    const std::uint32_t count = i.get_termfreq();
    without -= count;
    for (const std::string& value : split_values(*i)) by_value[value] += count;
  }
  return facet_counts(field_, by_value, without);
}

}  // namespace pincite
