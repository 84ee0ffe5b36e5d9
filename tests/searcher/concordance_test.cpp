// Concordances: what stands around a match, how lines are set, what is cited and counted.
#include <catch2/catch.hpp>
#include <ctime>
#include <nlohmann/json.hpp>
#include <sstream>

#include "searcher/output/concordance_writers.h"
#include "searcher/output/context.h"
#include "searcher/output/wrap.h"
#include "tests/searcher/collection.h"
#include "tests/searcher/invented_document.h"

using namespace pincite;

namespace {

std::string part(const std::string& text, const Range& range) {
  return text.substr(range.begin, range.end - range.begin);
}

using Make = std::unique_ptr<AnswerSink> (*)(std::ostream&);

std::string printed(const Collection& c, const std::string& query, const TextStyle& style = {}) {
  std::ostringstream out;
  SearchRequest request;
  request.query = query;
  request.passages = 0;
  with_index(c.folder(), [&](const IndexReader& index) {
    search(index, request, *concordance_text_writer(out, style));
  });
  return out.str();
}

std::string printed(AnswerSink& writer, const std::ostringstream& out, DocumentHit hit) {
  const Answer answer = invented_answer();
  writer.begin(answer);
  writer.hit(std::move(hit));
  writer.end(answer);
  return out.str();
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line) && !line.empty();) all.push_back(line);
  return all;
}

/// Columns before `match`.
std::size_t column(const std::string& line, const std::string& match) {
  return columns(line.substr(0, line.find(match)));
}

}  // namespace

TEST_CASE("what stands around a match is cut to columns") {
  struct Row {
    std::string before, behind;
    std::size_t width;
    std::string left, right;
  };
  const Row row = GENERATE(values<Row>({
      {"", "", 5, "", ""},
      {"a bc", "de f", 2, "bc", "de"},
      {"a bc", "de f", 9, "a bc", "de f"},
      {"a bc", "de f", 0, "", ""},
      {"a\n  \t b", "c  \r\n d", 3, "a\n  \t b", "c  \r\n d"},  // a run of space is one column
      {"地雷", "地雷", 3, "雷", "地"},                          // no half of a wide character
      {"xe\u0302", "e\u0302x", 1, "e\u0302", "e\u0302"},
      {"xe\u0302y", "ye\u0302x", 1, "y", "y"},  // no mark without its letter
      {"xe\u0302y", "xye\u0302z", 2, "e\u0302y", "xy"},
      {"до", "мины", 3, "до", "мин"},
      {"🚩a", "a🚩", 2, "a", "a"},
  }));
  CAPTURE(row.before, row.behind, row.width);
  const std::string text = row.before + row.behind;
  const auto at = static_cast<std::uint32_t>(row.before.size());
  CHECK(part(text, context_before(text, at, row.width)) == row.left);
  CHECK(part(text, context_behind(text, at, row.width)) == row.right);
}

TEST_CASE("marks without end are no context without end") {
  std::string marks = "a";
  for (int i = 0; i < 100000; ++i) marks += "\u0302";
  const auto size = static_cast<std::uint32_t>(marks.size());
  CHECK(part(marks, context_before(marks, size, 10)).size() < 1000);
  CHECK(part(marks, context_behind(marks, 1, 10)).size() < 1000);
}

TEST_CASE("matches begin in one column, whatever stands before them") {
  Collection c;
  c.add("a", {"Crates.", "Nobody saw the crates near the harbour, whose crates were empty.",
              "Ящики и 木箱の crates were counted\nagain,  the\tcrates that were full."});
  const auto found = lines(printed(c, "=crates"));
  REQUIRE(found.size() == 5);
  CHECK(column(found[0], "Crates.") == kContext);
  CHECK(column(found[1], "crates near") == kContext);
  CHECK(column(found[2], "crates were empty") == kContext);
  CHECK(column(found[3], "crates were counted again, the crates") == kContext);
  CHECK(column(found[4], "crates that") == kContext);
}

TEST_CASE("a terminal's width is kept to") {
  Collection c;
  std::string words;
  for (int i = 0; i < 30; ++i) words += "several wörds 木箱 ";
  c.add("a", {(words + "crates " + words).c_str()}, [](Metadata& metadata) {
    metadata.title = "A title that is much longer than the place that is left for a citation";
  });
  for (const std::size_t width : {1U, 40U, 41U, 80U, 100U, 120U, 300U}) {
    CAPTURE(width);
    for (const std::string query : {"crates", "\"several wörds 木箱 several\""}) {
      const auto found = lines(printed(c, query, {false, width}));
      REQUIRE_FALSE(found.empty());
      for (const std::string& line : found) {
        CHECK(columns(line) <= std::max<std::size_t>(width, 40));
      }
    }
  }
}

TEST_CASE("an occurrence is cited with the notes that cover it, not all of its passage") {
  DocumentHit hit;
  hit.rank = 1;
  hit.document = invented_document();
  const std::string& text = hit.document.passages[3].text;
  hit.passages = {
      {3,
       {range_of(text, "old depôt"), range_of(text, "register"), range_of(text, "known")},
       MatchClass::words,
       {0, 1},
       {},
       "the whole passage's"}};
  std::ostringstream out;
  const auto writer = concordance_json_writer(out);
  const auto json = nlohmann::json::parse(printed(*writer, out, std::move(hit)));
  const auto& found = json["occurrences"];
  REQUIRE(found.size() == 3);
  const std::string where =
      "Strelsau Observer, “Ruritania: Border Survey”, November 2010, "
      "“Stockpiles”, 1st paragraph";
  CHECK(found[0]["citation"] == where + ", note 1.");
  CHECK(found[1]["citation"] == where + ", note 2.");
  CHECK(found[2]["citation"] == where + ".");
  CHECK(found[0]["left"] == "The “");
  CHECK(found[0]["match"] == "old depôt");
  CHECK(found[0]["right"] == "” was emptied in 2009.[1] No register\nof it was kept, the mi");
  CHECK(found[0]["highlight"] == nlohmann::json::array({5, 14}));
  CHECK(found[1]["highlight"] == nlohmann::json::array({43, 51}));
  CHECK(found[0]["passage"]["number"] == 4);
  CHECK(found[0]["passage"]["section"] == nlohmann::json::array({"Stockpiles"}));
  CHECK(json["counts"]["occurrences"] == 3);
  CHECK(json["counts"]["state"] ==
        nlohmann::json::parse(
            R"([{"value": "Ruritania", "label": "Ruritania", "occurrences": 3, "documents": 1}])"));
  CHECK(json["search"]["query"] == "\"old depot\"");
}

TEST_CASE("counts are by state and year, those without one last") {
  Collection c;
  c.add("a", {"Crates and crates."}, [](Metadata& metadata) {
    metadata.state = {"FJI", "TON"};
    metadata.date = Period::parse("2001/2002");
  });
  c.add("b", {"Crates."}, [](Metadata& metadata) {
    metadata.state = {"TON"};
    metadata.date = Period::parse("1999-05-01");
  });
  c.add("c", {"Crates, crates, crates, crates."});
  c.add("d", {"Boxes."}, [](Metadata& metadata) { metadata.state = {"PLW"}; });
  CHECK(printed(c, "crates OR symbol:X/1").ends_with(R"(
7 occurrences in 3 documents

by state  occurrences  documents  (documents of several count in each)
  none              4          1
  Tonga             3          2
  Fiji              2          1

by year  occurrences  documents  (documents of several count in each)
  1999             1          1
  2001             2          1
  2002             2          1
  none             4          1
)"));
  CHECK(printed(c, "lorries").empty());
}

TEST_CASE("hostile text stays in its line and its cell") {
  Document document = invented_document();
  document.passages[3].text = "a\x1b[31m \u202e b\r\n\u2028 =mines\x07\x9b c";
  document.metadata.title = "=1+1\x1b]0;title\x07";
  document.marks.clear();
  DocumentHit hit;
  hit.document = document;
  hit.passages = {
      {3, {range_of(document.passages[3].text, "mines")}, MatchClass::words, {}, {}, {}}};
  for (const Make make :
       {Make(concordance_csv_writer), Make(concordance_json_writer),
        Make([](std::ostream& out) { return concordance_text_writer(out, {}); })}) {
    std::ostringstream out;
    const auto writer = make(out);
    const std::string text = printed(*writer, out, DocumentHit(hit));
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("\u202e") == std::string::npos);
    CHECK(text.find("\n=") == std::string::npos);
    CHECK(text.find(",=") == std::string::npos);
  }
}

TEST_CASE("many occurrences in one passage take linear time") {
  const auto seconds = [](std::size_t count) {
    DocumentHit hit;
    hit.document = invented_document();
    Passage& passage = hit.document.passages[3];
    passage.text.clear();
    hit.document.marks.clear();
    PassageHit& found = hit.passages.emplace_back();
    found.passage = 3;
    for (std::size_t i = 0; i < count; ++i) {
      const auto at = static_cast<std::uint32_t>(passage.text.size());
      passage.text += "öre [1] ";
      found.highlights.push_back({at, at + 4});
      found.sources.push_back(static_cast<std::uint32_t>(i));
      hit.document.marks.push_back({0, 3, {at + 5, at + 8}, {at, at + 5}});
    }
    std::ostringstream out;
    const auto writer = concordance_json_writer(out);
    const auto start = std::clock();
    printed(*writer, out, std::move(hit));
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  };
  seconds(1000);
  CHECK(seconds(16000) < 40 * (seconds(2000) + 0.005));
}
