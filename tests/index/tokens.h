// The terms of a text, for the tests of what is made of it.
#pragma once

#include <catch2/catch.hpp>
#include <initializer_list>
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

struct Pair {
  const char* one;
  const char* other;
};

/// Rows are read as: the one is found by typing the other.
inline void check_same(std::initializer_list<Pair> rows) {
  for (const Pair& row : rows) {
    CAPTURE(row.one, row.other);
    CHECK(terms(row.one) == terms(row.other));
    CHECK_FALSE(terms(row.one).empty());
    check_ranges(row.one);
    check_ranges(row.other);
  }
}

inline void check_different(std::initializer_list<Pair> rows) {
  for (const Pair& row : rows) {
    CAPTURE(row.one, row.other);
    CHECK(terms(row.one) != terms(row.other));
    check_ranges(row.one);
    check_ranges(row.other);
  }
}

}  // namespace pincite
