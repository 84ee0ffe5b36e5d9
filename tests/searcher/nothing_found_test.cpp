// What is said where nothing was found, told through the public door.
#include <catch2/catch.hpp>

#include "corpus/text.h"
#include "searcher/spellings.h"
#include "searcher/suggestion.h"
#include "tests/searcher/collection.h"

using namespace pincite;

namespace {

void fill(Collection& c) {
  c.add("note-2010", {"The envoy spoke of an accidental clerical error.", "Nothing was stored."},
        [](Metadata& metadata) {
          metadata.state = {"FRA"};
          metadata.date = Period::parse("2010-05");
          metadata.type = "letter";
        })
      .add("note-2011",
           {"The clerical mishap was accidental; the error was small.", "Depots stood empty."},
           [](Metadata& metadata) {
             metadata.state = {"ITA"};
             metadata.date = Period::parse("2011");
             metadata.type = "statement";
           })
      .add("picture", {});
}

SearchRequest request(const std::string& query,
                      std::vector<std::pair<std::string, std::string>> filters = {}) {
  SearchRequest made;
  made.query = query;
  made.filters = std::move(filters);
  return made;
}

/// `--year 2011: 1; --state FRA: 0`
std::string told(const std::vector<Without>& list) {
  std::string all;
  for (const Without& without : list) {
    if (!all.empty()) all += "; ";
    for (const std::string& part : without.parts) {
      all += (&part == &without.parts.front() ? "" : " + ") + part;
    }
    all += ": " + std::to_string(without.documents);
  }
  return all;
}

std::string told(const std::optional<Suggestion>& offered) {
  if (!offered) return "";
  return offered->query + " " + std::to_string(offered->documents) +
         (offered->unfiltered ? " unfiltered" : "");
}

}  // namespace

TEST_CASE("what was searched is told only where nothing was found") {
  Collection c;
  fill(c);
  CHECK_FALSE(c.search("error").nothing_found);
  const Answer answer = c.search("\"error clerical\"");
  REQUIRE(answer.nothing_found);
  CHECK(answer.hits.empty());
  CHECK(answer.nothing_found->documents == 3);
  CHECK(answer.nothing_found->passages == 4);
  CHECK(answer.nothing_found->without_text == 1);
  CHECK(answer.nothing_found->skipped == 0);
}

TEST_CASE("each filter is told with what it hides") {
  Collection c;
  fill(c);
  const std::string phrase = "\"accidental clerical error\"";
  struct Row {
    SearchRequest request;
    std::string without;
    std::string without_two;
    std::optional<std::uint32_t> unrestricted;
  };
  SearchRequest dates = request(phrase);
  dates.from = "2011";
  dates.to = "2012";
  const Row rows[] = {
      {request(phrase, {{"year", "2011"}}), "--year 2011: 1", "", 1},
      {request(phrase + " state:Italy"), "state:Italy: 1", "", 1},
      {request(phrase + " AND state:Italy"), "state:Italy: 1", "", 1},
      {request(phrase + " -stored"), "-stored: 1", "", 1},
      {request(phrase + " AND NOT stored"), "NOT stored: 1", "", 1},
      {request(phrase, {{"year", "2010"}, {"state", "Italy"}}), "--state Italy: 1; --year 2010: 0",
       "", 1},
      {request(phrase + " year:2011", {{"state", "ITA"}, {"type", "letter"}}),
       "--state ITA: 0; year:2011: 0; --type letter: 0", "--state ITA + year:2011: 1", 1},
      {request(phrase, {{"year", "2011"}, {"year", "1999"}}), "--year 2011 + --year 1999: 1", "",
       1},
      {request(phrase, {{"covers", "1999"}}), "--covers 1999: 1", "", 1},
      {request(phrase, {{"cites.type", "none"}, {"year", "2011"}}),
       "--year 2011: 1; --cites-type none: 0", "", 1},
      {dates, "--from 2011: 1; --to 2012: 0", "", 1},
      {request("\"error clerical\"", {{"year", "2011"}}), "--year 2011: 0", "", 0},
      {request("zebra"), "", "", std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.request.query, row.without);
    const Answer answer = c.search(row.request);
    REQUIRE(answer.nothing_found);
    CHECK(told(answer.nothing_found->without) == row.without);
    CHECK(told(answer.nothing_found->without_two) == row.without_two);
    CHECK(answer.nothing_found->unrestricted == row.unrestricted);
  }
}

TEST_CASE("the word that leaves nothing is told") {
  Collection c;
  fill(c);
  const Answer joined = c.search("depots AND zebra AND clerical");
  REQUIRE(joined.nothing_found);
  CHECK(told(joined.nothing_found->without) == "depots: 0; zebra: 1; clerical: 0");
  SearchRequest all = request("depots stored clerical");
  all.all = true;
  const Answer every = c.search(all);
  REQUIRE(every.nothing_found);
  CHECK(told(every.nothing_found->without) == "depots: 1; stored: 1; clerical: 0");
  std::string words;
  for (const WordDocuments& word : joined.nothing_found->words) {
    words += word.word + " " + std::to_string(word.documents) + " ";
  }
  CHECK(words == "depots 1 zebra 0 clerical 2 ");
}

TEST_CASE("the words of a phrase that stands nowhere are counted in any order") {
  Collection c;
  fill(c);
  struct Row {
    SearchRequest request;
    const char* told;
  };
  const Row rows[] = {
      {request("\"error clerical\""), "=error AND =clerical 2"},
      {request("\"error clerical\"", {{"year", "2010"}}), "=error AND =clerical 1"},
      {request("\"error clerical\"", {{"year", "1990"}}), "=error AND =clerical 2 unfiltered"},
      {request("\"error zebra\""), ""},
      {request("\"accidental clerical error\"", {{"year", "2011"}}), ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.request.query);
    const Answer answer = c.search(row.request);
    REQUIRE(answer.nothing_found);
    CHECK(told(answer.nothing_found->in_any_order) == row.told);
  }
}

TEST_CASE("a word that is in no document is spelled as one that is") {
  Collection c;
  fill(c);
  struct Row {
    SearchRequest request;
    const char* offered;
  };
  const Row rows[] = {
      {request("clercial"), "clerical 2"},
      {request("Clercial"), "Clerical 2"},
      {request("CLERCIAL"), "CLERICAL 2"},
      {request("acidental clerical error"), "accidental clerical error 2"},
      {request("\"acidental clerical eror\""), "\"accidental clerical error\" 1"},
      {request("acidental NEAR/3 error"), "accidental NEAR/3 error 2"},
      {request("+acidental +depots"), "+accidental +depots 1"},
      {request("error -stoerd"), "error -stored 1"},
      {request("=depotts"), "=depots 1"},
      {request("\"acidental clerical error\" state:Italy"),
       "\"accidental clerical error\" state:Italy 1 unfiltered"},
      {request("\"acidental clerical error\"", {{"year", "2010"}}),
       "\"accidental clerical error\" 1"},
      {request("clerical"), ""},
      {request("clericals"), ""},
      {request("error"), ""},
      {request("xqzt"), ""},
      {request("2019"), ""},
      {request("\"error small depots\""), ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.request.query);
    CHECK(told(c.search(row.request).suggestion) == row.offered);
  }
}

TEST_CASE("what is offered is not applied") {
  Collection c;
  fill(c);
  const Answer answer = c.search("\"acidental clerical error\"");
  CHECK(answer.suggestion);
  CHECK(answer.total == 0);
  CHECK(answer.hits.empty());
  CHECK(answer.parsed == "\"acidental clerical error\"");
}

TEST_CASE("the nearest wording is told with what differs, and is no hit") {
  Collection c;
  fill(c);
  struct Row {
    SearchRequest request;
    const char* told;
  };
  const Row rows[] = {
      {request("\"spoke of an accidental technical error\""),
       "note-2010: =spoke of an accidental -clerical +technical =error"},
      {request("\"spoke of an accidental clerical error\"", {{"year", "2011"}}),
       "note-2010 unfiltered: =spoke of an accidental clerical error"},
      {request("\"the clerical mishap was deliberate\"", {{"year", "2011"}}),
       "note-2011: =the clerical mishap was -accidental +deliberate"},
      {request("\"nobody ever wrote such words\""), ""},
      {request("zebra"), ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.request.query);
    const Answer answer = c.search(row.request);
    CHECK(answer.hits.empty());
    REQUIRE(answer.nothing_found);
    std::string all;
    if (const auto& nearest = answer.nothing_found->nearest) {
      all = nearest->hit.document.id + (nearest->unfiltered ? " unfiltered:" : ":");
      std::string told;
      for (const Difference& one : nearest->difference) {
        const char* signs[] = {" =", " +", " -"};
        told += signs[static_cast<std::size_t>(one.kind)] + std::string(trim(one.text));
      }
      all += told;
      CHECK_FALSE(nearest->hit.passages.at(0).citation.empty());
    }
    CHECK(all == row.told);
  }
}

TEST_CASE("words of every script are spelled, in titles too") {
  Collection c;
  c.add("one",
        {"Операция по разминированию начата", "Die Abrüstung schreitet fort",
         "إزالة الألغام للأغراض الإنسانية"},
        [](Metadata& metadata) { metadata.title = "Clearance of the Zenda valley"; });
  struct Row {
    const char* query;
    const char* offered;
  };
  const Row rows[] = {
      {"разминиррованию", "разминированию 1"},
      {"Abrustumg", "Abrustung 1"},
      {"الألغمام", "الالغام 1"},
      {"title:clearence", "title:clearance 1"},
      {"title:разминиррованию", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(told(c.search(row.query).suggestion) == row.offered);
  }
}

TEST_CASE("changes between words are counted in letters") {
  struct Row {
    const char* a;
    const char* b;
    std::uint32_t changes;
  };
  const Row rows[] = {
      {"error", "error", 0}, {"error", "eror", 1},    {"error", "errror", 1},
      {"error", "erorr", 1}, {"error", "arror", 1},   {"error", "rreor", 2},
      {"error", "er", 3},    {"мина", "мины", 1},     {"", "ab", 2},
      {"", "", 0},           {"error", "terrors", 2}, {"abcdef", "fedcba", 3},
  };
  for (const Row& row : rows) {
    CAPTURE(row.a, row.b);
    CHECK(changes_between(row.a, row.b, 2) == row.changes);
    CHECK(changes_between(row.b, row.a, 2) == row.changes);
  }
}

TEST_CASE("a spelling has the capitals that were typed") {
  CHECK(capitals_as("eror", "error") == "error");
  CHECK(capitals_as("Eror", "error") == "Error");
  CHECK(capitals_as("EROR", "error") == "ERROR");
  CHECK(capitals_as("Écoel", "ecole") == "Ecole");
  CHECK(capitals_as("", "error") == "error");
}
