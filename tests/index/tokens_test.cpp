// What is a token besides a word, what is none, and the bounds of both.
#include "tests/index/tokens.h"

#include <catch2/catch.hpp>
#include <chrono>

using namespace pincite;

TEST_CASE("a document symbol is one token") {
  struct Row {
    const char* text;
    Terms expected;
  };
  const Row rows[] = {
      {"A/RES/59/84", {"a/res/59/84"}},
      {"see APLC/MSP.10/2010/WP.1.", {"see", "aplc/msp.10/2010/wp.1"}},
      {"(CCW/P.V/CONF/2018/5)", {"ccw/p.v/conf/2018/5"}},
      {"“A/C.1/69/L.5/Rev.1,”", {"a/c.1/69/l.5/rev.1"}},
      {"A/RES/59/84[4]The", {"a/res/59/84", "4", "the"}},
      {"A/RES/59/84...and", {"a/res/59/84", "and"}},
      {"A/RES/59/84…and", {"a/res/59/84", "and"}},
      {"text.A/RES/59/84", {"text", "a/res/59/84"}},
      {"A/RES/59/84/", {"a/res/59/84"}},
      {"A/RES/59/84-", {"a/res/59/84"}},
      {"A/RES/59//84", {"a/res/59", "84"}},
      {"CRP.3/Rev.1", {"crp.3/rev.1"}},
      {"MSP.10/2010", {"msp.10/2010"}},
      {"NPT/CONF.2010/50 (Vol.I)", {"npt/conf.2010/50", "vol", "i"}},
      {"A/RES/59/84 and A/RES/60/80", {"a/res/59/84", "and", "a/res/60/80"}},
      {"UNGA Resolution 65/48", {"unga", "resolution", "65", "48"}},
      {"and/or", {"and", "or"}},
      {"RES/ 59", {"res", "59"}},
      {"APLC/MSP.10/\n2010", {"aplc/msp.10/2010"}},
      {"APLC/MSP.10/ 2010", {"aplc/msp.10/2010"}},
      {"APLC/\r\n   MSP.10/2010/\nWP.1", {"aplc/msp.10/2010/wp.1"}},
      {"A/\nRES/\n59/\n84", {"a/res/59/84"}},
      {"A/\u200BRES/\u200B59/\u200B84", {"a/res/59/84"}},
      {"A/\u2060RES\u2060/59/84", {"a/res/59/84"}},
      {"A/RES/59/\f84 of", {"a/res/59/84", "of"}},
      {"CRP.3/\nRev.1", {"crp.3/rev.1"}},
      {"A/59/Ad\u00AD\nd.1", {"a/59/add.1"}},
      {"words/\n59/\n,", {"words", "59"}},
      {"A/RES/59/84/ and", {"a/res/59/84", "and"}},
      {"A/RES/59/84 / A/RES/60/80", {"a/res/59/84", "a/res/60/80"}},
      {"and/\nor 5", {"and", "or", "5"}},
      {"words/\n59 pages", {"words", "59", "pages"}},
      {"Ａ／ＲＥＳ／５９／８４号", {"a/res/59/84", "号"}},
      {"决议A/RES/59/84号", {"决", "议", "a/res/59/84", "号"}},
      {"A/RES/59/84호", {"a/res/59/84", "호"}},
      {"A/RES/٥٩/٨٤", {"a/res/59/84"}},
      {"A/RES/S‑10/2", {"a/res/s-10/2"}},
      {"\u200EA/RES/59/84\u200F", {"a/res/59/84"}},
      {"Décret/2010-É", {"decret/2010-e"}},
      {"De\u0301cret/2010-E\u0301", {"decret/2010-e"}},
      {"Указ/2010", {"указ", "2010"}},
      {"24/7", {"24", "7"}},
      {"en.apa.az", {"en", "apa", "az"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(terms(row.text) == row.expected);
    check_ranges(row.text);
    for (const Token& token : analyse(row.text)) {
      const bool symbol = token.term.find('/') != std::string::npos;
      CHECK((token.kind == Token::Kind::symbol) == symbol);
    }
  }
}

TEST_CASE("a number in square brackets or raised may be a note mark") {
  struct Row {
    const char* text;
    Terms expected;
    std::size_t mark;  // which of the tokens is one; their number where none is
  };
  const Row rows[] = {
      {"error.”[5] The", {"error", "5", "the"}, 1},
      {"error.[4]Following", {"error", "4", "following"}, 1},
      {"error[4]", {"error", "4"}, 1},
      {"error[ 4 ] The", {"error", "4", "the"}, 1},
      {"error.[1 ]", {"error", "1"}, 1},
      {"error⁵ The", {"error", "5", "the"}, 1},
      {"error.¹² The", {"error", "12", "the"}, 1},
      {"m²", {"m", "2"}, 1},
      {"article (7)", {"article", "7"}, 2},
      {"year [1997", {"year", "1997"}, 2},
      {"year 1997]", {"year", "1997"}, 2},
      {"form [A]", {"form", "a"}, 2},
      {"[12a]", {"12a"}, 1},
      {"error[^5]", {"error", "5"}, 1},
      {"error [^12] The", {"error", "12", "the"}, 1},
      {"error[\u00A05\u00A0]", {"error", "5"}, 1},
      {"错误［５］", {"错", "误", "5"}, 2},
      {"خطأ[٥]", {"خطا", "5"}, 1},
      {"error⁵⁶The", {"error", "56", "the"}, 1},
      {"Article[s] [2]", {"articles", "2"}, 1},
      {"[5[6]", {"5", "6"}, 1},
      {"CO₂", {"co2"}, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(terms(row.text) == row.expected);
    const std::vector<Token> tokens = analyse(row.text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      CHECK((tokens[i].kind == Token::Kind::mark) == (i == row.mark));
    }
    check_ranges(row.text);
  }
}

TEST_CASE("silent ranges give no token and take no position") {
  struct Row {
    const char* text;
    std::vector<Range> silent;
    const char* same_as;
  };
  const Row rows[] = {
      {"error.[5] The", {{6, 9}}, "error the"},
      {"military.38 The", {{9, 11}}, "military the"},
      {"error5 The", {{5, 6}}, "error the"},
      {"[1] See [2] above", {{0, 3}, {8, 11}}, "see above"},
      {"error [5]", {{6, 9}}, "error"},
      {"[5]", {{0, 3}}, ""},
      {"a b c", {{0, 5}}, ""},
      {"a b c", {{2, 3}, {2, 3}}, "a c"},
      {"a b c d", {{0, 5}, {2, 3}}, "d"},
      {"a b c", {{2, 2}}, "a b c"},
      {"a b", {{2, 90}}, "a"},
      {"a b", {{90, 95}}, "a b"},
      {"A/RES/59/8412 x", {{11, 13}}, "A/RES/59/84 x"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(terms(row.text, row.silent) == terms(row.same_as));
  }
  const std::vector<Range> silent = {{6, 9}};
  const std::vector<Token> tokens = analyse("error.[5] The", silent);
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[1].begin == 10);
  CHECK(tokens[1].end == 13);
}

TEST_CASE("a token covers its word in the text") {
  const std::string text = "« L’État » battle[s], Côte";
  std::vector<std::string> covered;
  for (const Token& token : analyse(text)) {
    covered.push_back(text.substr(token.begin, token.end - token.begin));
  }
  CHECK(covered == std::vector<std::string>{"L", "État", "battle[s]", "Côte"});
}

TEST_CASE("text without words has no tokens") {
  for (const char* text :
       {"", " ", "\n\t", "…", "—", "“”", "[]", "[ ]", "''", "\u00AD", "\u0301", "\u200B\u200F",
        "¿?", "© ™ →", "\uFFFD", "·", "\uFE0F", "👍🏽", "₊"}) {
    CAPTURE(text);
    CHECK(analyse(text).empty());
  }
}

TEST_CASE("a term is bounded however long the word") {
  const std::string longest(100, 'x');
  CHECK(terms(longest) == Terms{longest});
  for (const std::size_t length : {101U, 245U, 246U, 5000U, 2'000'000U}) {
    const std::string word(length, 'x');
    const std::vector<Token> tokens = analyse("a " + word + " b");
    REQUIRE(tokens.size() == 3);
    CHECK(tokens[1].term.size() <= 200);
    CHECK(tokens[1].end - tokens[1].begin == length);
    CHECK(tokens[1].term != analyse(word + "x").front().term);
    CHECK(tokens[1].term == analyse(std::string(length, 'X')).front().term);
  }
}

TEST_CASE("what is not UTF-8 parts words and is in none") {
  for (const char* text : {"mine\xFF"
                           "ban",
                           "mine\xC3 ban", "mine \xED\xA0\x80 ban", "mine\xE2\x80 ban",
                           "\x80mine\xF4\x90\x80\x80"
                           "ban\xF0\x9F",
                           "mine \xC0\xAF ban"}) {
    CHECK(terms(text) == Terms{"mine", "ban"});
  }
  CHECK(terms(std::string("mine\0ban", 8)) == Terms{"mine", "ban"});
}

TEST_CASE("no text takes quadratic time") {
  std::string slashes;
  std::string points;
  std::string apostrophes;
  std::string brackets;
  std::string spaced;
  std::string numbered;
  std::string soft;
  std::string marks;
  std::string accents = "a";
  for (int i = 0; i < 100'000; ++i) {
    slashes += "a/";
    points += "a.";
    apostrophes += "a'";
    brackets += "[1";
    spaced += "a/ ";
    numbered += i % 3 == 0 ? "a/ " : "a5/ b";
    soft += "a\u00AD ";
    marks += "a'\u0301[";
    accents += "\u0301";
  }
  const auto start = std::chrono::steady_clock::now();
  for (const std::string& text : {slashes, points, apostrophes, brackets, spaced, numbered, soft,
                                  marks, accents, "x" + slashes + "1"}) {
    CHECK_FALSE(analyse(text).empty());
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("the fingerprint is six hexadecimal digits, the same each time") {
  const std::string fingerprint = analysis_fingerprint();
  CHECK(fingerprint.size() == 6);
  CHECK(fingerprint.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(analysis_fingerprint() == fingerprint);
}
