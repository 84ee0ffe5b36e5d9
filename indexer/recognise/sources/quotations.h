// What stands in quotation marks and in brackets in a note. Nothing is split there, and no date,
// place or name is read there.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/range.h"

namespace pincite {

struct Enclosed {
  std::vector<Range> quotations;        // with their marks, outermost only, ascending
  std::vector<Range> brackets;          // likewise; those inside quotations are left out
  std::vector<std::uint32_t> unclosed;  // opening quotation marks that nothing closes, ascending
  std::vector<std::uint32_t> unopened;  // closing ones that nothing opens
};

/// Pairs quotation marks (“ ” „ “ « » " and the single ones) and brackets. One that has no partner
/// encloses nothing, so that an unclosed quotation ends nowhere and hides nothing. Linear.
Enclosed find_enclosed(std::string_view text);

/// The range that holds byte `at`, of ascending ranges that do not overlap.
std::optional<Range> range_around(const std::vector<Range>& ranges, std::size_t at);

/// A quotation without its marks, surrounding white space, and the comma that style puts inside.
std::string_view quoted_text(std::string_view quotation);

}  // namespace pincite
