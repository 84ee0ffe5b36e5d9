#include "corpus/document.h"

#include <catch2/catch.hpp>
#include <set>

using namespace pincite;

namespace {

Document of_texts(const std::vector<std::string>& texts) {
  Document document;
  for (const std::string& text : texts) document.passages.emplace_back().text = text;
  return document;
}

std::vector<std::uint64_t> hashes(const std::vector<std::string>& texts) {
  Document document = of_texts(texts);
  hash_passages(document);
  std::vector<std::uint64_t> all;
  for (const Passage& passage : document.passages) all.push_back(passage.hash);
  return all;
}

}  // namespace

TEST_CASE("headings above a passage come outermost first") {
  using Above = std::vector<std::uint32_t>;
  Document document = of_texts({"Part", "Chapter", "Section", "text", "before", "Part 2", "more"});
  document.passages[1].locator.heading = 0;
  document.passages[2].locator.heading = 1;
  document.passages[3].locator.heading = 2;
  document.passages[6].locator.heading = 5;
  CHECK(headings_above(document, 3) == Above{0, 1, 2});
  CHECK(headings_above(document, 2) == Above{0, 1});
  CHECK(headings_above(document, 0).empty());
  CHECK(headings_above(document, 4).empty());
  CHECK(headings_above(document, 6) == Above{5});
}

TEST_CASE("headings that name each other or themselves do not lead in a circle") {
  Document document = of_texts({"one", "two", "text"});
  document.passages[0].locator.heading = 1;
  document.passages[1].locator.heading = 0;
  document.passages[2].locator.heading = 1;
  CHECK(headings_above(document, 2) == std::vector<std::uint32_t>{0, 1});
  document.passages[0].locator.heading = 0;
  CHECK(headings_above(document, 0).empty());
}

TEST_CASE("a passage belongs to the note that it is part of") {
  Document document = of_texts({"text", "[1] one", "[2] two", "two more", "text"});
  document.notes = {{"1", 1, 1, 4}, {"2", 2, 2, 4}};
  CHECK(note_of(document, 0) == kNone);
  CHECK(note_of(document, 1) == 0);
  CHECK(note_of(document, 2) == 1);
  CHECK(note_of(document, 3) == 1);
  CHECK(note_of(document, 4) == kNone);
  CHECK(note_of(of_texts({"text"}), 0) == kNone);
}

TEST_CASE("the text of a note is without its label") {
  Document document = of_texts({"[1] one", "two", "three", "x"});
  CHECK(note_text(document, {"1", 0, 1, 4}) == "one");
  CHECK(note_text(document, {"1", 0, 3, 4}) == "one\n\ntwo\n\nthree");
  CHECK(note_text(document, {"1", 0, 1, 0}) == "[1] one");
  CHECK(note_text(document, {"1", 3, 1, 9}).empty());
}

TEST_CASE("a passage's hash is its text's, whatever stands around it") {
  const auto one = hashes({"alpha", "beta"});
  const auto other = hashes({"gamma", "beta", "alpha"});
  CHECK(one[0] == other[2]);
  CHECK(one[1] == other[1]);
  CHECK(one[0] != one[1]);
  // FNV-1a of `a` and of nothing, as its authors publish them; links hold them, so they stay
  CHECK(hashes({"a", ""})[0] == 0xAF63DC4C8601EC8CULL);
  CHECK(hashes({"a", ""})[1] == 0xCBF29CE484222325ULL);
}

TEST_CASE("passages of equal text have hashes of their own, in their order") {
  const auto three = hashes({"same", "same", "other", "same"});
  CHECK(std::set<std::uint64_t>(three.begin(), three.end()).size() == 4);
  const auto two = hashes({"same", "new", "same"});
  CHECK(three[0] == two[0]);
  CHECK(three[1] == two[2]);
}

TEST_CASE("a repeated text is not taken for one that ends in its count") {
  const auto all = hashes({"Article 1", "Article 1", "Article 12", "Article 1", "Article 13", "",
                           "", "2", "Article 12", "Article 122"});
  CHECK(std::set<std::uint64_t>(all.begin(), all.end()).size() == all.size());
}

TEST_CASE("hashing again changes nothing") {
  Document document = of_texts({"same", "same", "other"});
  hash_passages(document);
  const Document once = document;
  hash_passages(document);
  CHECK(document == once);
}

TEST_CASE("a section is named without the white space around and the line breaks inside") {
  Passage heading;
  heading.text = " \u00A0Production,\n  transfer ";
  CHECK(section_name(heading) == "Production, transfer");
}

TEST_CASE("ranges meet where they share a byte") {
  CHECK(Range{0, 5}.meets({4, 6}));
  CHECK(Range{4, 6}.meets({0, 5}));
  CHECK(Range{0, 9}.meets({3, 4}));
  CHECK_FALSE(Range{0, 5}.meets({5, 6}));
  CHECK_FALSE(Range{5, 6}.meets({0, 5}));
  CHECK_FALSE(Range{3, 3}.meets({3, 3}));
}
