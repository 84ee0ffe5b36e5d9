// Copies of a passage folded into the one shown first, told through the public door.
#include <catch2/catch.hpp>

#include "tests/searcher/collection.h"

using namespace pincite;

namespace {

constexpr const char* kDenied =
    "The harbour master denied that any crate had left the lower quay. He put the report down to "
    "an "
    "accidental clerical error. A second inspection was announced for the spring, with three "
    "observers from the guild.";

std::function<void(Metadata&)> dated(const std::string& date) {
  return [date](Metadata& metadata) {
    metadata.title = "Harbour survey";
    metadata.date = Period::parse(date);
  };
}

Answer folded(const Collection& c, const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.fold = true;
  return c.search(request);
}

/// Each hit with its copies: `2009: 2010 2011~`; `~` marks those that are only nearly the same.
std::string leads(const Answer& answer) {
  std::string all;
  for (const DocumentHit& hit : answer.hits) {
    all += (all.empty() ? "" : "; ") + hit.document.id + ":";
    for (const PassageHit& passage : hit.passages) {
      for (const PassageCopy& copy : passage.copies) {
        all += " " + copy.id + (copy.differences.empty() ? "" : "~");
      }
    }
  }
  return all;
}

/// How a text fares beside kDenied: `same`, `nearly`, `apart`.
std::string beside(const std::string& other, const std::string& query) {
  Collection c;
  c.add("a", {kDenied}, dated("2009")).add("b", {other.c_str()}, dated("2010"));
  const Answer answer = folded(c, query);
  REQUIRE(answer.total == 2);
  if (answer.hits.size() == 2) return "apart";
  return answer.hits[0].passages[0].copies.at(0).differences.empty() ? "same" : "nearly";
}

std::string changed(const std::string& from, const std::string& to) {
  std::string text = kDenied;
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("yearly editions are folded, named by date") {
  Collection c;
  c.add("y2011", {"The year brought rain.", kDenied}, dated("2011"))
      .add("y2009", {kDenied, "The year was dry."}, dated("2009"))
      .add("y2010", {kDenied}, dated("2010"))
      .add("other", {"An accidental clerical error was made by the weaver."}, dated("2012"));
  const Answer answer = folded(c, "\"accidental clerical error\"");
  CHECK(answer.total == 4);
  CHECK(answer.folded == 2);
  CHECK(answer.shown == 2);
  REQUIRE(answer.hits.size() == 2);
  for (const DocumentHit& hit : answer.hits) {
    if (hit.document.id == "other") continue;
    REQUIRE(hit.passages[0].copies.size() == 2);
    const PassageCopy& first = hit.passages[0].copies[0];
    CHECK(first.date->first_year() < hit.passages[0].copies[1].date->first_year());
    CHECK(first.citation.find("Harbour survey") != std::string::npos);
  }
  CHECK(answer.hits[0].rank == 1);
  CHECK(answer.hits[1].rank == 2);
}

TEST_CASE("without being asked nothing is folded") {
  Collection c;
  c.add("a", {kDenied}).add("b", {kDenied});
  const Answer answer = c.search("\"clerical error\"");
  CHECK(answer.hits.size() == 2);
  CHECK(answer.folded == 0);
  CHECK(leads(answer) == "a:; b:");
}

TEST_CASE("renderings are copies; another wording of the match never is") {
  const std::string query = "\"clerical error\"";
  struct Row {
    std::string other;
    const char* likeness;
  };
  const Row rows[] = {
      {kDenied, "same"},
      {changed("accidental clerical error", "“ACCIDENTAL clerical error”"), "same"},
      {changed("lower quay", "lower\nquay"), "same"},
      {changed("denied", "de\u00ADnied"), "same"},
      {"STRELSAU, 3 May — " + std::string(kDenied), "nearly"},
      {changed("three observers", "four observers"), "nearly"},
      {changed(" A second inspection was announced for the spring, with three observers from the "
               "guild.",
               ""),
       "nearly"},
      {changed("accidental clerical", "deliberate clerical"), "apart"},
      {changed("put the report", "did not put the report"), "apart"},
      {changed("The harbour master denied that any crate had left the lower quay.",
               "All the boats were counted by the wardens at dawn, and again at dusk."),
       "apart"},
      {changed("from the guild", "from the guild, after another clerical error"), "apart"},
      {"A clerical error.", "apart"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.other);
    CHECK(beside(row.other, query) == row.likeness);
  }
}

TEST_CASE("what differs is told") {
  Collection c;
  c.add("a", {kDenied}, dated("2009"))
      .add("b", {changed("three observers", "four observers").c_str()}, dated("2010"));
  const Answer answer = folded(c, "\"clerical error\"");
  REQUIRE(answer.hits.size() == 1);
  const std::vector<CopyDifference>& differences =
      answer.hits[0].passages[0].copies.at(0).differences;
  REQUIRE(differences.size() == 1);
  CHECK(differences[0].own_text == "three");
  CHECK(differences[0].text == "four");
}

TEST_CASE("limit and offset count what is shown") {
  Collection c;
  for (const char* id : {"a1", "a2", "a3"}) c.add(id, {kDenied});
  for (const char* id : {"b1", "b2"}) {
    c.add(id, {"The weaver spoke of a clerical error in the books of his uncle."});
  }
  c.add("c1", {"No clerical error was ever found by the four clerks of the guild hall."});
  SearchRequest request;
  request.query = "\"clerical error\"";
  request.fold = true;
  std::string paged;
  request.limit = 1;
  for (request.offset = 0; request.offset < 4; ++request.offset) {
    const Answer page = c.search(request);
    CHECK(page.total == 6);
    for (const DocumentHit& hit : page.hits) paged += std::to_string(hit.rank) + leads(page) + "; ";
  }
  request.limit = 0;
  request.offset = 0;
  const Answer whole = c.search(request);
  std::string at_once;
  for (const DocumentHit& hit : whole.hits) {
    Answer one;
    one.hits = {hit};
    at_once += std::to_string(hit.rank) + leads(one) + "; ";
  }
  CHECK(whole.hits.size() == 3);
  CHECK(paged == at_once);
}

TEST_CASE("a document that has more to show keeps its place") {
  Collection c;
  c.add("a", {kDenied}, dated("2009"))
      .add("b", {kDenied, "The same clerical error came to light in the toll house books."},
           dated("2010"));
  SearchRequest request;
  request.query = "\"clerical error\"";
  request.fold = true;
  request.sort = SearchRequest::Sort::date;
  const Answer answer = c.search(request);
  CHECK(leads(answer) == "a: b; b:");
  REQUIRE(answer.hits.size() == 2);
  CHECK(answer.hits[0].folded_passages == 0);
  CHECK(answer.hits[1].folded_passages == 1);
  CHECK(answer.hits[1].passages.size() == 1);
  CHECK(answer.hits[1].matching_passages == 2);
}

TEST_CASE("a passage told again in its own document is a copy there") {
  Collection c;
  c.add("a", {kDenied, "Between them stood a note on tides.", kDenied}, dated("2009"));
  const Answer answer = folded(c, "\"clerical error\"");
  REQUIRE(answer.hits.size() == 1);
  REQUIRE(answer.hits[0].passages.size() == 1);
  CHECK(answer.hits[0].passages[0].copies.at(0).same_document);
}

TEST_CASE("only documents under the filters are copies; titles and lists without words are apart") {
  Collection c;
  c.add("a", {kDenied}, dated("2009")).add("b", {kDenied}, dated("2010"));
  CHECK(leads(folded(c, "\"clerical error\" year:2010")) == "b:");
  CHECK(folded(c, "year:2009..2010").hits.size() == 2);
  CHECK(folded(c, "title:survey").hits.size() == 2);
}
