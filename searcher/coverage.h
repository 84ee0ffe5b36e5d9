// What an index covers: how many documents of which state and year, and which have neither. Read
// from the values of the entries; no document is opened.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "index/reader.h"

namespace pincite {

using ValueCounts = std::map<std::string, std::uint64_t>;  // by value; empty: documents without one

struct StateCoverage {
  std::uint64_t documents = 0;
  std::uint64_t undated = 0;           // of them
  std::map<int, std::uint64_t> years;  // documents by year
};

/// A document of several states or years counts in each.
struct Coverage {
  std::map<std::string, StateCoverage> states;  // by value; empty: documents without a state
  std::map<int, std::uint64_t> years;
  std::uint64_t undated = 0;
  ValueCounts types;  // of a type and the narrower ones
  ValueCounts languages;
};

Coverage coverage_of(const IndexReader& index);

/// First and last of each run of years from the first of `years` to the last in which there are no
/// documents.
std::vector<std::pair<int, int>> missing_years(const std::map<int, std::uint64_t>& years);

}  // namespace pincite
