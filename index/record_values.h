// The values that a record's head is made of: lists of strings, periods, ranges, enumerations.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "corpus/period.h"
#include "corpus/range.h"
#include "index/bytes.h"

namespace pincite {

// The readers throw what ByteReader does, and std::runtime_error for values that are none.

void write_strings(ByteWriter& out, const std::vector<std::string>& strings);
std::vector<std::string> read_strings(ByteReader& in);

void write_period(ByteWriter& out, const std::optional<Period>& period);
std::optional<Period> read_period(ByteReader& in);

void write_range(ByteWriter& out, const Range& range);
Range read_range(ByteReader& in);

/// `last`: the highest of the enumeration, which begins at 0.
template <typename Enum>
Enum read_enum(ByteReader& in, Enum last) {
  const std::uint64_t number = in.number();
  if (number > static_cast<std::uint64_t>(last)) throw std::runtime_error("unknown kind");
  return static_cast<Enum>(number);
}

}  // namespace pincite
