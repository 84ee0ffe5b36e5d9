#include "searcher/output/wrap.h"

#include <catch2/catch.hpp>

using namespace pincite;

namespace {

std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
  std::vector<std::string> lines;
  for (const InkedText& line : wrap({{text, Ink::plain}}, width, width)) {
    std::string joined;
    for (const Span& span : line) joined += span.text;
    lines.push_back(joined);
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("columns that text takes on a terminal") {
  struct Row {
    std::string text;
    std::size_t columns;
  };
  const Row row = GENERATE(values<Row>({
      {"", 0},
      {"mines", 5},
      {"Côte", 4},        // composed
      {"Co\u0302te", 4},  // combining circumflex
      {"地雷", 4},
      {"ｍｉｎｅ", 8},  // full-width
      {"ﾐﾝ", 2},        // half-width katakana
      {"지뢰", 4},
      {"\u110C\u1175", 2},  // the same syllable's letters, conjoining
      {"ألغام", 5},
      {"مُحَمَّد", 4},      // vowel marks
      {"a\u200Bb", 2},  // zero-width space
      {"“…”", 3},
      {"😀", 2},
  }));
  CAPTURE(row.text);
  CHECK(columns(row.text) == row.columns);
}

TEST_CASE("lines break at white space, by columns") {
  struct Row {
    std::string text;
    std::size_t width;
    Lines lines;
  };
  const Row row = GENERATE(values<Row>({
      {"", 10, {""}},
      {"one two", 10, {"one two"}},
      {"one two", 7, {"one two"}},
      {"one two", 6, {"one", "two"}},
      {"one two ", 7, {"one two"}},
      {"one  two   three", 8, {"one  two", "three"}},
      {"a wholelongword b", 5, {"a", "wholelongword", "b"}},
      {"see APLC/MSP.10/2010/WP.1 here", 10, {"see", "APLC/MSP.10/2010/WP.1", "here"}},
      {"see https://example.org/a-b?c=d", 10, {"see", "https://example.org/a-b?c=d"}},
      {"anti-personnel mines", 10, {"anti-personnel", "mines"}},
      {"pages 10\u00A0000 b", 7, {"pages", "10\u00A0000", "b"}},
      {"dépôt côté", 6, {"dépôt", "côté"}},
      {"地雷禁止条約", 6, {"地雷禁", "止条約"}},
      {"地雷禁止条約", 7, {"地雷禁", "止条約"}},      // a wide character is never halved
      {"禁止地雷。条約", 8, {"禁止地", "雷。条約"}},  // no full stop at the start of a line
      {"见「禁雷公约」", 4, {"见", "「禁", "雷公", "约」"}},
      {"mines 地雷 mines", 10, {"mines 地雷", "mines"}},
      {"禁雷公约 APLC", 8, {"禁雷公约", "APLC"}},
      {"全角　空白", 6, {"全角", "空白"}},  // ideographic space
  }));
  CAPTURE(row.text, row.width);
  CHECK(wrapped(row.text, row.width) == row.lines);
}

TEST_CASE("the first line may have another width") {
  const auto lines = wrap({{"one two three", Ink::plain}}, 3, 9);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].front().text == "two three");
}

TEST_CASE("what matched keeps its ink across a break") {
  const InkedText text = {{"an ", Ink::plain}, {"old depot", Ink::match}, {".[1] So", Ink::plain}};
  const std::vector<InkedText> expected = {
      {{"an ", Ink::plain}, {"old", Ink::match}},
      {{"depot", Ink::match}, {".[1]", Ink::plain}},
      {{"So", Ink::plain}},
  };
  CHECK(wrap(text, 9, 9) == expected);
}
