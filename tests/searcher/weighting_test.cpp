#include "searcher/weighting.h"

#include <catch2/catch.hpp>

#include "searcher/closeness.h"
#include "searcher/function_words.h"

using namespace pincite;

TEST_CASE("rarity falls with the documents that have a word, and never below nothing") {
  CHECK(rarity(1, 100) > rarity(50, 100));
  CHECK(rarity(50, 100) > rarity(100, 100));
  CHECK(rarity(100, 100) > 0);
  CHECK(rarity(120, 100) > 0);  // more than there are: an estimate
}

TEST_CASE("function words are known in several languages, words of the field are none") {
  for (const char* word : {"the", "what", "dans", "para", "nicht", "который", "الذي"}) {
    CAPTURE(word);
    CHECK(is_function_word(word));
  }
  for (const char* word : {"mine", "mines", "war", "state", "car", "die", "sin", "", " "}) {
    CAPTURE(word);
    CHECK_FALSE(is_function_word(word));
  }
}

TEST_CASE("a word counts as often as it is typed, within bounds, and a function word less") {
  const WordCounts counts = count_words(parse_query("mines the mines (clearance mines)").root);
  CHECK(counts.at("mines") == 3);
  CHECK(emphasis("mines", "mines", counts) == 3);
  CHECK(emphasis("clearance", "clearance", counts) == 1);
  CHECK(emphasis("absent", "absent", counts) == 1);
  CHECK(emphasis("the", "the", counts) == kFunctionWord);
  CHECK(emphasis("mines", "mines", {{"mines", 100000}}) == 10);
}

TEST_CASE("words count the more the closer they stand, and not at all far off or alone") {
  const std::vector<Unit> units(2);
  const auto at = [&](std::uint32_t second) {
    const std::vector<Occurrence> found = {{1, 1, 0}, {second, second, 1}};
    return closeness(found, units);
  };
  CHECK(at(2) > at(3));
  CHECK(at(3) > at(9));
  CHECK(at(9) > 0);
  CHECK(at(10) == 0);
  CHECK(closeness(std::vector<Occurrence>{{1, 1, 0}, {2, 2, 0}}, units) == 0);
  CHECK(closeness({}, units) == 0);
}
