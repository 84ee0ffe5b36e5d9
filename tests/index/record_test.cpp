#include "index/record.h"

#include <catch2/catch.hpp>

#include "index/analysis.h"
#include "tests/index/random_document.h"

using namespace pincite;

namespace {

using Counts = std::vector<std::uint32_t>;

Counts some_counts(const Document& document) {
  Counts counts;
  for (const Passage& passage : document.passages) {
    counts.push_back(static_cast<std::uint32_t>(passage.text.size() % 97));
  }
  return counts;
}

Document there_and_back(const Document& document) {
  Record record(encode_record(document, some_counts(document)));
  record.load_all();
  return std::move(record).take();
}

Document of_texts(const std::vector<std::string>& texts) {
  Document document;
  document.id = "some.txt";
  for (const std::string& text : texts) document.passages.emplace_back().text = text;
  return document;
}

}  // namespace

TEST_CASE("a record gives back the document it was made from") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    RandomDocument random(seed);
    const Document document = random.make(random.below(40), seed % 3 == 0 ? 20'000 : 300);
    const bool same = there_and_back(document) == document;
    CHECK(same);
  }
}

TEST_CASE("an empty document, one without passages and one of empty passages come back") {
  CHECK((there_and_back({}) == Document{}));
  const Document bare = RandomDocument(1).make(0, 0);
  CHECK((there_and_back(bare) == bare));
  const Document empty = of_texts({"", "", ""});
  CHECK((there_and_back(empty) == empty));
  const Document mixed = of_texts({"", "a", "", std::string(40'000, 'b'), "", "", "c", ""});
  CHECK((there_and_back(mixed) == mixed));
}

TEST_CASE("numbers at their bounds come back") {
  Document document = of_texts({"text", "more"});
  document.passages[0].hash = UINT64_MAX;
  document.passages[1].hash = 0x8000000000000001ULL;
  document.passages[0].locator.paragraph = UINT32_MAX;
  document.passages[0].locator.page_index = 128;
  document.passages[1].locator.heading = 0;
  document.notes = {{"1", 0, 2, UINT32_MAX}};
  document.marks = {{kNone, 0, {4, 4}, {0, 4}}, {0, 1, {0, 4}, {0, 0}}};
  CHECK((there_and_back(document) == document));
}

TEST_CASE("a text is empty until its passage is loaded, and then it is that passage's") {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < 300; ++i) {
    texts.push_back(std::to_string(i) + std::string(i * 7 % 900, static_cast<char>('a' + i % 26)));
  }
  texts[150] = std::string(200'000, 'x');
  const std::string bytes = encode_record(of_texts(texts), Counts(texts.size(), 1));
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    CAPTURE(i);
    Record record(bytes);
    REQUIRE(record.document().passages[i].text.empty());
    REQUIRE((record.load(i).text == texts[i]));
    REQUIRE((record.load(i).text == texts[i]));
    REQUIRE((record.document().passages[i].text == texts[i]));
  }
}

TEST_CASE("loading one passage of a book leaves the far ones packed") {
  const Document book = of_texts(std::vector<std::string>(1000, std::string(500, 'w')));
  Record record(encode_record(book, Counts(1000, 1)));
  record.load(500);
  CHECK(record.document().passages[0].text.empty());
  CHECK(record.document().passages[999].text.empty());
  std::size_t unpacked = 0;
  for (const Passage& passage : record.document().passages) unpacked += passage.text.size();
  CHECK(unpacked <= 32 * 1024);
}

TEST_CASE("a passage longer than a block, and a long document, come back") {
  RandomDocument random(7);
  Document document = random.make(400, 3000);
  document.passages[200].text = std::string(200'000, 'q') + "end";
  document.passages[201].text.clear();
  document.passages[200].silent.clear();
  document.passages[201].silent.clear();
  document.marks.clear();
  CHECK((there_and_back(document) == document));
}

TEST_CASE("positions run on within a passage and jump between passages") {
  CHECK(first_positions({}).empty());
  CHECK(first_positions({3, 0, 5}) == Counts{1, 4 + kPassageGap, 4 + 2 * kPassageGap});
  const Record record(encode_record(of_texts({"a", "b", "c", "d"}), {3, 0, 5, 1}));
  const Counts first = first_positions({3, 0, 5, 1});
  for (std::uint32_t i = 0; i < 4; ++i) {
    CAPTURE(i);
    CHECK(record.first_position(i) == first[i]);
    const std::uint32_t count = Counts{3, 0, 5, 1}[i];
    CHECK(record.token_count(i) == count);
    for (std::uint32_t at = 0; at < count; ++at) CHECK(record.passage_at(first[i] + at) == i);
  }
}

TEST_CASE("a record is much smaller than the text it holds") {
  const Document book =
      of_texts(std::vector<std::string>(500, "The mine ban treaty entered into force in 1999."));
  CHECK(encode_record(book, Counts(500, 9)).size() < 500 * 47 / 2);
}
