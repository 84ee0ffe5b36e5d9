#include "indexer/csv.h"

#include <catch2/catch.hpp>

using namespace pincite;
using Lines = std::vector<std::string>;

namespace {

/// `LINE: CELL|CELL` of each row, `LINE! PROBLEM` of a broken one.
Lines rows(std::string_view text) {
  CsvReader reader(text);
  Lines lines;
  for (CsvRow row; reader.next(row);) {
    std::string line = std::to_string(row.line);
    if (!row.problem.empty()) {
      CHECK(row.cells.empty());
      lines.push_back(line + "! " + row.problem);
      continue;
    }
    line += ": ";
    for (std::size_t i = 0; i < row.cells.size(); ++i) line += (i == 0 ? "" : "|") + row.cells[i];
    lines.push_back(line);
  }
  return lines;
}

const std::string kOpen = "a quotation mark is never closed";
const std::string kBehind = "text stands behind a closing quotation mark";

}  // namespace

TEST_CASE("rows and cells of CSV") {
  struct Row {
    const char* what;
    std::string text;
    Lines rows;
  };
  const std::vector<Row> table = {
      {"nothing", "", {}},
      {"only line ends", "\n\r\n\r", {}},
      {"one cell", "a", {"1: a"}},
      {"cells", "a,b,c\n1,2,3\n", {"1: a|b|c", "2: 1|2|3"}},
      {"no end of the last line", "a,b\n1,2", {"1: a|b", "2: 1|2"}},
      {"CR LF", "a,b\r\n1,2\r\n", {"1: a|b", "2: 1|2"}},
      {"CR", "a,b\r1,2\r", {"1: a|b", "2: 1|2"}},
      {"empty cells", "a,b,\n,,\n", {"1: a|b|", "2: ||"}},
      {"empty lines are none, and counted", "\na\n\n\nb\n", {"2: a", "5: b"}},
      {"quoted separator", "a\n\"1,2\",3", {"1: a", "2: 1,2|3"}},
      {"doubled quotation mark", "a\n\"say \"\"no\"\"\"", {"1: a", "2: say \"no\""}},
      {"empty quoted cell", "\"\",\"\"", {"1: |"}},
      {"one quotation mark, quoted", "\"\"\"\"", {"1: \""}},
      {"line break in a cell", "\"a\nb\",c\nd", {"1: a\nb|c", "3: d"}},
      {"CR LF in a cell", "\"a\r\nb\",c\r\nd", {"1: a\r\nb|c", "3: d"}},
      {"CR in a cell", "\"a\rb\"\rd", {"1: a\rb", "3: d"}},
      {"white space is the cell's own", "a, b ,c", {"1: a| b |c"}},
      {"but not around quotation marks", "a, \"b, c\"\t,d", {"1: a|b, c|d"}},
      {"a quotation mark inside a cell", "a,5\" gun,b", {"1: a|5\" gun|b"}},
      {"other scripts", "состояние,«а»\n", {"1: состояние|«а»"}},
      {"a zero byte", std::string("a,\0b", 4), {std::string("1: a|\0b", 7)}},
  };
  for (const Row& row : table) {
    INFO(row.what);
    CHECK(rows(row.text) == row.rows);
  }
}

TEST_CASE("the separator is told by the first row") {
  struct Row {
    const char* text;
    char separator;
    Lines rows;
  };
  const std::vector<Row> table = {
      {"path\na;b", ',', {"1: path", "2: a;b"}},
      {"path;state\na;AZE,ARM", ';', {"1: path|state", "2: a|AZE,ARM"}},
      {"path\tstate\na\tAZE;ARM", '\t', {"1: path|state", "2: a|AZE;ARM"}},
      {"path,x;y\na,b", ',', {"1: path|x;y", "2: a|b"}},
      {"\"a,b\";c\n1;2", ';', {"1: a,b|c", "2: 1|2"}},
      {"\n\npath\tb; c\n1\t2", '\t', {"3: path|b; c", "4: 1|2"}},
      {"a\t\"b\"\n \t\"c\" \t", '\t', {"1: a|b", "2:  |c|"}},
  };
  for (const Row& row : table) {
    INFO(row.text);
    CHECK(CsvReader(row.text).separator() == row.separator);
    CHECK(rows(row.text) == row.rows);
  }
}

TEST_CASE("a broken row costs itself only") {
  CHECK(rows("a,b\n\"x\"y,1\nc,d\n") == Lines{"1: a|b", "2! " + kBehind, "3: c|d"});
  CHECK(rows("a,b\n\"open,1\nc,d\ne,f") == Lines{"1: a|b", "2! " + kOpen, "3: c|d", "4: e|f"});
  CHECK(rows("a,b\r\n1,\"open\r\nc,\"d\"\r\ne,f") ==
        Lines{"1: a|b", "2! " + kBehind, "3: c|d", "4: e|f"});
  CHECK(rows("\"") == Lines{"1! " + kOpen});
  CHECK(rows("a\n\"\"\"") == Lines{"1: a", "2! " + kOpen});
}

TEST_CASE("hostile quotation marks take linear time") {
  for (const char* line : {"\"\n", "\"\"\"\n", "x,\"y\n", "\"x\"\"\n", "a\"b,\"c\n", "\"\"\n"}) {
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += line;
    CsvReader reader(text);
    std::size_t count = 0;
    for (CsvRow row; reader.next(row);) ++count;
    CHECK(count >= 100'000);
  }
}
