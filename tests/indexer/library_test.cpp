#include "indexer/library/library.h"

#include <catch2/catch.hpp>

#include "corpus/error.h"
#include "indexer/library/tex_text.h"
#include "indexer/manifest.h"
#include "tests/indexer/read_text.h"

using namespace pincite;
using Lines = std::vector<std::string>;
namespace fs = std::filesystem;

namespace {

/// The rows of a library as `FILE-OR-#ID field=value|...`, and its warnings.
struct Outcomes {
  Lines rows;
  Lines warnings;
};

Outcomes library(const std::string& name, std::string_view text, const Lines& files = {}) {
  const TemporaryFolder folder;
  write(folder.path() / name, text);
  for (const std::string& file : files) {
    fs::create_directories((folder.path() / file).parent_path());
    write(folder.path() / file, "text");
  }
  Outcomes outcomes;
  const Manifest read = read_manifest(folder.path() / name, [&](Warning&& warning) {
    outcomes.warnings.push_back(warning.code + ": " + warning.text);
  });
  for (const ManifestRow& row : read.rows) {
    std::string line =
        row.id.empty() ? row.file.lexically_relative(folder.path()).string() : "#" + row.id;
    for (const GivenValue& given : row.given) {
      line += (&given == row.given.data() ? " " : "|") + given.field + "=" + given.values.front();
    }
    outcomes.rows.push_back(line);
  }
  return outcomes;
}

}  // namespace

TEST_CASE("CSL-JSON as a manifest") {
  const Outcomes read = library("library.json", R"([
    {"id": "a1", "type": "speech", "title": "On mines", "author": [{"given": "Ana", "family": "Bel"},
     {"literal": "Ministry of Roads"}], "issued": {"date-parts": [["2010", 11, 29]]},
     "event-title": "10MSP", "number": "APLC/MSP.10/2010/9", "URL": "https://example.org/a",
     "attachments": [{"path": "files/1/a.pdf"}, {"path": "file:///tmp/b%20c.pdf"}]},
    {"id": "http://zotero.org/users/1/items/AB", "type": "article-newspaper", "title": "A road",
     "container-title": "The Daily Road", "issued": {"raw": "2011-03"},
     "accessed": {"date-parts": [[2012, 1]]}},
    7,
    {"type": "report", "title": "No key", "issued": {"date-parts": [[2009], [2010]]}}
  ])");
  CHECK(read.rows ==
        Lines{"files/1/a.pdf type=speech|author=Ana Bel; Ministry of Roads|date=2010-11-29|"
              "url=https://example.org/a|meeting=10MSP|symbol=APLC/MSP.10/2010/9|title=On mines|"
              "citation_key=a1",
              "../b c.pdf type=speech|author=Ana Bel; Ministry of Roads|date=2010-11-29|"
              "url=https://example.org/a|meeting=10MSP|symbol=APLC/MSP.10/2010/9|title=On mines|"
              "citation_key=a1",
              "#http://zotero.org/users/1/items/AB type=press_item|date=2011-03|accessed=2012-01|"
              "publisher=The Daily Road|title=A road|"
              "citation_key=http://zotero.org/users/1/items/AB"});
  CHECK(read.warnings == Lines{"bad_manifest_row: row at line 3 is left out: it is no JSON object",
                               "item_without_file: items of the library have no file attached and "
                               "are left out"});
}

TEST_CASE("a JSON manifest that is no library") {
  CHECK_THROWS_AS(library("library.json", "{\"path\": \"a.txt\"}"), Error);
  CHECK_THROWS_AS(library("library.json", "not JSON"), Error);
  CHECK_THROWS_AS(library("library.json", std::string(100'000, '[')), Error);
}

TEST_CASE("RIS as a manifest") {
  const Outcomes read =
      library("library.ris",
              "TY  - RPRT\r\nAU  - Bel, Ana\r\nAU  - Ministry of Roads\r\n"
              "TI  - On mines\r\n   and roads\r\nPY  - 2010///\r\n"
              "DA  - 2010/11/29/\r\nPB  - The Press\r\nL1  - files/1/a%20b.txt\r\n"
              "L2  - internal-pdf://3/c.pdf\r\nER  - \r\n\r\n"
              "TY  - NEWS\r\nTI  - A road\r\nT2  - The Daily Road\r\nER  - \r\n"
              "TY  - GEN\r\nTI  - Cut off\r\nL1  - d.txt",
              {"files/1/a b.txt"});
  CHECK(read.rows == Lines{"files/1/a b.txt type=report|author=Ana Bel; Ministry of Roads|"
                           "date=2010-11-29|title=On mines and roads|publisher=The Press",
                           "internal-pdf:/3/c.pdf type=report|author=Ana Bel; Ministry of Roads|"
                           "date=2010-11-29|title=On mines and roads|publisher=The Press",
                           "d.txt title=Cut off"});
  CHECK(read.warnings ==
        Lines{"item_without_file: items of the library have no file attached and are left out",
              "bad_manifest_row: row at line 17 is left out: it has no end (ER)"});
}

TEST_CASE("BibTeX as a manifest") {
  const Outcomes read = library(
      "library.bib",
      "A comment, someone@example.org\n"
      "@string{press = \"The \" # {Press}}\n"
      "@comment{jabref-meta: grouping}\n"
      "@techreport{bel10,\n"
      "  author = {Bel, Ana and {Ministry of Roads and Bridges} and Jo{\\~a}o D\\'{\\i}az},\n"
      "  title = {On {Mines}, roads \\& ``bridges'' 1999--2004},\n"
      "  year = 2010, month = nov, institution = press,\n"
      "  file = {Full Text:files/1/a "
      "b.pdf:application/pdf;C\\:\\\\x\\\\c.pdf:C\\:\\\\x\\\\c.pdf:PDF}\n"
      "}\n"
      "@misc(open, title = \"Never closed\n"
      "@online{road, title = {A road}, date = {2011-03-04}, url = {https://example.org/a\\_b},\n"
      "  file = {road.txt}}\n");
  CHECK(read.rows ==
        Lines{"files/1/a b.pdf type=report|author=Ana Bel; Ministry of Roads and Bridges; João "
              "Díaz|date=2010-11|publisher=The Press|title=On Mines, roads & “bridges” "
              "1999–2004|citation_key=bel10",
              "C:\\x\\c.pdf type=report|author=Ana Bel; Ministry of Roads and Bridges; João "
              "Díaz|date=2010-11|publisher=The Press|title=On Mines, roads & “bridges” "
              "1999–2004|citation_key=bel10",
              "road.txt type=web_page|date=2011-03-04|title=A road|url=https://example.org/a_b|"
              "citation_key=road"});
  CHECK(read.warnings == Lines{"bad_manifest_row: row at line 10 is left out: the value of “title” "
                               "has no end"});
}

TEST_CASE("TeX as text") {
  struct Row {
    const char* tex;
    const char* text;
  };
  const Row row = GENERATE(values<Row>({{"C\\^ote d'Ivoire", "Côte d'Ivoire"},
                                        {"{\\\"U}ber", "Über"},
                                        {"\\v{S}koda", "Škoda"},
                                        {"Stra\\ss e", "Straße"},
                                        {"\\textit{Landmine} Monitor", "Landmine Monitor"},
                                        {"\\O{}rsted", "Ørsted"},
                                        {"50\\% of \\$5", "50% of $5"},
                                        {"a---b", "a—b"},
                                        {"trailing \\", "trailing \\"},
                                        {"\\", "\\"},
                                        {"\\'", "\u0301"}}));
  CHECK(text_of_tex(row.tex) == row.text);
}
