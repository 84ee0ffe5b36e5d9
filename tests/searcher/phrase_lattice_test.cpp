// Lattices: counted, listed and cut alike.
#include "searcher/phrase_lattice.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <random>

using namespace pincite;

namespace {

PhraseEdge word(const std::string& term) { return {0, term, {}, true}; }
PhraseEdge nothing() { return {0, {}, {}, false}; }

std::string text(const PhraseReading& reading) {
  std::string all;
  for (const PhraseEdge& edge : reading.words) all += edge.term + " ";
  return all;
}

std::vector<std::string> texts(const PhraseLattice& lattice) {
  std::vector<std::string> all;
  for (const PhraseReading& reading : lattice.readings()) all.push_back(text(reading));
  std::sort(all.begin(), all.end());
  return all;
}

PhraseLattice random_lattice(std::mt19937& random) {
  const std::size_t words = 2 + random() % 6;
  PhraseLatticeBuilder builder(words);
  for (std::size_t i = 0; i < words; ++i) {
    const std::string term(1, static_cast<char>('a' + i));
    builder.add(i, i + 1, {word(term)});
    if (random() % 3 == 0) builder.add(i, i + 1, {word(term + "1"), word(term + "2")});
    if (i > 0 && random() % 4 == 0) builder.add(i, i + 1, {nothing()});
    if (i + 2 <= words && random() % 3 == 0) builder.add(i, i + 2, {word(term + "+")});
  }
  return builder.build();
}

}  // namespace

TEST_CASE("a lattice lists its readings") {
  PhraseLatticeBuilder builder(3);
  builder.add(0, 1, {word("antipersonnel")});
  builder.add(0, 1, {word("anti"), word("personnel")});
  builder.add(1, 2, {word("5")});
  builder.add(1, 2, {nothing()});
  builder.add(2, 3, {word("mines")});
  const PhraseLattice lattice = builder.build();
  CHECK(lattice.size() == 4);
  CHECK(texts(lattice) ==
        std::vector<std::string>{"anti personnel 5 mines ", "anti personnel mines ",
                                 "antipersonnel 5 mines ", "antipersonnel mines "});
}

TEST_CASE("every reading holds one of each piece") {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    const PhraseLattice lattice = random_lattice(random);
    const auto all = lattice.readings();
    CHECK(all.size() <= lattice.size());
    REQUIRE_FALSE(all.empty());
    for (const PhraseLattice& piece : lattice.pieces(4)) {
      const std::vector<std::string> parts = texts(piece);
      for (const PhraseReading& reading : all) {
        const std::string whole = " " + text(reading);
        CAPTURE(whole, parts);
        CHECK(std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
          return whole.find(" " + part) != std::string::npos;
        }));
      }
    }
  }
}

TEST_CASE("the number of readings does not overflow") {
  PhraseLatticeBuilder builder(1000);
  for (std::size_t i = 0; i < 1000; ++i) {
    builder.add(i, i + 1, {word("a")});
    builder.add(i, i + 1, {word("b")});
  }
  CHECK(builder.build().size() == std::numeric_limits<std::size_t>::max());
  CHECK(builder.build().pieces(16).size() == 1000);
}
