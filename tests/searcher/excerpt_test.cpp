#include "searcher/output/excerpt.h"

#include <catch2/catch.hpp>

#include "corpus/text.h"

using namespace pincite;

namespace {

/// `count` five-letter words, each with a space behind it.
std::string words(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "mines ";
  return text;
}

Range at(std::size_t begin, std::size_t size) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
}

}  // namespace

TEST_CASE("a passage of up to 3,000 code points is shown whole") {
  const std::string text = words(500);
  CHECK(excerpt(text, {}) == std::vector<Range>{at(0, text.size())});
  CHECK(excerpt("", {}).empty());

  std::string wide;
  for (int i = 0; i < 3000; ++i) wide += "雷";
  CHECK(excerpt(wide, {}).size() == 1);
  CHECK(excerpt(wide, {}).front().end == wide.size());
}

TEST_CASE("of a longer one, about 600 code points around each match") {
  const std::string text = words(2000);
  const std::vector<Range> matches = {at(1200, 5), at(9000, 5)};
  const auto windows = excerpt(text, matches);
  REQUIRE(windows.size() == 2);
  for (std::size_t i = 0; i < windows.size(); ++i) {
    CHECK(windows[i].begin <= matches[i].begin);
    CHECK(windows[i].end >= matches[i].end);
    const std::string shown(part_of(text, windows[i]));
    CHECK(code_points(shown) > 500);
    CHECK(code_points(shown) <= 605);
    CHECK(shown.starts_with("mines "));
    CHECK(shown.ends_with(" mines"));
  }
}

TEST_CASE("neighbouring matches share a window, many make at most five") {
  const std::string text = words(4000);
  CHECK(excerpt(text, std::vector<Range>{at(6000, 5), at(6060, 5), at(6120, 5)}).size() == 1);
  std::vector<Range> many;
  for (std::size_t i = 0; i < 20; ++i) many.push_back(at(i * 1200, 5));
  CHECK(excerpt(text, many).size() == 5);
}

TEST_CASE("a match longer than a window is shown whole") {
  const std::string text = words(2000);
  const std::vector<Range> match = {at(3000, 5000)};
  const auto windows = excerpt(text, match);
  REQUIRE(windows.size() == 1);
  CHECK(windows.front().begin <= 3000);
  CHECK(windows.front().end >= 8000);
}

TEST_CASE("without a match, the beginning") {
  const auto windows = excerpt(words(2000), {});
  REQUIRE(windows.size() == 1);
  CHECK(windows.front().begin == 0);
  CHECK(windows.front().end < 605);
}

TEST_CASE("windows never cut a character in two") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "雷";
  const auto windows = excerpt(text, std::vector<Range>{at(6000, 6)});
  REQUIRE(windows.size() == 1);
  CHECK_FALSE(first_invalid_utf8(part_of(text, windows.front())));
}
