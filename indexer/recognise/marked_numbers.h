// The marks of a stretch of text, before it is known which notes they name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "indexer/recognise/note_shapes.h"

namespace pincite {

// Numbers with more digits are years.
inline constexpr unsigned kLargestMark = 999;

/// A mark's piece of the page, and its number.
struct BodyMark {
  std::uint32_t piece = 0;
  unsigned number = 0;
};

class MarkedNumbers {
 public:
  /// Marks are added in reading order.
  void add(std::uint32_t piece, const FoundMark& mark);
  void clear();

  bool has(unsigned number) const { return behind_stop_.contains(number); }

  /// Whether a mark of this number stands behind a stop.
  bool has_behind_stop(unsigned number) const;

  const std::vector<BodyMark>& marks() const { return marks_; }

  /// How many numbers of the marks are part of a numbering: 1, or with a neighbour.
  std::size_t running() const { return running_; }

  /// Length of the longest ascending subsequence of the marks with these numbers.
  /// REQUIRES: `numbers` ascend.
  std::size_t ascending(const std::vector<unsigned>& numbers) const;

 private:
  bool is_running(unsigned number) const;
  void count(unsigned number);

  std::vector<BodyMark> marks_;
  std::size_t running_ = 0;
  std::unordered_map<unsigned, bool> behind_stop_;  // of each number marked
};

}  // namespace pincite
