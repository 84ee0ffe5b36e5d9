// How much of a query is looked for, and what is told about the rest.
#include "searcher/query_bounds.h"

#include <catch2/catch.hpp>
#include <string>

#include "corpus/error.h"
#include "searcher/query_proximity.h"
#include "tests/searcher/query_tree.h"

namespace pincite {
namespace {

/// `before` and a number and `after`, for each number from 0.
std::string numbered(std::size_t count, const std::string& before, const std::string& after) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += std::string(before).append(std::to_string(i)).append(after);
  }
  return text;
}

ParsedQuery within(const std::string& typed) { return bounded(parse_query(typed)); }

std::string codes_of(const ParsedQuery& query) {
  std::string text;
  for (const Notice& notice : query.notices) text += (text.empty() ? "" : " ") + notice.code;
  return text;
}

std::size_t words_in(const QueryNode& node) {
  std::size_t count = node.children.empty() ? 1 : 0;
  for (const QueryNode& child : node.children) count += words_in(child);
  return count;
}

}  // namespace

TEST_CASE("what is repeated side by side is looked for once") {
  const auto read_within = [](const std::string& typed) { return tree(within(typed).root); };
  CHECK(read_within("a b a") == "bag(a, b)");
  CHECK(read_within("a a") == "a");
  CHECK(read_within("a -a +a") == "bag(a, -a, +a)");
  CHECK(read_within("\"of the\" \"of the\" \"of  the\"") == "bag([of the], [of  the])");
  CHECK(read_within("a AND a AND (b OR b)") == "all(a, b)");
  CHECK(read_within("a AND (a AND b OR a AND b)") == "all(a, any(all(a, b), all(a, b)))");
  CHECK(read_within("state:AZE state:AZE year:AZE") == "bag(state[AZE], year[AZE])");
  CHECK(read_within("a NEAR/2 a") == "near2(a, a)");
  CHECK(read_within("a =a a* \"a\"") == "bag(a, exact[a], prefix[a], [a])");
  CHECK(codes_of(within(repeated("a ", 5000))).empty());
}

TEST_CASE("a query of 1,000 words is looked for whole, of a longer one the first 1,000") {
  const ParsedQuery whole = within(numbered(1000, "w", " "));
  CHECK(whole.notices.empty());
  CHECK(words_in(whole.root) == 1000);
  for (const std::string joint : {" ", " AND ", " OR ", " -"}) {
    CAPTURE(joint);
    const ParsedQuery cut = within("a" + numbered(1999, joint + "w", ""));
    CHECK(codes_of(cut) == "too_many_words");
    CHECK_THAT(cut.notices.at(0).text, Catch::Contains("1000 parts of it were left out"));
    CHECK(words_in(cut.root) == 1000);
    CHECK(parse_query(to_string(cut.root)).root == cut.root);
    CHECK(tree(cut.root).find("w998") != std::string::npos);
    CHECK(tree(cut.root).find("w999") == std::string::npos);
  }
}

TEST_CASE("phrases, prefixes and filters are bounded too") {
  struct Row {
    const char* before;
    const char* after;
    std::size_t most;
  };
  for (const Row& row : {Row{"\"a b", "\" ", kMostPhrases}, Row{"a", "-b ", kMostPhrases},
                         Row{"w", "* ", kMostPrefixes}, Row{"year:", " ", kMostFilters},
                         Row{"(a NEAR/2 b", ") ", kMostPhrases}}) {
    CAPTURE(row.before, row.after);
    CHECK(within(numbered(row.most, row.before, row.after)).notices.empty());
    const ParsedQuery cut = within(numbered(row.most + 1, row.before, row.after));
    CHECK(codes_of(cut) == "too_many_words");
    CHECK(cut.root.children.size() == row.most);
  }
}

TEST_CASE("a phrase of 200 words is looked for whole, of a longer one its first 1,000") {
  CHECK(within('"' + numbered(1000, "w", " ") + '"').notices.empty());
  const ParsedQuery cut = within('"' + numbered(5000, "w", " ") + '"');
  CHECK(codes_of(cut) == "phrase_cut");
  CHECK_THAT(cut.notices.at(0).text, Catch::Contains("5000 words"));
  CHECK(cut.root.text.ends_with("w999"));
  const ParsedQuery run = within(numbered(5000, "w", "-"));
  CHECK(codes_of(run) == "phrase_cut");
  CHECK(run.root.text.ends_with("w999"));
}

TEST_CASE("where all of a query is too much, nothing is looked for") {
  const ParsedQuery cut = within("(a" + numbered(2000, " OR w", "") + ") NEAR/8 b");
  CHECK(codes_of(cut) == "too_many_words");
  CHECK(tree(cut.root) == "[]");
}

TEST_CASE("a query of more bytes than are read is refused") {
  CHECK_NOTHROW(check_length(std::string(kMostQueryBytes, 'a')));
  CHECK_THROWS_AS(check_length(std::string(kMostQueryBytes + 1, 'a')), Error);
}

TEST_CASE("NEAR of many parts is AND, and a notice says so") {
  const std::string most = "a" + numbered(kMostNearParts - 1, " NEAR/9 w", "");
  CHECK(proximate(parse_query(most)).notices.empty());
  const ParsedQuery more = proximate(parse_query(most + " NEAR/9 z"));
  CHECK(codes_of(more) == "misplaced_operator");
  CHECK(more.root.kind == QueryNode::Kind::all_of);
  CHECK(more.root.children.size() == kMostNearParts + 1);
}

TEST_CASE("NEAR of what is not one word is AND, and a notice says so") {
  struct Row {
    const char* typed;
    const char* tree;
    const char* codes;
  };
  for (const Row& row :
       {Row{"a NEAR/3 b", "near3(a, b)", ""},
        Row{"anti-personnel NEAR/3 mine", "near3(anti-personnel, mine)", ""},
        Row{"a/b NEAR/3 mine", "all(a/b, mine)", "misplaced_operator"},
        Row{"a ADJ/3 …", "all(a, …)", "misplaced_operator"},
        Row{"a NEAR/3 (b OR c-d)", "near3(a, any(b, c-d))", ""},
        Row{"x AND a NEAR/3 c/d", "all(x, a, c/d)", "misplaced_operator"},
        Row{"l’x* NEAR/3 a", "all(l’x, a)", "misplaced_operator misplaced_operator"},
        Row{"a NEAR/3 … NEAR/3 b", "all(a, …, b)", "misplaced_operator"},
        Row{"anti-pers*", "anti-pers", "misplaced_operator"},
        Row{"mine* NEAR/3 (=a OR b)", "near3(prefix[mine], any(exact[a], b))", ""}}) {
    CAPTURE(row.typed);
    const ParsedQuery query = proximate(parse_query(row.typed));
    CHECK(tree(query.root) == row.tree);
    CHECK(codes_of(query) == row.codes);
    CHECK(parse_query(to_string(query.root)).root == query.root);
  }
}

}  // namespace pincite
