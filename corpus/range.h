// A stretch of text.
#pragma once

#include <cstdint>

namespace pincite {

/// Bytes [begin, end) of a text.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool meets(const Range& other) const { return begin < other.end && other.begin < end; }
  bool operator==(const Range&) const = default;
};

}  // namespace pincite
