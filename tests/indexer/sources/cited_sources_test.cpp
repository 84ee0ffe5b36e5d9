// What notes cite, against a key made by hand.
#include "indexer/recognise/sources/cited_sources.h"

#include <catch2/catch.hpp>
#include <ctime>

#include "tests/indexer/sources/key.h"

using namespace pincite;

namespace {

CitedSource only_source(std::string_view note, const PageContext& page = {}) {
  SourceReader reader(page, Vocabulary::built_in());
  const auto sources = reader.read("1", note);
  REQUIRE(sources.size() == 1);
  return sources.front();
}

double seconds_of(const std::string& note) {
  SourceReader reader({{"GRD"}, {"MBT"}, "country_profile", {}}, Vocabulary::built_in());
  const std::clock_t begin = std::clock();
  reader.read("1", note);
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

}  // namespace

TEST_CASE("every field of the notes in the key is right, and none is invented") {
  for (const char* file : {"key.txt", "traps.txt", "unseen.txt", "monitor.txt", "second.txt"}) {
    const Score score = score_key(file);
    INFO(file << ": " << score.right << " right, " << score.wrong << " wrong, " << score.missing
              << " missing, " << score.invented << " invented\n"
              << score.faults);
    CHECK(score.notes > 0);
    CHECK(score.right > 0);
    CHECK(score.wrong + score.missing + score.invented == 0);
  }
}

TEST_CASE("the key is large enough to tell") {
  CHECK(score_key("key.txt").notes + score_key("traps.txt").notes >= 120);
  CHECK(score_key("unseen.txt").notes >= 60);
  CHECK(score_key("monitor.txt").notes >= 130);
  CHECK(score_key("second.txt").notes >= 70);
}

TEST_CASE("a source's range is its citation in the note") {
  const std::string note =
      "See, for example, Statement of Palau, 5MSP, Bangkok, 16 September 2003.";
  const CitedSource source = only_source(note);
  CHECK(source_text(note, source) == "Statement of Palau, 5MSP, Bangkok, 16 September 2003");
}

TEST_CASE("hostile notes are read in linear time") {
  constexpr std::size_t kMegabyte = 1U << 20U;
  for (const std::string_view piece : {"; ",
                                       "“",
                                       "”",
                                       "(",
                                       "‘x ",
                                       "\"",
                                       "“‘",
                                       "Ibid. ",
                                       "Statement of Palau, ",
                                       "Statement of Palau, 5 May 2003; ",
                                       "Article 7 Report, Form A; ",
                                       "p. 5, ",
                                       "and ",
                                       "See ",
                                       "9",
                                       "a",
                                       "A.",
                                       "\x01",
                                       "\n",
                                       "May ",
                                       "A/RES/65/48 ",
                                       "http://x.example/ ",
                                       "Form A, ",
                                       "op. cit., ",
                                       "see note 1 above; ",
                                       "of ",
                                       "“T,” Reuters, 5 May 2003; ",
                                       "Email from Ada Lund, 5 May 2003, and ",
                                       "p. 5 and letter from A B, 5 May 2003 and fax; "}) {
    CAPTURE(piece);
    const double half = seconds_of(repeated(piece, kMegabyte / 2));
    const double whole = seconds_of(repeated(piece, kMegabyte));
    CHECK(whole < 20);
    CHECK(whole < 4 * half + 0.5);
  }
}
