// CSV, RIS, BibTeX and CSL-JSON of an answer whose notes are known to cite sources.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "searcher/output/output.h"
#include "searcher/output/record_type.h"
#include "searcher/output/reference.h"
#include "tests/searcher/invented_document.h"

using namespace pincite;

namespace {

/// The invented answer, with what note 1 cites.
Answer cited_answer() {
  Answer answer = invented_answer();
  Document& document = answer.hits.front().document;
  document.metadata.url = "http://strelsau.example/survey?page=1&part=a_b";
  document.metadata.accessed = "2012-03-04";
  document.passages[3].locator.page = "12";
  CitedSource letter;
  letter.type = "letter";
  letter.state = {"Ruritania"};
  letter.state_from = SourceOrigin::document;
  letter.office = "Ministry of Works";
  letter.date = Period::parse("2009-05-03");
  letter.at = {0, 46};
  document.notes[0].sources = {letter};
  PassageHit& hit = answer.hits.front().passages.front();
  const std::uint32_t note[] = {0};
  hit.citation = cite(document, hit.passage, note);
  return answer;
}

template <typename Write>
std::string printed(Write write, const Answer& answer) {
  std::ostringstream out;
  write(out, answer);
  return out.str();
}

/// The sources of the first note become these.
Answer with_sources(std::vector<CitedSource> sources) {
  Answer answer = cited_answer();
  answer.hits.front().document.notes[0].sources = std::move(sources);
  return answer;
}

nlohmann::json first_item(const Answer& answer) {
  return nlohmann::json::parse(printed(write_csl, answer)).at(0);
}

}  // namespace

TEST_CASE("CSV: a header and a row a passage") {
  CHECK(
      printed(write_csv, cited_answer()) ==
      R"(document id,title,state,type,date,section,paragraph,page,quotation,citation,note,note's source,url,search query,search understood,search filters,search limits,search found,search index,search revision,search documents,search date,search program
ruritania/survey-2010.txt,Ruritania: Border Survey,Ruritania,country_profile,2010-11,Stockpiles,1,12,"The “old depôt” was emptied in 2009.[1] No register
of it was kept, the ministry said.[2] Nothing more is known.[9]","Strelsau Observer, “Ruritania: Border Survey”, November 2010, “Stockpiles”, 1st paragraph, p. 12, note 1, http://strelsau.example/survey?page=1&part=a_b.","1: Letter from the Ministry of Works, 3 May 2009.",Letter · [Ruritania] · Ministry of Works · 3 May 2009,http://strelsau.example/survey?page=1&part=a_b,"""old depot""","""old depot""","state: Ruritania, none; date: 2010-01-01..","every word required; sort: relevance; documents: 1 from 2; passages: all",3,papers.index,000001.1-abcdef,7,2012-11-29T08:30:00Z,pincite 0.1.0
)");
}

TEST_CASE("RIS: a record a passage, its source cited in it") {
  CHECK(printed(write_ris, cited_answer()) == R"(TY  - RPRT
ID  - ruritania-survey-2010.txt-4
TI  - Ruritania: Border Survey
M3  - Country profile
PB  - Strelsau Observer
PY  - 2010
DA  - 2010/11//
Y2  - 2012/03/04/
SE  - Stockpiles
SP  - 12
UR  - http://strelsau.example/survey?page=1&part=a_b
AB  - The “old depôt” was emptied in 2009.[1] No register of it was kept, the ministry said.[2] Nothing more is known.[9]
N1  - “Stockpiles”, 1st paragraph, p. 12, note 1. Letter from the Ministry of Works, 3 May 2009, cited in Strelsau Observer, “Ruritania: Border Survey”, November 2010, “Stockpiles”, 1st paragraph, p. 12, note 1, http://strelsau.example/survey?page=1&part=a_b.
U1  - Search of 2012-11-29T08:30:00Z: "old depot"; state: Ruritania, none; date: 2010-01-01..; every word required; sort: relevance; documents: 1 from 2; passages: all. Found: 3 of 7 documents. Index: papers.index, revision 000001.1-abcdef; pincite 0.1.0.
)"
                                              "ER  - \n\n");
}

TEST_CASE("BibTeX: an entry a passage, its source cited in it") {
  CHECK(
      printed(write_bibtex, cited_answer()) ==
      R"(@comment{Search of 2012-11-29T08:30:00Z: "old depot"; state: Ruritania, none; date: 2010-01-01..; every word required; sort: relevance; documents: 1 from 2; passages: all. Found: 3 of 7 documents. Index: papers.index, revision 000001.1-abcdef; pincite 0.1.0.}

@techreport{ruritania-survey-2010.txt-4,
  title = {{Ruritania: Border Survey}},
  type = {Country profile},
  institution = {{Strelsau Observer}},
  year = {2010},
  month = nov,
  date = {2010-11},
  url = {http://strelsau.example/survey?page=1&part=a_b},
  urldate = {2012-03-04},
  pages = {12},
  note = {“Stockpiles”, 1st paragraph, p. 12, note 1},
  annote = {Letter from the Ministry of Works, 3 May 2009, cited in Strelsau Observer, “Ruritania: Border Survey”, November 2010, “Stockpiles”, 1st paragraph, p. 12, note 1, http://strelsau.example/survey?page=1\&part=a\_b.},
  abstract = {The “old depôt” was emptied in 2009.[1] No register of it was kept, the ministry said.[2] Nothing more is known.[9]}
}

)");
}

TEST_CASE("CSL-JSON: an item a passage, its source an item in it") {
  auto expected = nlohmann::json::parse(R"({
    "id": "ruritania-survey-2010.txt-4",
    "type": "report",
    "title": "Ruritania: Border Survey",
    "genre": "Country profile",
    "issued": {"date-parts": [[2010, 11]]},
    "publisher": "Strelsau Observer",
    "page": "12",
    "URL": "http://strelsau.example/survey?page=1&part=a_b",
    "accessed": {"date-parts": [[2012, 3, 4]]},
    "section": "Stockpiles",
    "locator": "“Stockpiles”, 1st paragraph, p. 12, note 1",
    "note": "Letter from the Ministry of Works, 3 May 2009, cited in Strelsau Observer, “Ruritania: Border Survey”, November 2010, “Stockpiles”, 1st paragraph, p. 12, note 1, http://strelsau.example/survey?page=1&part=a_b.",
    "custom": {"sources": [{
      "type": "personal_communication",
      "author": [{"literal": "Ruritania"}],
      "genre": "Letter",
      "issued": {"date-parts": [[2009, 5, 3]]},
      "note": "Ministry of Works"}]}
  })");
  expected["custom"]["search"] =
      R"(Search of 2012-11-29T08:30:00Z: "old depot"; state: Ruritania, none; date: 2010-01-01..; every word required; sort: relevance; documents: 1 from 2; passages: all. Found: 3 of 7 documents. Index: papers.index, revision 000001.1-abcdef; pincite 0.1.0.)";
  auto item = first_item(cited_answer());
  CHECK(item["abstract"] == cited_answer().hits.front().document.passages[3].text);
  item.erase("abstract");
  CHECK(item == expected);
}

TEST_CASE("only the note that covers the match is its source") {
  Answer answer = cited_answer();
  PassageHit& hit = answer.hits.front().passages.front();
  hit.sources = {};
  hit.others = {0, 1};
  for (const auto& write : {write_csv, write_ris, write_bibtex, write_csl}) {
    const std::string text = printed(write, answer);
    CHECK(text.find("cited in") == std::string::npos);
    CHECK(text.find("Letter") == std::string::npos);
  }
}

TEST_CASE("a note that cites nothing known is given in its words") {
  const Answer answer = with_sources({});
  CHECK(first_item(answer)["note"] == "Note 1: Letter from the Ministry of Works, 3 May 2009.");
  CHECK_FALSE(first_item(answer)["custom"].contains("sources"));
}

TEST_CASE("several sources, and one that repeats another note's") {
  CitedSource report;
  report.type = "article7_report";
  report.state = {"AZE"};
  report.date = Period::parse("2009");
  report.at = {0, 6};
  CitedSource same;
  same.type = "interview";
  same.person = "Anton Hentzau";
  same.office = "Director";
  same.state = {"AZE"};
  same.addressee = "Landmine Monitor";
  same.repeats = "3";
  same.at = {0, 6};
  const auto item = first_item(with_sources({report, same}));
  const std::string note = item["note"];
  CHECK(note.starts_with("Letter; Interview · Azerbaijan · Anton Hentzau · Director"));
  CHECK(note.find(", cited in Strelsau Observer, “Ruritania: Border Survey”") != std::string::npos);
  const auto& sources = item["custom"]["sources"];
  REQUIRE(sources.size() == 2);
  CHECK(sources[0]["author"][0]["literal"] == "Azerbaijan");
  CHECK(sources[1]["author"][0]["literal"] == "Anton Hentzau");
  CHECK(sources[1]["recipient"][0]["literal"] == "Landmine Monitor");
  CHECK(sources[1]["note"] == "Director, Azerbaijan");
}

TEST_CASE("a match in a note is cited as that note, with its sources") {
  Answer answer = cited_answer();
  DocumentHit& hit = answer.hits.front();
  const std::string& text = hit.document.passages[6].text;
  hit.passages = {{6, {range_of(text, "Works")}, MatchClass::exact, {}, {}, {}}};
  hit.passages.front().citation = cite(hit.document, 6, {});
  const auto item = first_item(answer);
  CHECK(item["locator"] == "note 1");
  CHECK(
      item["note"].get<std::string>().starts_with("Letter from the Ministry of Works, 3 May 2009"));
  hit.document.notes[0].sources.clear();
  CHECK_FALSE(first_item(answer).contains("note"));
}

TEST_CASE("what the document does not say is left out") {
  Answer answer = cited_answer();
  answer.record = {};
  answer.hits.front().document.metadata = {};
  answer.hits.front().document.passages[3].locator = {};
  PassageHit& hit = answer.hits.front().passages.front();
  hit.sources = {};
  const auto item = first_item(answer);
  CHECK(item.size() == 3);
  CHECK(item["type"] == "document");
  CHECK(
      printed(write_bibtex, answer).starts_with("@misc{ruritania-survey-2010.txt-4,\n  abstract"));
  CHECK(printed(write_ris, answer).starts_with("TY  - GEN\nID  - ruritania-survey-2010.txt-4\nAB"));
}

TEST_CASE("the meeting is that of a document of the meeting, in the field of its type") {
  Answer answer = cited_answer();
  Metadata& metadata = answer.hits.front().document.metadata;
  metadata.symbol = "X/1";
  metadata.place = "Geneva";
  metadata.on_behalf_of = {"EUE"};
  metadata.type = "statement";
  const std::string meeting = "Tenth Meeting of the States Parties, Mine Ban Treaty";
  const auto item = first_item(answer);
  CHECK(item["event-title"] == meeting);
  CHECK(item["event-place"] == "Geneva");
  CHECK(item["note"].get<std::string>().starts_with("on behalf of European Union\nLetter from"));
  const auto ris = [&answer] { return printed(write_ris, answer); };
  CHECK(ris().find("AU  - Ruritania\n") != std::string::npos);
  CHECK(ris().find("T2  - " + meeting + "\nPB  - Strelsau Observer\nCY  - Geneva\n") !=
        std::string::npos);
  CHECK(ris().find("M1  - X/1\n") != std::string::npos);
  CHECK(ris().find("note 1. on behalf of European Union. Letter from") != std::string::npos);
  metadata.type = "working_paper";
  CHECK(ris().find("KW  - " + meeting + "\n") != std::string::npos);
  CHECK(ris().find("SN  - X/1\n") != std::string::npos);
  metadata.type = "press_item";
  CHECK(ris().find("T2  - Strelsau Observer\n") != std::string::npos);
  CHECK(ris().find("CN  - X/1\n") != std::string::npos);
  CHECK(first_item(answer)["container-title"] == "Strelsau Observer");
}

TEST_CASE("what a document type is to reference managers") {
  const struct {
    const char* type;
    RecordType expected;
  } kRows[] = {
      {"country_profile", {"report", "RPRT", "techreport", false}},
      {"area_profile", {"report", "RPRT", "techreport", false}},
      {"oral_remarks", {"speech", "SLIDE", "misc", true}},
      {"article7_voluntary", {"report", "RPRT", "techreport", true}},
      {"response_letter", {"personal_communication", "PCOMM", "misc", true}},
      {"email", {"personal_communication", "ICOMM", "misc", true}},
      {"press_item", {"article-newspaper", "NEWS", "article", false}},
      {"press_release", {"report", "RPRT", "techreport", false}},
      {"resolution", {"legislation", "STAT", "misc", false}},
      {"treaty_text", {"treaty", "STAT", "misc", false}},
      {"book", {"book", "BOOK", "book", false}},
      {"postcard", {"document", "GEN", "misc", false}},
      {"", {"document", "GEN", "misc", false}},
  };
  for (const auto& row : kRows) {
    CAPTURE(row.type);
    const RecordType found = record_type(row.type);
    CHECK(found.csl == row.expected.csl);
    CHECK(found.ris == row.expected.ris);
    CHECK(found.bibtex == row.expected.bibtex);
    CHECK(found.state_speaks == row.expected.state_speaks);
  }
}

TEST_CASE("keys of records are ASCII, and unique whatever their case") {
  ReferenceKeys keys;
  CHECK(keys.make("azerbaijan/mine-ban-policy-2011.txt", 14) ==
        "azerbaijan-mine-ban-policy-2011.txt-15");
  CHECK(keys.make("statements.jsonl#12", 0) == "statements.jsonl-12-1");
  CHECK(keys.make("..//A--b..", 0) == "A-b-1");
  std::set<std::string> made;
  const std::string ids[] = {"a/b",
                             "a-b",
                             "A-B",
                             "a b",
                             "a%b",
                             "a{b",
                             "",
                             "?",
                             "Äb",
                             "äb",
                             "договор",
                             "договоры",
                             "\\",
                             "a,b",
                             "~",
                             std::string(4096, 'x'),
                             std::string(4095, 'x'),
                             "a-b-1",
                             "\xff"};
  for (const std::string& id : ids) {
    std::string key = keys.make(id, 0);
    CAPTURE(id, key);
    CHECK(key.find_first_not_of(
              "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._") ==
          std::string::npos);
    CHECK(key.size() < 130);
    for (char& c : key) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    CHECK(made.insert(key).second);
  }
  ReferenceKeys again;
  CHECK(again.make("договор", 2) == ReferenceKeys().make("договор", 2));
}

TEST_CASE("TeX's own characters and ligatures are not TeX in BibTeX") {
  Answer answer = cited_answer();
  Document& document = answer.hits.front().document;
  document.metadata.title = R"(a&b%c$d#e_f{g}h~i^j\k--l``m''n?`o)";
  document.metadata.url = "http://e.example/{a}\\b c\"d%20";
  const std::string text = printed(write_bibtex, answer);
  CHECK(text.find(
            R"(title = {{a\&b\%c\$d\#e\_f{\textbraceleft}g{\textbraceright}h{\textasciitilde}i)"
            R"({\textasciicircum}j{\textbackslash}k-{}-l`{}`m'{}'n?{}`o}})") != std::string::npos);
  CHECK(text.find("url = {http://e.example/%7Ba%7D%5Cb%20c%22d%20}") != std::string::npos);
}
