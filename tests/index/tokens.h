// The terms of a text, for the tests of what is made of it.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text.h"
#include "index/analysis.h"

namespace pincite {

using Terms = std::vector<std::string>;

inline Terms terms(std::string_view text, std::span<const Range> silent = {}) {
  Terms all;
  for (const Token& token : analyse(text, silent)) all.push_back(token.term);
  return all;
}

/// Checks that tokens follow each other, cover whole characters, and that what a token covers gives
/// that token by itself.
inline void check_ranges(const std::string& text) {
  std::uint32_t behind = 0;
  for (const Token& token : analyse(text)) {
    CAPTURE(text, token.term);
    REQUIRE(token.begin >= behind);
    REQUIRE(token.begin < token.end);
    REQUIRE(token.end <= text.size());
    behind = token.end;
    const std::string covered = text.substr(token.begin, token.end - token.begin);
    CHECK_FALSE(first_invalid_utf8(covered));
    CHECK(terms(covered) == Terms{token.term});
  }
}

}  // namespace pincite
