// The query language case by case, as someone types it who has not read about it, or who wants to
// break it. A row is what is typed, the tree it makes, and the codes of its notices: what is not
// read as it looks never goes without one.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "searcher/query.h"
#include "tests/searcher/query_tree.h"

namespace pincite {
namespace {

struct Row {
  std::string typed;
  std::string tree;
  std::string codes;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(read(row.typed) == row.tree);
    CHECK(codes(row.typed) == row.codes);
    CHECK(read(canonical(row.typed)) == row.tree);
    CHECK(codes(canonical(row.typed)).empty());
  }
}

}  // namespace

TEST_CASE("quotation marks of all kinds, closed or not") {
  check({
      {"\"", "[]", "unclosed_quote"},
      {"\"\"", "[]", ""},
      {"\"\"\"", "[\"]", ""},
      {"\"\" \"\"", "[]", ""},
      {"\"a", "a", "unclosed_quote"},
      {"a\"", "a", "unclosed_quote"},
      {"\"a b\" c\"", "bag([a b], c)", "unclosed_quote"},
      {"\"a b\" \"c", "bag([a b], c)", "unclosed_quote"},
      {"\"a b\"\"c d\"", "bag([a b], [c d])", ""},
      {"\"a b\" c \"d e\"", "bag([a b], c, [d e])", ""},
      {"\"a \"b\" c\"", "[a \"b\" c]", ""},
      {"\"a “b” c\"", "[a “b” c]", ""},
      {"“a “b” c”", "[a “b” c]", ""},
      {"“a b\" c", "bag(a, b, c)", "unclosed_quote"},
      {"“a b“", "bag(a, b)", "unclosed_quote"},
      {"”a b“ c", "bag(a, b, c)", "unclosed_quote"},
      {"»a b«", "bag(a, b)", "unclosed_quote unclosed_quote"},
      {"“a” “b”", "bag([a], [b])", ""},
      {"‟a b” 『a b』 〝a b〞 〝a b〟 ＂a b＂", "bag([a b], [a b], [a b], [a b], [a b])", ""},
      {"『a 『b』 c』", "[a 『b』 c]", ""},
      {"＂a", "a", "unclosed_quote"},
      {"a』", "a", "unclosed_quote"},
      {"'a b' ‘c d’ `e f` ‹g h›", "bag('a, b', ‘c, d’, `e, f`, ‹g, h›)", ""},
      {"''a b''", "bag(''a, b'')", ""},
      {"\"a\tb\nc\"", "[a\tb\nc]", ""},
      {"\"(\" \")\" \"AND\" \"-a\" \"state:x\"", "bag([(], [)], [AND], [-a], [state:x])", ""},
      {"\"a\\\"", "a\\", "unclosed_quote"},
      {"\"a b\"~5", "bag([a b], ~5)", "misplaced_operator"},
  });
}

TEST_CASE("signs of all kinds") {
  check({
      {"-\"x y\"", "not([x y])", ""},
      {"- \"x y\"", "bag(-, [x y])", "misplaced_operator"},
      {"+-a", "+-a", "misplaced_operator"},
      {"-+a", "-+a", "misplaced_operator"},
      {"--a", "--a", "misplaced_operator"},
      {"a --b", "bag(a, --b)", "misplaced_operator"},
      {"-(a b)", "not(bag(a, b))", ""},
      {"-", "-", "misplaced_operator"},
      {"+", "+", "misplaced_operator"},
      {"+- -+", "bag(+-, -+)", ""},
      {"a -\"", "a", "unclosed_quote"},
      {"a –b", "bag(a, –b)", "misplaced_operator"},
      {"a −b", "bag(a, −b)", "misplaced_operator"},
      {"a ＋b －c", "bag(a, ＋b, －c)", "misplaced_operator misplaced_operator"},
      {"a – b —c", "bag(a, –, b, —c)", ""},
      {"!a", "!a", "misplaced_operator"},
      {"a! ¡a!", "bag(a!, ¡a!)", ""},
      {"-NOT", "not(NOT)", ""},
      {"a -title:b -state:AZE", "bag(a, -title(b), -state[AZE])", ""},
      {"title:-a", "title(-a)", "misplaced_operator"},
      {"-()", "[]", ""},
      {"-\"\"", "[]", ""},
  });
}

TEST_CASE("operators with nothing to join, in lower case, and of other languages") {
  check({
      {"a AND", "bag(a, AND)", "misplaced_operator"},
      {"AND a", "bag(AND, a)", "misplaced_operator"},
      {"AND", "AND", "misplaced_operator"},
      {"NOT", "NOT", "misplaced_operator"},
      {"NOT NOT a", "all(NOT, not(a))", "misplaced_operator"},
      {"a OR OR b", "bag(a, OR, OR, b)", "misplaced_operator"},
      {"a AND (OR) b", "bag(all(a, OR), b)", "misplaced_operator"},
      {"(AND)", "AND", "misplaced_operator"},
      {"a AND ()", "bag(a, AND)", "misplaced_operator"},
      {"a AND \"\"", "bag(a, AND)", "misplaced_operator"},
      {"a and b or not c", "bag(a, and, b, or, not, c)", ""},
      {"a And b", "bag(a, And, b)", ""},
      {"a && b || c", "bag(a, &&, b, ||, c)", "misplaced_operator misplaced_operator"},
      {"a ＡＮＤ b", "bag(a, ＡＮＤ, b)", "misplaced_operator"},
      {"a\tAND\nb", "all(a, b)", ""},
      {"a\u00A0OR\u3000b", "any(a, b)", ""},
      {"a AND, b", "bag(a, AND,, b)", ""},
      {"a\tNOT\tb", "all(a, not(b))", ""},
      {"trade & industry", "bag(trade, &, industry)", ""},
  });
}

TEST_CASE("brackets of all kinds") {
  check({
      {"(", "[]", "unbalanced_bracket"},
      {")", "[]", "unbalanced_bracket"},
      {")(", "[]", "unbalanced_bracket"},
      {"()", "[]", ""},
      {"(()())", "[]", ""},
      {"(a", "a", "unbalanced_bracket"},
      {"a)b(c", "bag(a, b, c)", "unbalanced_bracket"},
      {"((a OR b) AND c", "all(any(a, b), c)", "unbalanced_bracket"},
      {"（a OR b）", "any(（a, b）)", "misplaced_operator misplaced_operator"},
      {"[a TO b] {c}", "bag([a, TO, b], {c})", ""},
      {"Article 2(7)", "bag(Article, 2, 7)", ""},
  });
}

TEST_CASE("NEAR and ADJ with parts that have no positions") {
  check({
      {"\"a b\" NEAR/3 c", "all([a b], c)", "misplaced_operator"},
      {"a NEAR/3 (b AND c)", "all(a, b, c)", "misplaced_operator"},
      {"a NEAR/3 state:AZE", "all(a, state[AZE])", "misplaced_operator"},
      {"a NEAR/3 (b OR \"c d\")", "all(a, any(b, [c d]))", "misplaced_operator"},
      {"a NEAR/3 (b OR state:AZE)", "all(a, any(b, state[AZE]))", "misplaced_operator"},
      {"a NEAR/3 NEAR/3 b", "bag(a, NEAR/3, NEAR/3, b)", "misplaced_operator"},
      {"NEAR", "NEAR", "misplaced_operator"},
      {"a NEAR/3", "bag(a, NEAR/3)", "misplaced_operator"},
      {"a NEAR/-1 b", "bag(a, NEAR/-1, b)", "bad_window"},
      {"a NEAR/3x b", "bag(a, NEAR/3x, b)", "bad_window"},
      {"a NEAR3 b near/3 c", "bag(a, NEAR3, b, near/3, c)", ""},
      {"a NEAR/3 NOT b", "bag(a, NEAR/3, -b)", "misplaced_operator"},
  });
}

TEST_CASE("the title, with whatever stands behind the colon") {
  check({
      {"title:\"a", "bag(title:, a)", "unclosed_quote"},
      {"title: a", "bag(title:, a)", "empty_filter"},
      {"title:\"\"", "title:", "empty_filter"},
      {"title:(", "title:", "unbalanced_bracket"},
      {"title:(a AND)", "title(bag(a, AND))", "misplaced_operator"},
      {"title:(a OR \"b c\") d", "bag(title(any(a, [b c])), d)", ""},
      {"title:a*", "title(prefix[a])", ""},
      {"title:*a", "title(*a)", "misplaced_operator"},
      {"title:title:a", "title(title:a)", "misplaced_operator"},
      {"title:state:AZE", "title(state:AZE)", "misplaced_operator"},
      {"title:(state:AZE a)", "title(bag(state[AZE], a))", ""},
      {"title:title", "title(title)", ""},
      {"title:foo:bar", "title(foo:bar)", ""},
  });
}

TEST_CASE("exact forms and prefixes, and what only looks like them") {
  check({
      {"=", "=", ""},
      {"= a", "bag(=, a)", ""},
      {"==a", "exact[=a]", ""},
      {"=a*", "exact[a*]", "misplaced_operator"},
      {"*", "*", ""},
      {"**", "**", ""},
      {"a**", "a**", "misplaced_operator"},
      {"a*b", "a*b", "misplaced_operator"},
      {"*a", "*a", "misplaced_operator"},
      {"mine*s", "mine*s", "misplaced_operator"},
      {"mine *", "bag(mine, *)", ""},
      {"mine＊", "mine＊", "misplaced_operator"},
      {"wom?n", "wom?n", "misplaced_operator"},
      {"why? who?me", "bag(why?, who?me)", "misplaced_operator"},
      {"mine~ mine~2", "bag(mine~, mine~2)", "misplaced_operator misplaced_operator"},
      {"\"a*\"", "[a*]", ""},
      {"-mine*", "not(prefix[mine])", ""},
      {"+=mine", "exact[mine]", ""},
      {"anti-pers*", "prefix[anti-pers]", ""},
  });
}

TEST_CASE("fields, known and unknown, and what has a colon but no field") {
  check({
      {"state:", "state:", "empty_filter"},
      {"state:\"x", "bag(state:, x)", "unclosed_quote"},
      {"state:\"\"", "state:", "empty_filter"},
      {"state:()", "state[()]", ""},
      {"state:AZE,GEO", "state[AZE,GEO]", ""},
      {"state:\"a b\"c", "bag(state[a b], c)", ""},
      {"year:2010.. year:..2010", "bag(year[2010..], year[..2010])", ""},
      {"year:20x date:2010-13", "bag(year[20x], date[2010-13])", ""},
      {"state:“Sierra Leone” state:『Sierra Leone』",
       "bag(state[Sierra Leone], state[Sierra Leone])", ""},
      {"state：AZE", "state：AZE", "misplaced_operator"},
      {"foo:bar", "bag(foo:, bar)", "unknown_field"},
      {"x foo:bar* y", "bag(x, bag(foo:, prefix[bar]), y)", "unknown_field"},
      {"a AND foo:bar", "all(a, bag(foo:, bar))", "unknown_field"},
      {"-foo:bar", "not(bag(foo:, bar))", "unknown_field"},
      {"foo:AND", "bag(foo:, AND)", "unknown_field"},
      {"foo:-x", "bag(foo:, -x)", "unknown_field"},
      {"foo:bar:state:x", "bag(foo:, bar:state:x)", "unknown_field"},
      {"foo:(a b)", "bag(foo:, bag(a, b))", "unknown_field"},
      {"foo: bar", "bag(foo:, bar)", ""},
      {"https://x.org/a?b=c", "https://x.org/a?b=c", ""},
      {"12:30 A/RES/65/48 a@example.org C:\\x", "bag(12:30, A/RES/65/48, a@example.org, C:\\x)",
       ""},
      {"mailto:a@example.org", "bag(mailto:, a@example.org)", "unknown_field"},
      {":a a: ::", "bag(:a, a:, ::)", ""},
      {"state:AZE:GEO", "state[AZE:GEO]", ""},
  });
}

TEST_CASE("characters that cannot be seen") {
  check({
      {std::string("a\0b", 3), std::string("a\0b", 3), ""},
      {"a\x01 \x1b[2J", "bag(a\x01, \x1b[2J)", ""},
      {"\xFF \xE2\x80 \xC3(", "bag(\xFF, \xE2\x80, \xC3)", "unbalanced_bracket"},
      {"\u202Ea\u2066 b", "bag(\u202Ea\u2066, b)", ""},
      {"a\u200Bb", "a\u200Bb", ""},
      {"\r\n\t\v\f", "everything", ""},
  });
}

}  // namespace pincite
