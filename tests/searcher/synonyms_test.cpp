// Plain words are widened by the other names of what they name; what was typed comes first.
#include "searcher/synonyms.h"

#include <catch2/catch.hpp>

#include "tests/searcher/collection.h"

using namespace pincite;

namespace {

Answer all_required(const Collection& c, const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.all = true;
  return c.search(request);
}

}  // namespace

TEST_CASE("names find what is called by another name, and a notice says so") {
  struct Row {
    const char* query;
    const char* text;
  };
  const Row rows[] = {
      {"APM", "They buried anti-personnel mines."},
      {"AP mine", "They buried antipersonnel landmines."},
      {"AP mines", "APMs were buried."},
      {"antipersonnel mine", "Des mines antipersonnel y furent posées."},
      {"anti-personnel mine", "An AP mine was buried."},
      {"минa APM", "противопехотные мины"},
      {"UXO", "There was unexploded ordnance."},
      {"explosive remnants of war", "There was ERW in the field."},
      {"IED", "An improvised explosive device was found."},
      {"Mine Ban Treaty", "It signed the Ottawa Convention."},
      {"ottawa convention", "It signed the Anti-Personnel Mine Ban Convention."},
      {"APMBC",
       "It signed the Convention on the Prohibition of the Use, Stockpiling, Production "
       "and Transfer of Anti-Personnel Mines and on their Destruction."},
      {"MBT", "Elle a signé la Convention d’Ottawa."},
      {"CCM", "It joined the Convention on Cluster Munitions."},
      {"CCW", "It joined the Convention on Certain Conventional Weapons."},
      {"10MSP", "The Tenth Meeting of the States Parties opened."},
      {"Tenth Meeting of the States Parties", "The 10MSP opened."},
      {"65/48", "It voted for A/RES/65/48."},
      {"A/RES/65/48", "It voted for resolution 65/48."},
      {"Azerbaijan", "Азербайджан заявил."},
      {"Азербайджан", "L’Azerbaïdjan déclare."},
      {"Aserbaidschan", "Azerbaijan declared."},
      {"アゼルバイジャン", "Azerbaijan declared."},
      {"Côte d'Ivoire", "The Ivory Coast declared."},
      {"DRC", "The Democratic Republic of the Congo declared."},
      {"阿塞拜疆", "Azerbaijan declared."},
      {"Norwegen", "Norway declared."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query, row.text);
    Collection c;
    c.add("other", {row.text}).add("stranger", {"Nothing in point is written here."});
    const Answer answer = c.search(row.query);
    CHECK(Collection::ids(answer) == "other");
    CHECK(has_notice(answer, "synonyms"));
    CHECK_FALSE(highlighted(answer).empty());
    CHECK(has_notice(c.search("harbour OR " + std::string("(") + row.query + ")"), "synonyms"));
    CHECK_FALSE(has_notice(c.search("\"" + std::string(row.query) + "\""), "synonyms"));
  }
}

TEST_CASE("a document with the words as typed comes before those with other names") {
  Collection c;
  c.add("other", {"Anti-personnel mines, anti-personnel mines. Anti-personnel mines."})
      .add("typed", {"A long report on many other things, where an APM is named once among them."})
      .add("neither", {"A sentence about the harbour."});
  CHECK(c.found("APM") == "typed other");
  CHECK(c.found("=APM") == "typed");
  CHECK(c.found("\"APM\"") == "typed");
  CHECK(c.found("-APM") == "neither other");
  CHECK(c.found("+APM report") == "typed other");
  CHECK(c.found("APM AND report") == "typed");
  CHECK(Collection::ids(all_required(c, "APM")) == "typed other");
  CHECK(all_required(c, "harbour APM").total == 0);
  CHECK(c.search("APM").all_words == 2U);
  for (const DocumentHit& hit : c.search("APM").hits) CHECK(hit.score < 100);
}

TEST_CASE("a run of words is required whole, or one of its other names") {
  Collection c;
  c.add("convention", {"It signed the Ottawa Convention in haste."})
      .add("treaty", {"It signed the Mine Ban Treaty in haste."})
      .add("part", {"It signed a treaty in haste."});
  CHECK(c.found("Mine Ban Treaty").substr(0, 6) == "treaty");
  CHECK(c.search("Mine Ban Treaty").total == 3);
  CHECK(Collection::ids(all_required(c, "Mine Ban Treaty haste")) == "treaty convention");
  CHECK(highlighted(all_required(c, "mine ban treaty")) ==
        "[Mine][Ban][Treaty][Ottawa Convention]");
  CHECK(c.search("Mine Ban Treaty").all_words == 2U);
}

TEST_CASE("titles are widened too") {
  Collection c;
  c.add("one", {"Text."}, [](Metadata& metadata) { metadata.title = "The Ottawa Convention"; });
  CHECK(c.found("title:APMBC") == "one");
  CHECK(c.found("title:(mine ban treaty)") == "one");
  CHECK(c.found("APMBC").empty());
}

TEST_CASE("words that are no name are not widened") {
  Collection c;
  c.add("one", {"AP mine, anti-personnel mine, Ottawa Convention; Iceland, Grenada, Chad, the "
                "Central African Republic, the United States, Laos."});
  for (const char* query : {"mine", "mines", "ban", "treaty mine", "convention", "island",
                            "grenade", "cat", "end", "car", "us", "laws", "personnel"}) {
    CAPTURE(query);
    CHECK_FALSE(has_notice(c.search(query), "synonyms"));
  }
}

TEST_CASE("every key of the table has names that are looked up by it") {
  const SynonymText text = synonym_text();
  std::size_t keys = 0;
  std::string_view before;
  for (std::size_t at = 0; at < text.keys.size(); at = text.keys.find('\n', at) + 1, ++keys) {
    const std::string_view key = text.keys.substr(at, text.keys.find('\t', at) - at);
    CHECK(before < key);
    before = key;
    if (keys % 50 != 0) continue;
    CAPTURE(key);
    const auto tokens = name_tokens(key);
    if (tokens.empty()) continue;
    const std::size_t ends[] = {tokens.size() - 1};
    CHECK(longest_synonym(tokens, 0, ends).names.size() > 1);
  }
  CHECK(keys > 15000);
}
