// Filters and facets: contract, section 4.
#include <catch2/catch.hpp>

#include "corpus/error.h"
#include "tests/searcher/collection.h"

using namespace pincite;

namespace {

/// Statements, a letter, an unknown type, dates of every kind, documents without values.
void fill(Collection& c) {
  c.add("aze-2010", {"mines"},
        [](Metadata& m) {
          m.state = {"AZE"};
          m.type = "statement";
          m.meeting = {"MBT-10MSP"};
          m.treaty = {"MBT"};
          m.date = Period::parse("2010-11-29");
          m.language = "en";
        })
      .add("aze-letter", {"mines"},
           [](Metadata& m) {
             m.state = {"AZE"};
             m.type = "response_letter";
             m.date = Period::parse("2010-07");
             m.language = "en";
           })
      .add("report", {"mines"},
           [](Metadata& m) {
             m.state = {"PLW"};
             m.type = "article7_voluntary";
             m.period = Period::parse("2000-06/2008-11");
             m.treaty = {"MBT", "CCM"};
           })
      .add("group", {"mines"},
           [](Metadata& m) {
             m.state = {"ATG"};
             m.on_behalf_of = {"group:oecs", "GRD"};
             m.type = "communiqué of a kind";
             m.date = Period::parse("2004");
             m.language = "fr";
             m.meeting = {"CCM-10MSP"};
           })
      .add("bare", {"mines"});
}

std::string found(const Collection& c, const std::string& field, const std::string& value) {
  SearchRequest request;
  request.filters = {{field, value}};
  return Collection::ids(c.search(request));
}

}  // namespace

TEST_CASE("filters recognise every form of a value") {
  Collection c;
  fill(c);
  struct Row {
    const char* field;
    const char* value;
    const char* ids;
  };
  const Row rows[] = {
      {"state", "AZE", "aze-letter aze-2010"},
      {"state", "az", "aze-letter aze-2010"},
      {"state", "Republic of Azerbaijan", "aze-letter aze-2010"},
      {"state", "Азербайджан", "aze-letter aze-2010"},
      {"state", "Grenada", "group"},
      {"state", "none", "bare"},
      {"state", "Fiji", ""},
      {"type", "letter", "aze-letter"},
      {"type", "correspondence", "aze-letter"},
      {"type", "article 7 report", "report"},
      {"type", "report", "report"},
      {"type", "Communique of a KIND", "group"},
      {"type", "none", "bare"},
      {"meeting", "10MSP", "group aze-2010"},
      {"meeting", "Tenth Meeting of the States Parties to the Mine Ban Treaty", "aze-2010"},
      {"treaty", "Ottawa Convention", "report aze-2010"},
      {"language", "fr", "group"},
      {"language", "EN", "aze-letter aze-2010"},
      {"language", "de", ""},
      {"year", "2010", "aze-letter aze-2010"},
      {"year", "2008", "report"},
      {"year", "2003..2004", "report group"},
      {"year", "2005..", "report aze-letter aze-2010"},
      {"year", "..2004", "report group"},
      {"year", "none", "bare"},
      {"date", "2010-11", "aze-2010"},
      {"date", "2010-07-15", "aze-letter"},
      {"date", "2010-07-15..2010-11-29", "aze-letter aze-2010"},
      {"covers", "2003", "report"},
      {"covers", "2008-12", ""},
      {"covers", "2010", ""},
      {"covers", "none", "group aze-letter aze-2010 bare"},
      {"date", "none", "bare"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.field, row.value);
    CHECK(found(c, row.field, row.value) == row.ids);
    SearchRequest in_query;
    in_query.query = std::string("mines ") + row.field + ":\"" + row.value + "\"";
    in_query.sort = SearchRequest::Sort::date;
    CHECK(c.search(in_query).total == c.search({"", {{row.field, row.value}}}).total);
  }
}

TEST_CASE("an unknown value is an error that names the nearest ones") {
  Collection c;
  fill(c);
  struct Row {
    const char* field;
    const char* value;
    const char* named;
  };
  const Row rows[] = {{"state", "Azerbajan", "Azerbaijan"},
                      {"meeting", "Tenth Meting of the States Parties", "Tenth Meeting"},
                      {"type", "statment", "tatement"},
                      {"year", "MMX", "2010-11-29"},
                      {"year", "2010..2005", "ends before it begins"},
                      {"covers", "soon", "2010-11"},
                      {"language", "klingonese", "en"},
                      {"state", " ", "none"}};
  for (const Row& row : rows) {
    CAPTURE(row.field, row.value);
    try {
      found(c, row.field, row.value);
      FAIL_CHECK("no error");
    } catch (const Error& error) {
      const std::string all = error.subject() + error.cause() + error.advice();
      CHECK_THAT(all, Catch::Contains(row.named));
      CHECK_THAT(all, Catch::Contains(row.value));
    }
  }
}

TEST_CASE("a value of several meanings means any of them, and a notice names them") {
  Collection c;
  fill(c);
  const Answer answer = c.search({"", {{"meeting", "10MSP"}}});
  CHECK(has_notice(answer, "several_meanings"));
  const Answer narrowed = c.search({"", {{"meeting", "10MSP"}, {"treaty", "MBT"}}});
  CHECK(narrowed.total == 1);
  CHECK_FALSE(has_notice(narrowed, "several_meanings"));
  CHECK(has_notice(c.search("mines (meeting:10MSP OR type:letter)"), "several_meanings"));
}

TEST_CASE("repeating a field means any of its values; different fields all hold") {
  Collection c;
  fill(c);
  CHECK(c.search({"", {{"state", "AZE"}, {"state", "PLW"}}}).total == 3);
  CHECK(c.search({"", {{"state", "AZE"}, {"type", "letter"}}}).total == 1);
  CHECK(c.search("mines state:AZE state:PLW").total == 3);
  CHECK(c.search("state:AZE AND state:PLW").total == 0);
  CHECK(c.search("mines -state:AZE").total == 3);
  CHECK(c.search("(state:AZE OR type:none) mines").total == 3);
  CHECK(c.search("state:AZE AND mines").total == 2);
}

TEST_CASE("from and to take in whole months and years, and say what has no date") {
  Collection c;
  fill(c);
  SearchRequest request;
  request.from = "2010-07-31";
  request.to = "2010-11";
  Answer answer = c.search(request);
  CHECK(Collection::ids(answer) == "aze-letter aze-2010");
  CHECK(has_notice(answer, "undated_left_out"));
  request.filters = {{"state", "AZE"}};
  CHECK_FALSE(has_notice(c.search(request), "undated_left_out"));
  request.filters = {{"year", "2009"}};
  CHECK(c.search(request).total == 0);
}

TEST_CASE("documents sort by date, those without one last") {
  Collection c;
  fill(c);
  SearchRequest request;
  request.query = "mines";
  request.sort = SearchRequest::Sort::date;
  CHECK(Collection::ids(c.search(request)) == "report group aze-letter aze-2010 bare");
  request.sort = SearchRequest::Sort::date_descending;
  CHECK(Collection::ids(c.search(request)) == "aze-2010 aze-letter report group bare");
}

TEST_CASE("without words, each document shows its first passage") {
  Collection c;
  c.add("one", {"First paragraph.", "Second."}, [](Metadata& m) { m.type = "statement"; });
  const Answer answer = c.search("type:statement");
  REQUIRE(answer.hits.size() == 1);
  REQUIRE(answer.hits[0].passages.size() == 1);
  CHECK(answer.hits[0].passages[0].passage == 0);
  CHECK_FALSE(answer.hits[0].passages[0].match.has_value());
  CHECK(answer.hits[0].passages[0].highlights.empty());
}

TEST_CASE("for every facet entry, requiring its value finds as many documents as it counts") {
  Collection c;
  fill(c);
  struct Row {
    const char* query;
    std::vector<std::pair<std::string, std::string>> filters;
  };
  const Row rows[] = {{"mines", {}},
                      {"", {{"treaty", "MBT"}}},
                      {"mines", {{"year", "2004..2010"}}},
                      {"mines -type:letter", {{"state", "AZE"}, {"state", "none"}}}};
  for (const Row& row : rows) {
    SearchRequest request{row.query, row.filters};
    request.facets = facet_fields();
    const Answer answer = c.search(request);
    for (const auto& [field, counts] : answer.facets) {
      const auto filtered = [&, field = field](const auto& filter) {
        return filter.first == field;
      };
      if (std::any_of(row.filters.begin(), row.filters.end(), filtered)) continue;
      for (const FacetCount& entry : counts) {
        SearchRequest narrowed{row.query, row.filters};
        narrowed.filters.emplace_back(field, entry.value.value_or("none"));
        CAPTURE(row.query, field, entry.value.value_or("none"));
        CHECK(c.search(narrowed).total == entry.count);
        CHECK(entry.count > 0);
      }
    }
  }
}

TEST_CASE("facets are listed by count, then value") {
  Collection c;
  fill(c);
  SearchRequest request;
  request.query = "mines";
  request.facets = {"type"};
  std::string listed;
  const Answer answer = c.search(request);
  for (const FacetCount& entry : answer.facets[0].second) {
    listed += entry.value.value_or("null") + " " + std::to_string(entry.count) + ", ";
  }
  CHECK(listed ==
        "article7_report 1, article7_voluntary 1, communiqué of a kind 1, correspondence 1, "
        "government_report 1, letter 1, report 1, response_letter 1, speech 1, statement 1, "
        "null 1, ");
}
