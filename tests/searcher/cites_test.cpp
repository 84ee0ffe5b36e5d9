// Searching by what notes cite, and from a note to the document that it cites: contract, section 4.
#include <catch2/catch.hpp>
#include <set>

#include "index/cited.h"
#include "searcher/links.h"
#include "tests/searcher/collection.h"
#include "tests/searcher/invented_document.h"

using namespace pincite;

namespace {

CitedSource source(const std::string& type, const std::string& state, const std::string& date) {
  CitedSource made;
  made.type = type;
  if (!state.empty()) made.state = {state};
  made.date = Period::parse(date);
  return made;
}

/// One paragraph of two sentences and a rest, each sentence covered by a note.
Document noted(const std::string& id, const std::vector<CitedSource>& first,
               const std::vector<CitedSource>& second) {
  Document document;
  document.id = id;
  const std::string text = "The depot was empty.[1] The guard had left.[2] Nobody asked.";
  document.passages = {passage(PassageKind::paragraph, text, kNone, 1),
                       passage(PassageKind::note, "[1] One."),
                       passage(PassageKind::note, "[2] Two.")};
  document.notes = {{"1", 1, 1, 4, first}, {"2", 2, 1, 4, second}};
  const Range one = range_of(text, "[1]");
  const Range two = range_of(text, "[2]");
  document.passages[0].silent = {one, two};
  document.marks = {{0, 0, one, {0, one.begin}}, {1, 0, two, {one.end, two.begin}}};
  return document;
}

void fill(Collection& c) {
  CitedSource report = source("article7_voluntary", "AZE", "");
  report.period = Period::parse("2000-06/2008-11");
  report.form = {"MBT/A", "MBT/B.1"};
  report.treaty = {"MBT"};
  c.add(noted("a", {source("response_letter", "AZE", "2010-07-21")}, {report}));
  c.add(noted(
      "b",
      {source("response_letter", "PLW", "2010-07-21"), source("statement", "AZE", "2005-06-13")},
      {}));
  c.add("plain", {"The depot was empty. The guard had left."});
}

std::string found(const Collection& c, const std::string& query,
                  std::vector<std::pair<std::string, std::string>> filters = {}) {
  SearchRequest request;
  request.query = query;
  request.filters = std::move(filters);
  std::set<std::string> ids;
  for (const DocumentHit& hit : c.search(request).hits) ids.insert(hit.document.id);
  std::string all;
  for (const std::string& id : ids) all += (all.empty() ? "" : " ") + id;
  return all;
}

}  // namespace

TEST_CASE("documents are found by what their notes cite") {
  Collection c;
  fill(c);
  struct Row {
    const char* query;
    const char* found;
  };
  const Row rows[] = {
      {"cites.type:response_letter", "a b"},
      {"cites.type:letter", "a b"},
      {"cites.state:AZE", "a b"},
      {"cites.state:Azerbaijan cites.type:letter", "a"},  // of one and the same source
      {"cites.state:PLW", "b"},
      {"cites.year:2005", "a b"},
      {"cites.year:2005 cites.type:statement", "b"},
      {"cites.year:2009..2011", "a b"},
      {"cites.year:1990", ""},
      {"cites.form:A", "a"},
      {"cites.form:\"form a\"", "a"},
      {"cites.form:MBT/B", "a"},
      {"cites.form:B.1", "a"},
      {"cites.treaty:MBT cites.type:letter", ""},
      {"cites.type:none", "plain"},
      {"cites.form:none", "b plain"},
      {"cites.form:none cites.type:letter", "b"},
      {"cites.type:none cites.type:statement", "b plain"},
      // with words, they lie in what the note covers
      {"depot cites.type:letter", "a b"},
      {"guard cites.type:letter", ""},
      {"guard cites.type:report", "a"},
      {"\"empty. The guard\" cites.type:letter", "a b"},
      {"\"nobody asked\" cites.type:letter", ""},
      {"\"nobody asked\" AND cites.type:letter", ""},
      {"depot AND cites.type:letter AND cites.state:PLW", "b"},
      {"depot cites.type:none", "plain"},
      {"depot -cites.state:PLW", "a plain"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(found(c, row.query) == row.found);
  }
  CHECK(found(c, "guard", {{"cites.form", "A"}}) == "a");
}

TEST_CASE("the passage shown is the one that the source covers, and its note is named") {
  Collection c;
  fill(c);
  const Answer without_words = c.search("cites.form:A");
  REQUIRE(without_words.hits.size() == 1);
  REQUIRE(without_words.hits[0].passages.size() == 1);
  CHECK(without_words.hits[0].passages[0].sources == std::vector<std::uint32_t>{1});
  CHECK(without_words.hits[0].passages[0].citation == "1st paragraph, note 2.");
  const Answer with_words = c.search("the cites.form:A");
  CHECK(highlighted(with_words) == "[The]");
  CHECK(with_words.hits[0].passages[0].citation == "1st paragraph, note 2.");
}

TEST_CASE("counts of what is cited are those of the search with that value required") {
  Collection c;
  fill(c);
  for (const char* query : {"depot", "guard", "\"nobody asked\"", "cites.type:letter", "-xyzzy",
                            "depot cites.state:AZE", "guard cites.year:2005"}) {
    SearchRequest request;
    request.query = query;
    request.facets = facet_fields();
    for (const auto& [field, counts] : c.search(request).facets) {
      std::uint32_t before = UINT32_MAX;
      for (const FacetCount& count : counts) {
        CAPTURE(query, field, count.value.value_or("none"));
        CHECK(count.count > 0);
        CHECK(count.count <= before);
        before = count.count;
        if (std::string(query).find(field + ":") != std::string::npos) continue;
        SearchRequest narrowed;
        narrowed.query = query;
        narrowed.filters = {{field, count.value.value_or("none")}};
        CHECK(c.search(narrowed).total == count.count);
      }
    }
  }
}

TEST_CASE("what cannot be asked of one source says so") {
  Collection c;
  fill(c);
  CHECK(has_notice(c.search("guard OR cites.type:letter"), "cites_anywhere"));
  CHECK(has_notice(c.search("guard -cites.type:letter"), "cites_anywhere"));
  CHECK_FALSE(has_notice(c.search("guard cites.type:letter"), "cites_anywhere"));
  CHECK_THROWS_WITH(c.search("cites.type:leter"), Catch::Contains("unknown value"));
  CHECK_THROWS_WITH(c.search("cites.form:Z"), Catch::Contains("unknown value"));
}

TEST_CASE("where no document is of a meeting, those that cite it are told") {
  CitedSource statement = source("statement", "AZE", "2010-11-29");
  statement.meeting = {"MBT-10MSP"};
  Collection c;
  c.add(noted("a", {statement}, {}));
  const Answer answer = c.search("depot meeting:MBT-10MSP");
  CHECK(answer.total == 0);
  CHECK(has_notice(answer, "meeting_is_cited"));
  CHECK(found(c, "depot cites.meeting:MBT-10MSP") == "a");
}

TEST_CASE("a note leads to the document that it cites, and back") {
  Collection c;
  CitedSource by_symbol = source("meeting_doc", "", "");
  by_symbol.symbol = "APLC/MSP.10/2010/WP.1";
  CitedSource press = source("press_item", "", "2011-03-03");
  press.title = "Depot Opened";
  c.add(noted("profile",
              {source("letter", "AZE", "2010-07-21"), by_symbol, source("letter", "PLW", "2010")},
              {press, source("report", "AZE", "2011"), source("statement", "AZE", "2005-06-13")}));
  const auto add = [&](const std::string& id, const std::string& type, const std::string& state,
                       const std::string& date, const std::string& title = {},
                       const std::string& symbol = {}) {
    c.add(id, {"text"}, [&](Metadata& m) {
      m.type = type;
      if (!state.empty()) m.state = {state};
      m.date = Period::parse(date);
      m.title = title;
      m.symbol = symbol;
    });
  };
  add("letter", "response_letter", "AZE", "2010-07-21");
  add("another-day", "response_letter", "AZE", "2010-07-22");
  add("another-type", "statement", "AZE", "2010-07-21");
  add("paper", "working_paper", "", "2010", "A paper", "APLC/MSP.10/2010/WP.1");
  add("longer-symbol", "working_paper", "", "2010", "A paper", "APLC/MSP.10/2010/WP.1/Add.1");
  add("press", "press_item", "", "2011-03-03", "“Depot opened”");
  add("too-wide", "country_profile", "AZE", "2011");
  add("twice-1", "statement", "AZE", "2005-06-13");
  add("twice-2", "statement", "AZE", "2005-06-13");
  with_index(c.folder(), [](const IndexReader& index) {
    Document profile = index.record(index.find("profile")).document();
    link_sources(profile, 0, index);
    link_sources(profile, 1, index);
    CHECK(profile.notes[0].sources[0].document == "letter");
    CHECK(profile.notes[0].sources[1].document == "paper");
    CHECK(profile.notes[0].sources[2].document.empty());
    CHECK(profile.notes[1].sources[0].document == "press");
    CHECK(profile.notes[1].sources[1].document.empty());
    CHECK(profile.notes[1].sources[2].document.empty());  // of two that it could be
    const auto citing = [&](const char* id) {
      return documents_citing(index.record(index.find(id)).document(), index);
    };
    CHECK(citing("letter") == std::vector<std::string>{"profile"});
    CHECK(citing("paper") == std::vector<std::string>{"profile"});
    CHECK(citing("another-day").empty());
    CHECK(citing("another-type").empty());
    CHECK(citing("too-wide").empty());
    CHECK(citing("profile").empty());
  });
}

TEST_CASE("what notes cite is read from its slot as it was written") {
  std::vector<CoveringNote> notes(2);
  notes[0].covers = {{3, 9}, {109, 120}};
  notes[0].sources = {cited_values(source("letter", "AZE", "2010")),
                      cited_values(source("", "", ""))};
  notes[1].covers = {{10, 10}};
  notes[1].sources = {cited_values(source("statement", "AZE", "2009-12/2010-01"))};
  CHECK(read_covering_notes(write_covering_notes(notes)) == notes);
  CHECK(write_covering_notes({}).empty());
  const std::string bytes = write_covering_notes(notes);
  for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
    // damaged bytes are told or read as less; they never harm
    std::size_t read = 0;
    try {
      read = read_covering_notes(std::string_view(bytes).substr(0, cut)).size();
    } catch (const std::exception& error) {
      CHECK(std::string(error.what()) != "");
    }
    CHECK(read <= 1);
  }
}
