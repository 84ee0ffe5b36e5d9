// How malformed and hostile queries are read. A row is what is typed, the tree it makes, and the
// codes of its notices.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "searcher/query.h"
#include "tests/searcher/query_tree.h"

namespace pincite {
namespace {

struct BadRow {
  std::string typed;
  std::string tree;
  std::string codes;
};

void check_with_notice(const std::vector<BadRow>& rows) {
  for (const BadRow& row : rows) {
    CAPTURE(row.typed);
    CHECK(read(row.typed) == row.tree);
    CHECK(codes(row.typed) == row.codes);
  }
}

}  // namespace

TEST_CASE("what is malformed is read as plain words, and a notice says so") {
  check_with_notice({
      {"AND", "AND", "misplaced_operator"},
      {"a AND", "bag(a, AND)", "misplaced_operator"},
      {"OR a", "bag(OR, a)", "misplaced_operator"},
      {"a AND OR b", "bag(a, AND, OR, b)", "misplaced_operator misplaced_operator"},
      {"a AND NOT", "bag(a, AND, NOT)", "misplaced_operator misplaced_operator"},
      {"(NEAR/8 b)", "bag(NEAR/8, b)", "misplaced_operator"},
      {"a NEAR/8 -b", "bag(a, NEAR/8, -b)", "misplaced_operator"},
      {"a - b", "bag(a, -, b)", "misplaced_operator"},
      {"a +", "bag(a, +)", "misplaced_operator"},
      {"+a AND b", "all(a, b)", "misplaced_operator"},
      {"\"foo AND -bar", "bag(foo, AND, -bar)", "unclosed_quote"},
      {"x “a (b)", "bag(x, a, b)", "unclosed_quote"},
      {"state:\"AZE x", "bag(state:, AZE, x)", "unclosed_quote"},
      {"foo” bar»", "bag(foo, bar)", "unclosed_quote unclosed_quote"},
      {"5″ gun", "bag(5, gun)", "unclosed_quote"},
      {"(a b", "bag(a, b)", "unbalanced_bracket"},
      {"a) AND b", "all(a, b)", "unbalanced_bracket"},
      {"title:(a b", "bag(title:, a, b)", "unbalanced_bracket"},
      {"foo:bar x", "bag(bag(foo:, bar), x)", "unknown_field"},
      {"foo:\"bar x\"", "bag(foo:, [bar x])", "unknown_field"},
      {"state:", "state:", "empty_filter"},
      {"state: AZE", "bag(state:, AZE)", "empty_filter"},
      {"state:\"\" x", "bag(state:, x)", "empty_filter"},
      {"state:(AZE OR GEO)", "bag(state:, any(AZE, GEO))", "empty_filter"},
      {"title:()", "title:", "empty_filter"},
  });
}

TEST_CASE("a notice tells how to write it") {
  const auto text = [](const std::string& typed) { return parse_query(typed).notices.at(0).text; };
  CHECK_THAT(text("sate:AZE"), Catch::Contains("did you mean state:"));
  CHECK_THAT(text("cites-type:letter"), Catch::Contains("did you mean cites.type:"));
  CHECK_THAT(text("cite.type:letter"), Catch::Contains("did you mean cites.type:"));
  CHECK_THAT(text("zzzzz:AZE"), !Catch::Contains("did you mean"));
  CHECK_THAT(text("a NEAR/100 b"), Catch::Contains("1 to 99"));
  CHECK_THAT(text("\"" + repeated("é", 200)), Catch::Contains("é…’"));
}

TEST_CASE("an asterisk or = that cannot be read as such is a character") {
  check_with_notice({
      {"m*ne", "m*ne", "misplaced_operator"},
      {"*mine", "*mine", "misplaced_operator"},
      {"=mine*", "exact[mine*]", "misplaced_operator"},
      {"=(a)", "bag(=, a)", "misplaced_operator"},
  });
}

TEST_CASE("NEAR and ADJ of anything but words are read as AND, a bad distance as a word") {
  check_with_notice({
      {"a NEAR/8 \"b c\"", "all(a, [b c])", "misplaced_operator"},
      {"a NEAR/8 (b c)", "all(a, bag(b, c))", "misplaced_operator"},
      {"a NEAR/8 title:b", "all(a, title(b))", "misplaced_operator"},
      {"a NEAR/8 b ADJ/8 c", "all(a, b, c)", "misplaced_operator"},
      {"a NEAR/8 b NEAR/9 c", "all(a, b, c)", "misplaced_operator"},
      {"a NEAR/0 b", "bag(a, NEAR/0, b)", "bad_window"},
      {"a NEAR/100 b", "bag(a, NEAR/100, b)", "bad_window"},
      {"a ADJ/ b", "bag(a, ADJ/, b)", "bad_window"},
      {"a NEAR/x b", "bag(a, NEAR/x, b)", "bad_window"},
  });
}

TEST_CASE("brackets are read to a depth of 100") {
  const auto nested = [](std::size_t depth) {
    return repeated("a AND (b OR (", depth / 2) + "x y" + repeated("))", depth / 2);
  };
  CHECK(codes(nested(100)).empty());
  CHECK(canonical(nested(100)) == nested(100));
  CHECK(codes(nested(102)) == "too_deep");
  CHECK(codes(repeated("(", 10000) + "a" + repeated(")", 10000)) == "too_deep");
  CHECK(read(repeated("(", 10000) + "a" + repeated(")", 10000)) == "a");
  CHECK(codes(repeated("(", 10000)) == "unbalanced_bracket");
  const std::string deep_when_written = repeated("NOT (a OR b AND ", 60) + "c" + repeated(")", 60);
  CHECK(codes(deep_when_written) == "too_deep");
  CHECK(codes(canonical(deep_when_written)).empty());
}

TEST_CASE("a long or hostile query is read in proportion to its length") {
  constexpr std::size_t kBytes = 200'000;
  for (const std::string part : {"a ",        "(",
                                 ")",         "(a ",
                                 "()",        "\"",
                                 " \"a",      "“ ",
                                 "“a ” “ ",   "„a “b",
                                 "” ",        "\\",
                                 "\\\"",      "NOT ",
                                 "a NOT b ",  "a AND ",
                                 "a NEAR/8 ", "a NEAR/8 b ADJ/2 ",
                                 "-",         "- ",
                                 "-(",        "state:a(",
                                 "state:",    "foo:bar ",
                                 "title:(",   "title:\"a\n\n",
                                 "\xE2\x80",  "\xFF ",
                                 "a* ",       "*a"}) {
    CAPTURE(part);
    const ParsedQuery parsed = parse_query(repeated(part, kBytes / part.size()));
    CHECK(parsed.notices.size() < 20);
    CHECK(parse_query(to_string(parsed.root)).root == parsed.root);
  }
}

}  // namespace pincite
