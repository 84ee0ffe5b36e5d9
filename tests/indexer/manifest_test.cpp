#include "indexer/manifest.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "corpus/error.h"
#include "tests/indexer/read_text.h"

using namespace pincite;
using Lines = std::vector<std::string>;
namespace fs = std::filesystem;

namespace {

struct Outcomes {
  Lines rows;      // `LINE NAME: FIELD=VALUE|VALUE FIELD=VALUE`, files relative to the manifest
  Lines warnings;  // `CODE: TEXT @LINE`
};

Outcomes manifest(const std::string& name, std::string_view bytes) {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / name;
  write(path, bytes);
  Outcomes outcomes;
  const Manifest read = read_manifest(path, [&](Warning&& warning) {
    CHECK(warning.where.starts_with(path.string() + ":"));
    outcomes.warnings.push_back(warning.code + ": " + warning.text + " @" +
                                warning.where.substr(path.string().size() + 1));
  });
  CHECK(read.path == path);
  for (const ManifestRow& row : read.rows) {
    std::ostringstream line;
    line << row.line << ' '
         << (row.id.empty() ? row.file.lexically_relative(folder.path()).string() : "#" + row.id)
         << ':';
    CHECK(row.file.empty() != row.id.empty());
    for (const GivenValue& given : row.given) {
      CHECK(given.provenance ==
            Provenance{Origin::manifest, name + ":" + std::to_string(row.line)});
      line << ' ' << given.field << '=';
      for (std::size_t i = 0; i < given.values.size(); ++i) {
        line << (i == 0 ? "" : "|") << given.values[i];
      }
      if (given.values.empty()) line << given.json;
    }
    outcomes.rows.push_back(line.str());
  }
  return outcomes;
}

std::string failure(const std::string& name, std::string_view bytes) {
  try {
    manifest(name, bytes);
  } catch (const Error& error) {
    return error.cause();
  }
  return "none";
}

}  // namespace

TEST_CASE("rows of a CSV manifest") {
  struct Row {
    const char* what;
    std::string text;
    Lines rows;
  };
  const std::vector<Row> table = {
      {"fields", "path,title,date\na.txt,A title,2010\n", {"2 a.txt: title=A title date=2010"}},
      {"by id", "id,state\n r1 ,AZE\n", {"2 #r1: state=AZE"}},
      {"by path, and its id", "id,path\nr1,a.txt\nr2,\n", {"2 a.txt: id=r1", "3 #r2:"}},
      {"an empty cell says nothing", "path,title,date\na.txt,, \n", {"2 a.txt:"}},
      {"missing cells are empty", "path,title,date\na.txt,A\n", {"2 a.txt: title=A"}},
      {"empty rows are none", "path,title,date\n,,\n\n  ,\na.txt,A,,,\n", {"5 a.txt: title=A"}},
      {"lists", "path,state,type\nb.txt,\"AZE; ARM ;\",a;b\n", {"2 b.txt: state=AZE|ARM type=a;b"}},
      {"lists of nothing", "path,meeting\nb.txt,\" ; ;\"\n", {"2 b.txt:"}},
      {"semicolons",
       "path;state;title\nb.txt;\"AZE;ARM\";A, B\n",
       {"2 b.txt: state=AZE|ARM title=A, B"}},
      {"TAB", "path\ttreaty\nb.txt\tMBT;CCM\n", {"2 b.txt: treaty=MBT|CCM"}},
      {"unknown fields are kept", "path,box,\na.txt,12 B,unnamed\n", {"2 a.txt: box=12 B"}},
      {"byte order mark, CR LF", "\xEF\xBB\xBFpath,title\r\na.txt,A\r\n", {"2 a.txt: title=A"}},
      {"line break in a cell",
       "path,title\n\"a.txt\",\"A\nB\"\nb.txt,C\n",
       {"2 a.txt: title=A\nB", "4 b.txt: title=C"}},
      {"folders", "path\nsub/./x/../a b.txt\n../c.txt\n", {"2 sub/a b.txt:", "3 ../c.txt:"}},
      {"the header alone", "path,title\n", {}},
  };
  for (const Row& row : table) {
    INFO(row.what);
    const Outcomes outcomes = manifest("m.csv", row.text);
    CHECK(outcomes.rows == row.rows);
    CHECK(outcomes.warnings.empty());
  }
}

TEST_CASE("rows of a JSON manifest") {
  for (const char* name : {"m.jsonl", "m.ndjson", "M.JSONL"}) {
    const Outcomes outcomes =
        manifest(name,
                 "\xEF\xBB\xBF{\"path\":\"a.txt\",\"state\":[\"AZE\",\"ARM\"],\"year\":2001}\r\n\n"
                 "{\"id\":7,\"title\":\"\",\"box\":{\"n\":1},\"place\":null}\n"
                 "{\"id\":\"x\",\"path\":\"b.txt\"}");
    CHECK(outcomes.rows ==
          Lines{"1 a.txt: state=AZE|ARM year=2001", "3 #7: box={\"n\":1}", "4 b.txt: id=x"});
    CHECK(outcomes.warnings.empty());
  }
}

TEST_CASE("an absolute path is as good") {
  const TemporaryFolder folder;
  write(folder.path() / "m.csv", "path\n/data/./a.txt\n");
  const Manifest read = read_manifest(folder.path() / "m.csv", [](Warning&&) {});
  CHECK(read.rows.at(0).file == "/data/a.txt");
}

TEST_CASE("a broken row is told with its line, and the rest is used") {
  const Outcomes csv =
      manifest("m.csv", "path,title\n,A\n\"a\"b,c\na.txt,A,B\nb.txt,B\nc.txt,\"C\n");
  CHECK(csv.rows == Lines{"5 b.txt: title=B"});
  CHECK(csv.warnings ==
        Lines{"bad_manifest_row: row at line 2 is left out: it has neither path nor id @2",
              "bad_manifest_row: row at line 3 is left out: text stands behind a closing "
              "quotation mark @3",
              "bad_manifest_row: row at line 4 is left out: it has 3 cells, the header row 2 @4",
              "bad_manifest_row: row at line 6 is left out: a quotation mark is never closed @6"});
  const Outcomes json =
      manifest("m.jsonl", "{broken\n[]\n{\"title\":\"A\"}\n{\"path\":\"b\",\"title\":[1]}\n");
  CHECK(json.rows == Lines{"4 b:"});
  REQUIRE(json.warnings.size() == 4);
  CHECK(
      json.warnings[0].starts_with("bad_manifest_row: row at line 1 is left out: it is not valid"));
  CHECK(json.warnings[1].ends_with("it is not a JSON object @2"));
  CHECK(json.warnings[2].ends_with("it has neither path nor id @3"));
  CHECK(json.warnings[3].starts_with("wrong_type: the value of “title” is array"));
}

TEST_CASE("a manifest that cannot be read at all is an error") {
  CHECK(failure("m.csv", "") == "is empty");
  CHECK(failure("m.csv", "\n\n") == "is empty");
  CHECK(failure("m.csv", "file,title\na.txt,A\n") ==
        "has neither a column “path” nor a column “id”");
  CHECK(failure("m.csv", "path,\"title\n") == "header row: a quotation mark is never closed");
  CHECK(failure("m.csv", std::string_view("path\0", 5)).starts_with("holds binary data"));
  CHECK(failure("m.csv", "PK\x03\x04") == "holds a ZIP archive or office document, not plain text");
  const TemporaryFolder folder;
  CHECK_THROWS_AS(read_manifest(folder.path(), [](Warning&&) {}), Error);
  CHECK_THROWS_AS(read_manifest(folder.path() / "absent.csv", [](Warning&&) {}), Error);
}
