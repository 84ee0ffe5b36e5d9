#include "searcher/nearest.h"

#include <catch2/catch.hpp>
#include <string>

#include "index/schema.h"
#include "tests/searcher/collection.h"

using namespace pincite;

namespace {

struct Depots : Collection {
  Depots() {
    add("clearance",
        {"The river crossing was cleared by two teams of divers before the autumn flood.",
         "No crossing was opened to lorries in that year, and none will be."});
    add("stocks",
        {"Forty crates of fuses were counted in the northern depot.[1] The southern depot held "
         "none.",
         "The depots will be emptied", "before the end of the decade by the same company."});
    for (int i = 0; i < 40; ++i) {
      add("other" + std::to_string(i),
          {"The delegation thanked the president of the meeting and the teams of the "
           "secretariat for the work of the year."});
    }
  }
};

/// The id and the nearest text, with what differs: `id: same [-dropped-] {+added+}`.
std::string told(const IndexReader& index, const NearestWording& wording, const std::string& text) {
  Record record = index.record(wording.entry);
  std::string told = record.document().id + ":";
  for (const WordingStep& step : wording.steps) {
    const std::string source =
        step.source.begin == step.source.end
            ? ""
            : record.load(step.passage)
                  .text.substr(step.source.begin, step.source.end - step.source.begin);
    const std::string quoted = text.substr(step.quoted.begin, step.quoted.end - step.quoted.begin);
    switch (step.kind) {
      case AlignedWords::Kind::same:
        told += " " + source;
        break;
      case AlignedWords::Kind::added:
        told += " {+" + quoted + "+}";
        break;
      case AlignedWords::Kind::dropped:
        told += " [-" + source + "-]";
        break;
    }
  }
  return told;
}

std::string nearest(const Collection& collection, const std::string& text) {
  std::string answer = "nothing";
  with_index(collection.folder(), [&](const IndexReader& index) {
    const auto found = nearest_wordings(index, {text});
    if (!found.empty()) answer = told(index, found.front(), text);
  });
  return answer;
}

}  // namespace

TEST_CASE("the nearest wording is found whatever was changed") {
  const Depots made;
  struct Row {
    const char* text;
    const char* told;
  };
  const Row rows[] = {
      {"the river crossing was mined by two teams",
       "clearance: The river crossing was [-cleared-] {+mined+} by two teams"},
      {"the depot crossing was cleared by two teams",
       "clearance: The [-river-] {+depot+} crossing was cleared by two teams"},
      {"the southern depot held some", "stocks: The southern depot held [-none-] {+some+}"},
      {"no crossing was not opened to lorries",
       "clearance: No crossing was {+not+} opened to lorries"},
      {"no crossing opened to lorries", "clearance: No crossing [-was-] opened to lorries"},
      {"fuses were counted in the northern depot the eastern depot held none",
       "stocks: fuses were counted in the northern depot The [-southern-] {+eastern+} depot held "
       "none"},
      {"the depots will be emptied after the end of the decade",
       "stocks: The depots will be emptied [-before-] {+after+} the end of the decade"},
      {"forty crates of fuses were counted in the southern depot.[1] The",
       "stocks: Forty crates of fuses were counted in the [-northern-] {+southern+} depot The"},
      {"many groups of divers before the autumn flood",
       "clearance: [-two-] {+many+} [-teams-] {+groups+} of divers before the autumn flood"},
      {"crates of fuses were counted in the northern shed",
       "stocks: crates of fuses were counted in the northern [-depot-] {+shed+}"},
      {"sheds the southern depot held", "stocks: {+sheds+} The southern depot held"},
      {"zebras quarrel", "nothing"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(nearest(made, row.text) == row.told);
  }
}

TEST_CASE("the nearest wording is looked for where that is asked") {
  const Depots made;
  with_index(made.folder(), [&](const IndexReader& index) {
    NearestRequest request;
    request.text = "the river crossing was mined by two teams";
    request.within = Xapian::Query(id_term("stocks"));
    for (const NearestWording& wording : nearest_wordings(index, request)) {
      CHECK(wording.entry == index.find("stocks"));
    }
  });
}

TEST_CASE("a wording that runs over the end of a passage has a part in each") {
  const Depots made;
  with_index(made.folder(), [&](const IndexReader& index) {
    const auto found =
        nearest_wordings(index, {"the depots will be emptied before the end of a decade"});
    REQUIRE(!found.empty());
    REQUIRE(found.front().parts.size() == 2);
    CHECK(found.front().parts[0].passage == 1);
    CHECK(found.front().parts[1].passage == 2);
    CHECK(found.front().likeness == Approx(10.0 / 11));
  });
}

TEST_CASE("what has no words, and what has very many, is looked for too") {
  const Depots made;
  CHECK(nearest(made, "") == "nothing");
  CHECK(nearest(made, "… — !") == "nothing");
  std::string many;
  for (int i = 0; i < 50'000; ++i) many += "the river ";
  CHECK(nearest(made, many) != "nothing");
}
