// How queries are read. A row is what is typed and the tree it makes.
#include "searcher/query.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/searcher/query_tree.h"

namespace pincite {
namespace {

struct Row {
  std::string typed;
  std::string tree;
};

void check_without_notice(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(read(row.typed) == row.tree);
    CHECK(codes(row.typed).empty());
  }
}

}  // namespace

TEST_CASE("words side by side, with and without signs") {
  check_without_notice({
      {"", "everything"},
      {" \t\n", "everything"},
      {"mine", "mine"},
      {"accidental technical error", "bag(accidental, technical, error)"},
      {"mine\u00A0ban\u3000policy\u2009x", "bag(mine, ban, policy, x)"},
      {"and or not near", "bag(and, or, not, near)"},
      {"+mine -use ban", "bag(+mine, -use, ban)"},
      {"-\"a b\" +(c d) -state:AZE", "bag(-[a b], +bag(c, d), -state[AZE])"},
      {"-use", "not(use)"},
      {"+use", "use"},
      {"-a -b", "bag(-a, -b)"},
      {"anti-personnel c++ state-of-the-art", "bag(anti-personnel, c++, state-of-the-art)"},
      {"65/48 APLC/MSP.10/2010 l’Azerbaïdjan error⁵",
       "bag(65/48, APLC/MSP.10/2010, l’Azerbaïdjan, error⁵)"},
      {"it's ‘so’ 'x", "bag(it's, ‘so’, 'x)"},
      {"... — [A]s --", "bag(..., —, [A]s, --)"},
      {"\"a\"-b (c)+d", "bag([a], -b, c, +d)"},
      {"-AND", "not(AND)"},
  });
}

TEST_CASE("operators bind NOT, AND, OR, side by side") {
  check_without_notice({
      {"a AND b", "all(a, b)"},
      {"a OR b AND c", "any(a, all(b, c))"},
      {"(a OR b) AND c", "all(any(a, b), c)"},
      {"a b AND c d OR e", "bag(a, all(b, c), any(d, e))"},
      {"NOT a AND b", "all(not(a), b)"},
      {"NOT (a AND b)", "not(all(a, b))"},
      {"NOT c", "not(c)"},
      {"a NOT b", "all(a, not(b))"},
      {"a AND NOT b", "all(a, not(b))"},
      {"a OR NOT b", "any(a, not(b))"},
      {"x OR a NOT b", "any(x, all(a, not(b)))"},
      {"a AND -b", "all(a, not(b))"},
      {"-a OR b", "any(not(a), b)"},
      {"NOT -a", "not(not(a))"},
      {"(a AND b) AND (c AND d)", "all(a, b, c, d)"},
      {"a OR (b OR (c))", "any(a, b, c)"},
      {"\"a\"AND(b)", "all([a], b)"},
  });
}

TEST_CASE("among several words NOT excludes as a minus does") {
  check_without_notice({
      {"a b NOT c", "bag(a, b, -c)"},
      {"a NOT b c", "bag(a, -b, c)"},
      {"NOT a b", "bag(-a, b)"},
      {"a b NOT (c OR d)", "bag(a, b, -any(c, d))"},
      {"(a NOT b) c", "bag(all(a, not(b)), c)"},
  });
}

TEST_CASE("brackets group, and those that say nothing vanish") {
  check_without_notice({
      {"((a))", "a"},
      {"()", "[]"},
      {"a () b", "bag(a, b)"},
      {"a AND (()) b", "all(a, b)"},
      {"(a b) c", "bag(bag(a, b), c)"},
      {"(+a) (-b)", "bag(a, not(b))"},
      {"-() \"\" a", "a"},
  });
}

TEST_CASE("prefixes and exact forms") {
  check_without_notice({
      {"mine*", "prefix[mine]"},
      {"AND*", "prefix[AND]"},
      {"=mines", "exact[mines]"},
      {"-=mines +mine*", "bag(-exact[mines], +prefix[mine])"},
      {"=AND", "exact[AND]"},
      {"* ** = mine* *", "bag(*, **, =, prefix[mine], *)"},
      {"=\"a b\" =“c”", "bag([a b], [c])"},
      {"\"mine*\"", "[mine*]"},
  });
}

TEST_CASE("close to each other") {
  check_without_notice({
      {"a NEAR/8 b", "near8(a, b)"},
      {"a NEAR b", "near10(a, b)"},
      {"a ADJ/99 b", "adj99(a, b)"},
      {"a ADJ b", "adj10(a, b)"},
      {"a NEAR/8 b NEAR/8 c", "near8(a, b, c)"},
      {"mine* NEAR/8 =bans NEAR/8 (a OR b*)",
       "near8(prefix[mine], exact[bans], any(a, prefix[b]))"},
      {"NOT a NEAR/1 b", "not(near1(a, b))"},
      {"-a NEAR/1 b c", "bag(-near1(a, b), c)"},
      {"a NEAR/8 b AND c ADJ/2 d", "all(near8(a, b), adj2(c, d))"},
  });
}

TEST_CASE("quotation marks of every kind hold a phrase") {
  check_without_notice({
      {"\"accidental technical error\"", "[accidental technical error]"},
      {"“a b” „a b“ „a b” «a b» 「a b」 ″a b″ ”a b”",
       "bag([a b], [a b], [a b], [a b], [a b], [a b], [a b])"},
      {"«\u00A0a b\u00A0»", "[a b]"},
      {"\"a\n b\"", "[a\n b]"},
      {"\"foo\" \"bar\"", "bag([foo], [bar])"},
      {"\"foo\" AND \"bar\"", "all([foo], [bar])"},
      {"(\"foo\" OR \"bar (\")", "any([foo], [bar (])"},
      {"\"state:AZE AND (b\"", "[state:AZE AND (b]"},
      {"\"it's ‘so’\"", "[it's ‘so’]"},
      {"a\"b c\"d", "bag(a, [b c], d)"},
      {"\"\" \" \"", "[]"},
  });
}

TEST_CASE("marks that stand in pairs inside a phrase belong to it") {
  check_without_notice({
      {"\"he said \"never\" again\"", "[he said \"never\" again]"},
      {"\"he said \"never\" again\" \"x\"", "bag([he said \"never\" again], [x])"},
      {"\"a (\"b\") c\"", "[a (\"b\") c]"},
      {"\"he said “never” again\"", "[he said “never” again]"},
      {"“he said “never” again” x", "bag([he said “never” again], x)"},
      {"“he said \"never\" again”", "[he said \"never\" again]"},
      {"„er sagte „nie“ wieder“", "[er sagte „nie“ wieder]"},
      {"„er sagte “nie” wieder“", "[er sagte “nie” wieder]"},
      {"«a «b» c»", "[a «b» c]"},
      {"\"so \\\"called\"", "[so \"called]"},
      {"\"a\\\\\" \"C:\\dir\"", "bag([a\\], [C:\\dir])"},
  });
}

TEST_CASE("a quotation pasted over several paragraphs is one phrase each, all required") {
  check_without_notice({
      {"\"a b\n\nc d\"", "all([a b], [c d])"},
      {"“a\r\n \t\r\n\r\nb\u2029c”", "all([a], [b], [c])"},
      {"x \"\n\na\n\n\"", "bag(x, [a])"},
      {"-\"a\n\nb\" title:\"c\n\nd\"", "bag(-all([a], [b]), title(all([c], [d])))"},
  });
}

TEST_CASE("filters and the title") {
  check_without_notice({
      {"state:AZE", "state[AZE]"},
      {"STATE:az Cites.Type:letter", "bag(state[az], cites.type[letter])"},
      {"year:2005..2010 date:2010-11..2010-12 covers:2003",
       "bag(year[2005..2010], date[2010-11..2010-12], covers[2003])"},
      {"meeting:\"Tenth Meeting of the States Parties\"",
       "meeting[Tenth Meeting of the States Parties]"},
      {"state:« Côte d’Ivoire »", "state[Côte d’Ivoire]"},
      {"symbol:APLC/MSP.10/2010 mentions:A/RES/65/48",
       "bag(symbol[APLC/MSP.10/2010], mentions[A/RES/65/48])"},
      {"id:https://example.org/a:b", "id[https://example.org/a:b]"},
      {"(id:a(b)c)", "id[a(b)c]"},
      {"id:a(b c)", "bag(id[a], bag(b, c))"},
      {"state:AZE AND mine", "all(state[AZE], mine)"},
      {"-state:AZE mine", "bag(-state[AZE], mine)"},
      {"title:mine title:\"mine ban\" title:(a OR b)",
       "bag(title(mine), title([mine ban]), title(any(a, b)))"},
      {"title:mine* -title:=mines", "bag(title(prefix[mine]), -title(exact[mines]))"},
      {"title:AND title:=\"a b\"", "bag(title(AND), title([a b]))"},
      {"http://example.org 10:30 Azerbaijan: a:b",
       "bag(http://example.org, 10:30, Azerbaijan:, a:b)"},
  });
}

TEST_CASE("a backslash makes a word of anything") {
  check_without_notice({
      {"\\AND \\+x \\-y \\=z", "bag(AND, +x, -y, =z)"},
      {"\\state:AZE \\mine* \\foo:bar \\NEAR/8", "bag(state:AZE, mine*, foo:bar, NEAR/8)"},
      {"\\\\x \\ a\\b =\\mine*", "bag(\\x, \\, a\\b, exact[mine*])"},
  });
}

TEST_CASE("what was understood is written as one would type it") {
  for (const std::string typed : {"",
                                  "mine",
                                  "\"accidental technical error\"",
                                  "accidental technical error",
                                  "mine -use +ban",
                                  "state:AZE mine",
                                  "a AND b",
                                  "a OR b",
                                  "NOT c",
                                  "a AND NOT b",
                                  "a NEAR/8 b",
                                  "a ADJ/8 b",
                                  "mine* =mines",
                                  "title:\"mine ban policy\"",
                                  "symbol:APLC/MSP.10/2010",
                                  "(a OR b) AND c",
                                  "year:2005..2010 covers:2003",
                                  "\"he said \"never\" again\"",
                                  "\"he said “never” again\"",
                                  "state:\"Côte d’Ivoire\" mine",
                                  "-\"a b\" +(c d)"}) {
    CAPTURE(typed);
    CHECK(canonical(typed) == typed);
  }
  CHECK(canonical("a b AND c") == "a (b AND c)");
  CHECK(canonical("STATE:“Sierra Leone”") == "state:\"Sierra Leone\"");
  CHECK(canonical("“a \"b”") == "“a \"b”");
  CHECK(canonical("“a \" “b” c»”") == "“a \" “b” c»”");
  CHECK(canonical("\"a \\\"b “c «d\"") == "\"a \\\"b “c «d\"");
}

TEST_CASE("fields, and whether a query has words") {
  CHECK(is_query_field("state"));
  CHECK(is_query_field("Cites.State"));
  CHECK_FALSE(is_query_field("cites"));
  CHECK_FALSE(is_query_field(""));
  CHECK(has_words(parse_query("state:AZE title:a").root));
  CHECK_FALSE(has_words(parse_query("state:AZE -a").root));
  CHECK_FALSE(has_words(parse_query("NOT a").root));
  CHECK_FALSE(has_words(parse_query("").root));
}

}  // namespace pincite
