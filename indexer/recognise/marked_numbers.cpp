#include "indexer/recognise/marked_numbers.h"

#include <algorithm>

namespace pincite {

void MarkedNumbers::add(std::uint32_t piece, const FoundMark& mark) {
  marks_.push_back({piece, mark.number});
  if (!has(mark.number)) count(mark.number);
  bool& firm = behind_stop_[mark.number];
  firm = firm || mark.behind_stop;
}

void MarkedNumbers::clear() {
  marks_.clear();
  behind_stop_.clear();
  running_ = 0;
}

bool MarkedNumbers::has_behind_stop(unsigned number) const {
  const auto found = behind_stop_.find(number);
  return found != behind_stop_.end() && found->second;
}

std::size_t MarkedNumbers::ascending(const std::vector<unsigned>& numbers) const {
  std::vector<unsigned> tails;
  for (const BodyMark& mark : marks_) {
    if (!std::binary_search(numbers.begin(), numbers.end(), mark.number)) continue;
    const auto at = std::lower_bound(tails.begin(), tails.end(), mark.number);
    if (at == tails.end()) {
      tails.push_back(mark.number);
    } else {
      *at = mark.number;
    }
  }
  return tails.size();
}

bool MarkedNumbers::is_running(unsigned number) const {
  return number == 1 || has(number - 1) || has(number + 1);
}

// A new number may make its neighbours part of a numbering.
void MarkedNumbers::count(unsigned number) {
  if (number > kLargestMark) return;
  for (const unsigned other : {number - 1, number + 1}) {
    if (other <= kLargestMark && has(other) && !is_running(other)) ++running_;
  }
  if (is_running(number)) ++running_;
}

}  // namespace pincite
