// Laws of the analysis that hold of any text, over one declaration in six languages.
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "corpus/text.h"
#include "tests/index/tokens.h"

using namespace pincite;

namespace {

struct Sample {
  std::string language;
  std::string text;
};

std::vector<Sample> samples() {
  const std::string path = std::string(PINCITE_SHARED_DIR) + "/corpora/udhr-un6.jsonl";
  std::ifstream in(path);
  if (!in) WARN("skipped, for there is no " << path);
  std::vector<Sample> all;
  for (std::string line; std::getline(in, line);) {
    const auto record = nlohmann::json::parse(line);
    all.push_back({record["language"], record["text"]});
  }
  return all;
}

bool is_space(std::string_view text, std::size_t at) {
  return trim(text.substr(at, 1)).empty() || text.substr(at, 2) == "\u00A0";
}

std::string converted(const std::string& text, void (*change)(icu::UnicodeString&)) {
  icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
  change(units);
  std::string utf8;
  return units.toUTF8String(utf8);
}

void decompose(icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  text = icu::Normalizer2::getNFDInstance(status)->normalize(text, status);
  REQUIRE(U_SUCCESS(status));
}

}  // namespace

TEST_CASE("cutting a text at white space changes no token") {
  for (const Sample& sample : samples()) {
    CAPTURE(sample.language);
    std::vector<Token> pieces;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= sample.text.size(); ++at) {
      if (at < sample.text.size() && !is_space(sample.text, at)) continue;
      for (Token token : analyse(std::string_view(sample.text).substr(begin, at - begin))) {
        token.begin += static_cast<std::uint32_t>(begin);
        token.end += static_cast<std::uint32_t>(begin);
        pieces.push_back(std::move(token));
      }
      begin = at;
    }
    const std::vector<Token> whole = analyse(sample.text);
    REQUIRE(whole.size() > 1000);
    REQUIRE(pieces.size() == whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i) {
      CAPTURE(i, whole[i].term);
      REQUIRE(pieces[i].term == whole[i].term);
      REQUIRE(pieces[i].begin == whole[i].begin);
      REQUIRE(pieces[i].end == whole[i].end);
    }
  }
}

TEST_CASE("a token's range is whole characters and gives that token alone") {
  for (const Sample& sample : samples()) check_ranges(sample.text);
}

TEST_CASE("a term analysed again is itself") {
  for (const Sample& sample : samples()) {
    CAPTURE(sample.language);
    for (const std::string& term : terms(sample.text)) REQUIRE(terms(term) == Terms{term});
  }
}

TEST_CASE("upper case, lower case and decomposed letters give the same terms") {
  for (const Sample& sample : samples()) {
    CAPTURE(sample.language);
    const Terms expected = terms(sample.text);
    CHECK(terms(converted(sample.text, decompose)) == expected);
    CHECK(terms(converted(sample.text, [](icu::UnicodeString& text) {
            text.toUpper(icu::Locale::getRoot());
          })) == expected);
    CHECK(terms(converted(sample.text, [](icu::UnicodeString& text) {
            text.toLower(icu::Locale::getRoot());
          })) == expected);
  }
}

TEST_CASE("every letter of a text is in a token") {
  for (const Sample& sample : samples()) {
    CAPTURE(sample.language);
    std::vector<bool> covered(sample.text.size());
    for (const Token& token : analyse(sample.text)) {
      std::fill(covered.begin() + token.begin, covered.begin() + token.end, true);
    }
    for (std::size_t at = 0; at < sample.text.size();) {
      const std::size_t begin = at;
      const UChar32 c = next_code_point(sample.text, at);
      CAPTURE(begin);
      if (u_isalnum(c) != 0) REQUIRE(covered[begin]);
    }
  }
}
