#include "searcher/coverage.h"

#include <catch2/catch.hpp>

#include "tests/searcher/collection.h"

using namespace pincite;

using Years = std::map<int, std::uint64_t>;

namespace {

Coverage coverage(const Collection& c) {
  Coverage coverage;
  with_index(c.folder(), [&](const IndexReader& index) { coverage = coverage_of(index); });
  return coverage;
}

}  // namespace

TEST_CASE("the years that are missing lie between the first and the last") {
  struct Row {
    Years years;
    std::vector<std::pair<int, int>> missing;
  };
  const Row row = GENERATE(values<Row>({
      {{}, {}},
      {{{1999, 1}}, {}},
      {{{1999, 1}, {2000, 4}}, {}},
      {{{1999, 1}, {2001, 1}}, {{2000, 2000}}},
      {{{1989, 1}, {1999, 1}, {2000, 1}, {2003, 9}}, {{1990, 1998}, {2001, 2002}}},
  }));
  CHECK(missing_years(row.years) == row.missing);
}

TEST_CASE("every document is covered somewhere, or known to have no state or date") {
  Collection c;
  const auto of = [](std::vector<std::string> states, const char* date) {
    return [=](Metadata& metadata) {
      metadata.state = states;
      metadata.date = Period::parse(date);
    };
  };
  c.add("a", {"Crates."}, of({"FJI"}, "1999-05-01"));
  c.add("b", {"Crates."}, of({"FJI", "TON"}, "2001/2002"));
  c.add("c", {"Crates."}, of({}, "2001"));
  c.add("d", {"Crates."}, of({"TON"}, ""));
  c.add("e", {"Crates."}, of({}, ""));
  c.add("f", {"Crates."}, of({"FJI"}, "1999"));
  const Coverage found = coverage(c);
  CHECK(found.states.at("FJI").documents == 3);
  CHECK(found.states.at("FJI").years == Years{{1999, 2}, {2001, 1}, {2002, 1}});
  CHECK(found.states.at("FJI").undated == 0);
  CHECK(found.states.at("TON").documents == 2);
  CHECK(found.states.at("TON").years == Years{{2001, 1}, {2002, 1}});
  CHECK(found.states.at("TON").undated == 1);
  CHECK(found.states.at("").documents == 2);
  CHECK(found.states.at("").years == Years{{2001, 1}});
  CHECK(found.years == Years{{1999, 2}, {2001, 2}, {2002, 1}});
  CHECK(found.undated == 2);
}
