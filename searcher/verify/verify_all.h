// Many quotations verified side by side.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "index/reader.h"
#include "searcher/verify/quotation_reader.h"
#include "searcher/verify/verification.h"

namespace pincite {

struct VerifiedAll {
  std::vector<std::string> told;            // what `tell` made of each, in order
  std::array<std::uint32_t, 6> verdicts{};  // how many of each
  std::uint32_t confirmed = 0;
  std::uint32_t not_understood = 0;  // sources claimed of which nothing could be read
  std::uint32_t unknown = 0;         // sources of which the documents say nothing
};

/// Verifies all, by as many threads as the machine has cores, each with the index of the same
/// state. `tell` is called by any of them. Throws what a Verifier throws.
VerifiedAll verify_all(const IndexReader& index, const std::vector<ReadQuotation>& quotations,
                       const std::function<std::string(const Verification&)>& tell);

}  // namespace pincite
