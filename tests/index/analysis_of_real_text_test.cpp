// Laws of the analysis that hold of any text, over one declaration in six languages, and over
// statements, resolutions and declarations by states.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "corpus/text.h"
#include "index/fold.h"
#include "tests/index/tokens.h"

using namespace pincite;

namespace {

struct Sample {
  std::string name;
  std::string text;
};

std::string corpora(const std::string& file) {
  return std::string(PINCITE_SHARED_DIR) + "/corpora/" + file;
}

bool is_there(const std::string& path) {
  if (std::ifstream(path)) return true;
  WARN("skipped, for there is no " << path);
  return false;
}

Sample sample_of(const std::string& line) {
  const auto record = nlohmann::json::parse(line);
  return {record["id"], record["text"]};
}

std::vector<Sample> declarations_in_six_languages() {
  const std::string path = corpora("udhr-un6.jsonl");
  std::vector<Sample> all;
  if (!is_there(path)) return all;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) all.push_back(sample_of(line));
  return all;
}

/// Every `step`-th document of a compressed collection.
void add_samples(std::vector<Sample>& all, const std::string& file, int step) {
  const std::string path = corpora(file);
  if (!is_there(path)) return;
  const auto close = [](std::FILE* pipe) { pclose(pipe); };
  const std::string command = "zstdcat '" + path + "'";
  const std::unique_ptr<std::FILE, decltype(close)> pipe(popen(command.c_str(), "r"), close);
  REQUIRE(pipe != nullptr);
  std::string line;
  int number = 0;
  for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get())) {
    if (c != '\n') {
      line += static_cast<char>(c);
      continue;
    }
    if (number++ % step == 0) all.push_back(sample_of(line));
    line.clear();
  }
}

const std::vector<Sample>& samples() {
  static const std::vector<Sample> all = [] {
    std::vector<Sample> read = declarations_in_six_languages();
    add_samples(read, "ungdc-dev.jsonl.zst", 100);
    add_samples(read, "unsc-resolutions.jsonl.zst", 30);
    add_samples(read, "treaty-declarations.jsonl.zst", 20);
    return read;
  }();
  return all;
}

std::string converted(const std::string& text,
                      const std::function<void(icu::UnicodeString&)>& change) {
  icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
  change(units);
  std::string utf8;
  return units.toUTF8String(utf8);
}

void normalize(icu::UnicodeString& text, const char* name, UNormalization2Mode mode) {
  UErrorCode status = U_ZERO_ERROR;
  text = icu::Normalizer2::getInstance(nullptr, name, mode, status)->normalize(text, status);
  REQUIRE(U_SUCCESS(status));
}

struct Replacement {
  const char* from;
  const char* to;
};

std::string replaced(const std::string& text, const std::vector<Replacement>& replacements) {
  return converted(text, [&](icu::UnicodeString& units) {
    for (const auto& [from, to] : replacements) {
      units.findAndReplace(icu::UnicodeString::fromUTF8(from), icu::UnicodeString::fromUTF8(to));
    }
  });
}

/// Without the characters that compatibility normalisation makes one with the word they follow, or
/// with nothing: raised digits, fractions, free-standing accents.
std::string without_signs(const std::string& text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const UChar32 c = next_code_point(text, at);
    const auto type = u_charType(c);
    if (c >= 128 &&
        (type == U_OTHER_NUMBER || type == U_OTHER_SYMBOL || type == U_MODIFIER_SYMBOL)) {
      continue;
    }
    kept += text.substr(begin, at - begin);
  }
  return kept;
}

/// The text with `what` put between two letters of a token, and again `step` such places further.
std::string with_inserted(const std::string& text, std::string_view what, std::size_t step) {
  std::string changed;
  std::size_t copied = 0;
  std::size_t places = 0;
  for (const Token& token : analyse(text)) {
    bool behind_letter = false;
    for (std::size_t at = token.begin; at < token.end;) {
      const std::size_t begin = at;
      const bool letter = u_isalpha(next_code_point(text, at)) != 0;
      if (letter && behind_letter && ++places % step == 0) {
        changed += text.substr(copied, begin - copied);
        changed += what;
        copied = begin;
      }
      behind_letter = letter;
    }
  }
  return changed + text.substr(copied);
}

void check_same_terms(const Sample& sample, const std::string& changed) {
  const Terms expected = terms(sample.text);
  const Terms found = terms(changed);
  const auto apart =
      std::mismatch(expected.begin(), expected.end(), found.begin(), found.end()).first;
  CAPTURE(sample.name, apart - expected.begin(), apart == expected.end() ? "" : *apart);
  REQUIRE(apart == expected.end());
  REQUIRE(found.size() == expected.size());
}

}  // namespace

TEST_CASE("what is cut out of a text at words has the tokens it had there") {
  for (const Sample& sample : samples()) {
    CAPTURE(sample.name);
    const std::vector<Token> whole = analyse(sample.text);
    REQUIRE_FALSE(whole.empty());
    for (std::size_t first = 0; first < whole.size(); ++first) {
      const std::size_t last = std::min(first + first * 7919 % 13, whole.size() - 1);
      const std::size_t begin =
          first % 2 == 0 || first == 0 ? whole[first].begin : whole[first - 1].end;
      const std::size_t end =
          first % 3 == 0 || last + 1 == whole.size() ? whole[last].end : whole[last + 1].begin;
      const std::vector<Token> cut =
          analyse(std::string_view(sample.text).substr(begin, end - begin));
      CAPTURE(first, last, sample.text.substr(begin, end - begin));
      REQUIRE(cut.size() == last - first + 1);
      for (std::size_t i = 0; i < cut.size(); ++i) {
        const bool same = cut[i].term == whole[first + i].term &&
                          cut[i].kind == whole[first + i].kind &&
                          cut[i].begin + begin == whole[first + i].begin &&
                          cut[i].end + begin == whole[first + i].end;
        if (!same) FAIL("token " << i << " is " << cut[i].term);
      }
    }
  }
}

TEST_CASE("a token's range is whole characters and gives that token alone") {
  for (const Sample& sample : declarations_in_six_languages()) check_ranges(sample.text);
}

TEST_CASE("a term analysed again is itself") {
  for (const Sample& sample : samples()) {
    CAPTURE(sample.name);
    const std::string text = without_signs(sample.text);
    for (const std::string& term : terms(text)) REQUIRE(terms(term) == Terms{term});
  }
}

// A combining grapheme joiner is nothing, but keeps a word from being folded letter by letter.
TEST_CASE("words folded letter by letter are as ICU folds them") {
  for (const Sample& sample : samples()) {
    for (const Token& token : analyse(sample.text)) {
      const std::string word = sample.text.substr(token.begin, token.end - token.begin);
      CAPTURE(sample.name, word);
      const bool same = fold_word(word) == fold_word(word + "\u034F");
      if (!same) FAIL();
    }
  }
  for (UChar32 c = 0x80; c < 0x3100; ++c) {
    const std::string word = converted("", [c](icu::UnicodeString& text) { text.append(c); });
    CAPTURE(c);
    CHECK(fold_word("a" + word + "b") == fold_word("a" + word + "b\u034F"));
  }
}

TEST_CASE("upper and lower case give the same terms") {
  for (const Sample& sample : samples()) {
    check_same_terms(sample, converted(sample.text, [](icu::UnicodeString& text) {
                       text.toUpper(icu::Locale::getRoot());
                     }));
    check_same_terms(sample, converted(sample.text, [](icu::UnicodeString& text) {
                       text.toLower(icu::Locale::getRoot());
                     }));
    check_same_terms(sample,
                     converted(sample.text, [](icu::UnicodeString& text) { text.foldCase(); }));
  }
}

TEST_CASE("letters composed, decomposed or in compatibility forms give the same terms") {
  for (const Sample& sample : samples()) {
    const auto normalized = [](const std::string& text, const char* name,
                               UNormalization2Mode mode) {
      return converted(text, [&](icu::UnicodeString& units) { normalize(units, name, mode); });
    };
    check_same_terms(sample, normalized(sample.text, "nfc", UNORM2_COMPOSE));
    check_same_terms(sample, normalized(sample.text, "nfc", UNORM2_DECOMPOSE));
    const Sample plain = {sample.name, without_signs(sample.text)};
    check_same_terms(plain, normalized(plain.text, "nfkc", UNORM2_COMPOSE));
    check_same_terms(plain, normalized(plain.text, "nfkc", UNORM2_DECOMPOSE));
  }
}

TEST_CASE("any other white space gives the same terms") {
  for (const Sample& sample : samples()) {
    for (const char* space : {"\u00A0", "\n", "\r\n", "\t", "  ", "\u2009", "\u200B", "\f\n"}) {
      check_same_terms(sample, replaced(sample.text, {{" ", space}}));
    }
    check_same_terms(sample, replaced(sample.text, {{"\n", " "}}));
  }
}

TEST_CASE("a text typed by other conventions gives the same terms") {
  for (const Sample& sample : samples()) {
    check_same_terms(sample, replaced(sample.text, {{"“", "\""},
                                                    {"”", "\""},
                                                    {"„", "\""},
                                                    {"«", "\""},
                                                    {"»", "\""},
                                                    {"’", "'"},
                                                    {"‘", "'"},
                                                    {"…", "..."},
                                                    {"—", " -- "},
                                                    {"–", "—"}}));
    check_same_terms(
        sample, replaced(sample.text,
                         {{"'", "’"}, {"\"", "”"}, {"...", "…"}, {"--", "—"}, {"-", "\u2011"}}));
    check_same_terms(
        sample,
        replaced(
            sample.text,
            {{"'", "ʼ"}, {"’", "′"}, {"...", ". . ."}, {"-", "\u2010"}, {"ё", "е"}, {"ـ", ""}}));
    check_same_terms(sample, replaced(sample.text, {{"أ", "ا"},
                                                    {"إ", "ا"},
                                                    {"آ", "ا"},
                                                    {"ى", "ي"},
                                                    {"ة", "ه"},
                                                    {"ّ", ""},
                                                    {"ي", "ی"},
                                                    {"ك", "ک"}}));
  }
}

TEST_CASE("characters that do not show change no term") {
  for (const Sample& sample : samples()) {
    for (const char* unseen : {"\u00AD", "\u2060", "\u200D", "\u200E", "\uFEFF", "\uFE0F"}) {
      check_same_terms(sample, with_inserted(sample.text, unseen, 3));
    }
  }
}

TEST_CASE("words broken by soft hyphens at line ends are the same words") {
  for (const Sample& sample : samples()) {
    for (const char* broken : {"\u00AD\n", "\u00AD\r\n  ", "\u00AD "}) {
      check_same_terms(sample, with_inserted(sample.text, broken, 7));
    }
  }
}

TEST_CASE("symbols broken behind a slash are the same symbols") {
  std::size_t broken_symbols = 0;
  for (const Sample& sample : samples()) {
    for (const Token& token : analyse(sample.text)) {
      if (token.kind != Token::Kind::symbol) continue;
      const std::string symbol = sample.text.substr(token.begin, token.end - token.begin);
      const std::size_t last = symbol.rfind('/');
      if (symbol.find('/') == last) continue;
      if (symbol.find_first_of("0123456789", last) == std::string::npos) continue;
      ++broken_symbols;
      CAPTURE(symbol);
      for (const char* broken : {"/\n", "/ ", "/\u200B", "/\r\n    "}) {
        CHECK(terms(replaced(symbol, {{"/", broken}})) == Terms{token.term});
      }
    }
  }
  if (samples().size() > 6) CHECK(broken_symbols > 10);
}

TEST_CASE("every letter of a text is in a token") {
  for (const Sample& sample : samples()) {
    CAPTURE(sample.name);
    std::vector<bool> covered(sample.text.size());
    for (const Token& token : analyse(sample.text)) {
      std::fill(covered.begin() + token.begin, covered.begin() + token.end, true);
    }
    for (std::size_t at = 0; at < sample.text.size();) {
      const std::size_t begin = at;
      const UChar32 c = next_code_point(sample.text, at);
      if (u_isalnum(c) != 0 && !covered[begin]) FAIL("not at byte " << begin);
    }
  }
}
