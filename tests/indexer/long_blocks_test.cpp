// Paragraphs of many megabytes are cut where that does least harm, and nothing is lost.
#include "indexer/long_blocks.h"

#include <catch2/catch.hpp>

using namespace pincite;

namespace {

std::vector<Block> cut(const std::string& text, std::vector<std::size_t>& warned) {
  std::vector<Block> blocks(1);
  blocks[0].text = text;
  blocks[0].line = 7;
  cut_long_blocks(blocks, [&](std::size_t bytes) { warned.push_back(bytes); });
  return blocks;
}

std::string times(const std::string& part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

}  // namespace

TEST_CASE("a paragraph of a usual size stays whole") {
  std::vector<std::size_t> warned;
  const std::string text = times("Mines. ", kLongestBlock - 10);
  CHECK(cut(text, warned).size() == 1);
  CHECK(warned.empty());
}

TEST_CASE("a long one is cut behind sentences, else words, else characters") {
  struct Row {
    const char* part;
    const char* ends;     // the end of the first piece
    const char* between;  // what is dropped at a cut
  };
  const Row rows[] = {
      {"They were cleared in May by the army.[3] ", "army.[3]", " "},
      {"river valley road ", "", " "},
      {"\xE5\x9C\xB0\xE9\x9B\xB7", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.part);
    std::vector<std::size_t> warned;
    const std::string text = times(row.part, 3 * kLongestBlock);
    const std::vector<Block> pieces = cut(text, warned);
    CHECK(warned == std::vector<std::size_t>{text.size()});
    REQUIRE(pieces.size() > 3);
    CHECK(pieces[0].text.ends_with(row.ends));
    std::string joined;
    for (const Block& piece : pieces) {
      CHECK(piece.text.size() <= kLongestBlock);
      CHECK(piece.line == 7);
      CHECK((static_cast<unsigned char>(piece.text[0]) & 0xC0U) != 0x80);
      joined += (joined.empty() ? "" : row.between) + piece.text;
    }
    CHECK(joined == text.substr(0, joined.size()));
    CHECK(text.size() - joined.size() <= 1);
  }
}
