#include "searcher/likeness.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

using namespace pincite;

namespace {

using Words = std::vector<std::string>;

Words words(const std::string& text) {
  std::istringstream in(text);
  Words all;
  for (std::string word; in >> word;) all.push_back(word);
  return all;
}

/// Of two texts that share the words in capitals.
Likeness likeness_of(const Words& own, const Words& other) {
  const auto shared = [](const Words& all) {
    const auto is_shared = [](const std::string& word) { return word[0] >= 'A' && word[0] <= 'Z'; };
    const auto first = std::ranges::find_if(all, is_shared) - all.begin();
    const auto count = std::ranges::count_if(all, is_shared);
    return Range{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first + count)};
  };
  return likeness(own, shared(own), other, shared(other));
}

/// `three>four; >new`
std::string partings(const std::string& own_text, const std::string& other_text) {
  const Words own = words(own_text);
  const Words other = words(other_text);
  std::string all;
  for (const Parting& parting : likeness_of(own, other).partings) {
    if (!all.empty()) all += "; ";
    for (std::uint32_t i = parting.own.begin; i < parting.own.end; ++i) all += own[i] + " ";
    all += ">";
    for (std::uint32_t i = parting.other.begin; i < parting.other.end; ++i) all += " " + other[i];
  }
  return all;
}

}  // namespace

TEST_CASE("what parts two passages is told from what they share on to both sides") {
  struct Row {
    const char* own;
    const char* other;
    const char* partings;
  };
  const Row rows[] = {
      {"the OLD DEPOT was empty", "the OLD DEPOT was empty", ""},
      {"OLD DEPOT", "OLD DEPOT", ""},
      {"the OLD DEPOT held three tons of it", "the OLD DEPOT held four tons of it", "three > four"},
      {"we say the OLD DEPOT held it", "strelsau monday we say the OLD DEPOT held it",
       "> strelsau monday"},
      {"the OLD DEPOT held it and more was not said", "the OLD DEPOT held it",
       "and more was not said >"},
      {"near it the OLD land mine DEPOT", "near it the OLD land mine DEPOT", ""},
      {"a land mine near the OLD DEPOT", "a landmine near the OLD DEPOT", ""},
      {"the OLD DEPOT of landmines was shut", "the OLD DEPOT of land mines was shut", ""},
      {"x y z OLD DEPOT", "a b c OLD DEPOT", "x y z > a b c"},
      {"it was not so the OLD DEPOT", "it was so the OLD DEPOT", "not >"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.own, row.other);
    CHECK(partings(row.own, row.other) == row.partings);
  }
}

TEST_CASE("copies share most of the shorter passage, parted by few words") {
  struct Row {
    const char* own;
    const char* other;
    bool copies;
  };
  const Row rows[] = {
      {"OLD DEPOT", "OLD DEPOT", true},
      {"OLD DEPOT stood", "OLD DEPOT fell", false},
      {"the OLD DEPOT was shut in may and its keeper left for good",
       "the OLD DEPOT was shut in june and its keeper left for good", true},
      {"the OLD DEPOT was shut in may and its keeper left for good",
       "strelsau sunday the OLD DEPOT was shut in may and its keeper left for good", true},
      {"the OLD DEPOT was shut in may and its keeper left for good",
       "the OLD DEPOT was burnt by night while all the town looked on", false},
      {"the OLD DEPOT was shut in may and its keeper left for good",
       "this OLD DEPOT is shut in june as its owner left for ever", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.own, row.other);
    const Words own = words(row.own);
    const Words other = words(row.other);
    CHECK(are_copies(likeness_of(own, other), own.size(), other.size()) == row.copies);
  }
}
