// Whatever is typed, what was understood reads back to the same query, without notices.
#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/query.h"

namespace pincite {
namespace {

constexpr std::array<std::string_view, 90> kPieces = {
    "‟",        "『",          "』",
    "〝",       "〞",          "〟",
    "＂",       "（",          "）",
    "＋",       "–x",          "+-",
    "title:(",  "!x",          "wom?n",
    "&&",       "\u202E",      "\t",
    "mine",     "ban",         "a",
    "é",        "…",           "AND",
    "OR",       "NOT",         "NEAR",
    "ADJ/3",    "NEAR/8",      "NEAR/8",
    "NEAR/0",   "+",           "-",
    "=",        "*",           "\\",
    "\\\\",     "(",           ")",
    "(",        ")",           "\"",
    "\"",       "“",           "”",
    "„",        "«",           "»",
    "「",       "」",          "″",
    " ",        " ",           " ",
    " ",        "\n",          "\n\n",
    "\u2029",   "\u00A0",      "state:",
    "title:",   "TITLE:",      "year:2005..2010",
    "foo:",     "cites.type:", "id:",
    "http://",  "10:30",       "[",
    "]",        "'",           "’",
    ".",        ",",           "/",
    ":",        "65/48",       "\xFF",
    "\xE2",     "\x80",        std::string_view("\0", 1),
    "(a OR b)", "\"a b\"",     "-x",
    "+y",       "mine*",       "=mines",
    " NOT ",    " AND ",       " OR "};

class Typist {
 public:
  explicit Typist(std::mt19937::result_type seed) : random_(seed) {}

  /// Pieces of the language in any order.
  std::string garbage() {
    std::string text;
    for (std::size_t left = below(24); left > 0; --left) text += kPieces[below(kPieces.size())];
    return text;
  }

  std::string bytes() {
    std::string text;
    for (std::size_t left = below(24); left > 0; --left) text += static_cast<char>(below(256));
    return text;
  }

  /// A query of proper form.
  std::string query(int depth) {
    if (depth == 0) return term();
    switch (below(8)) {
      case 0:
        return query(depth - 1) + " AND " + query(depth - 1);
      case 1:
        return query(depth - 1) + " OR " + query(depth - 1);
      case 2:
        return "NOT " + query(depth - 1);
      case 3:
        return query(depth - 1) + ' ' + query(depth - 1) + ' ' + query(depth - 1);
      case 4:
        return '(' + query(depth - 1) + ')';
      case 5:
        return (below(2) == 0 ? "+(" : "-(") + query(depth - 1) + ')';
      case 6:
        return query(depth - 1) + " NEAR/8 " + term() + " NEAR/8 " + query(depth - 1);
      default:
        return "title:(" + query(depth - 1) + ')';
    }
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }

  std::string term() {
    constexpr std::array<std::string_view, 12> kTerms = {
        "mine",    "ban*",     "=use", "\"a b\"", "“a\n\nb”", "state:AZE",
        "title:x", "(a OR b)", "-x",   "+y",      "\\OR",     "meeting:\"Tenth Meeting\""};
    return std::string(kTerms[below(kTerms.size())]);
  }

  std::mt19937 random_;
};

/// Trees of every shape that reading makes.
class Grower {
 public:
  explicit Grower(std::mt19937::result_type seed) : random_(seed) {}

  QueryNode tree(int depth) {
    if (depth == 0) return leaf();
    switch (below(8)) {
      case 0:
        return joint(Kind::all_of, depth);
      case 1:
        return joint(Kind::any_of, depth);
      case 2:
        return parent(Kind::none_of, {tree(depth - 1)});
      case 3:
        return parent(Kind::title, {tree(depth - 1)});
      case 4:
        return proximity();
      case 5:
        return leaf();
      default:
        return bag(depth);
    }
  }

 private:
  using Kind = QueryNode::Kind;

  std::size_t below(std::size_t bound) { return random_() % bound; }

  static QueryNode text_of(Kind kind, std::string_view text) {
    QueryNode node;
    node.kind = kind;
    node.text = text;
    return node;
  }

  static QueryNode parent(Kind kind, std::vector<QueryNode> children) {
    QueryNode node;
    node.kind = kind;
    node.children = std::move(children);
    return node;
  }

  QueryNode word() {
    constexpr std::array<std::string_view, 26> kWords = {
        "mine",   "é",     "AND",   "NOT",  "NEAR/8", "NEAR/0",    "+x",    "-y",  "+-z",
        "=",      "=q",    "*",     "m*ne", "*m",     "state:AZE", "foo:b", "\\",  "\\x",
        "title:", "10:30", "wom?n", "–x",   "…",      "http://a",  "&&",    "\xFF"};
    const std::string_view text = kWords[below(kWords.size())];
    if (below(4) == 0) return text_of(Kind::prefix, "ban");
    return text_of(below(4) == 0 ? Kind::exact : Kind::word, text);
  }

  QueryNode leaf() {
    constexpr std::array<std::string_view, 10> kTexts = {
        "a b", "a \"b\" c", "“a", "b\\", "\"", "» «", "a (b OR c)", "a\nb", "+x -y", "‟ 』 ＂"};
    if (below(3) != 0) return word();
    QueryNode node =
        text_of(below(2) == 0 ? Kind::phrase : Kind::filter, kTexts[below(kTexts.size())]);
    if (node.kind == Kind::filter) node.field = query_fields()[below(11)];
    return node;
  }

  /// None of its children is of its own kind: reading makes one of them.
  QueryNode joint(Kind kind, int depth) {
    std::vector<QueryNode> children;
    while (children.size() < 2 || below(3) == 0) {
      QueryNode child = tree(depth - 1);
      if (child.kind != kind) children.push_back(std::move(child));
    }
    return parent(kind, std::move(children));
  }

  QueryNode proximity() {
    std::vector<QueryNode> children;
    while (children.size() < 2 || below(3) == 0) {
      children.push_back(below(3) == 0 ? parent(Kind::any_of, {word(), word()}) : word());
    }
    QueryNode node = parent(below(2) == 0 ? Kind::near : Kind::adj, std::move(children));
    node.window = static_cast<int>(1 + below(99));
    return node;
  }

  QueryNode bag(int depth) {
    QueryNode node = parent(Kind::bag, {});
    while (node.children.size() < 2 || below(3) != 0) {
      node.children.push_back(tree(depth - 1));
      node.roles.push_back(static_cast<QueryNode::Role>(below(3)));
    }
    return node;
  }

  std::mt19937 random_;
};

void check_reads_back(const std::string& typed) {
  const ParsedQuery first = parse_query(typed);
  const std::string written = to_string(first.root);
  const ParsedQuery second = parse_query(written);
  if (second.root == first.root && second.notices.empty()) return;
  CAPTURE(typed, written);
  CHECK(to_string(second.root) == written);
  FAIL("does not read back");
}

}  // namespace

TEST_CASE("random trees are written so that they read back") {
  Grower grower(20101129);
  for (int i = 0; i < 20000; ++i) {
    const QueryNode tree = grower.tree(i % 5);
    const std::string written = to_string(tree);
    const ParsedQuery read = parse_query(written);
    if (read.root == tree && read.notices.empty()) continue;
    CAPTURE(written);
    CHECK(to_string(read.root) == written);
    FAIL("does not read back");
  }
}

TEST_CASE("what was understood of random queries reads back") {
  Typist typist(20100721);
  for (int i = 0; i < 20000; ++i) check_reads_back(typist.garbage());
  for (int i = 0; i < 5000; ++i) check_reads_back(typist.bytes());
  for (int i = 0; i < 5000; ++i) check_reads_back(typist.query(1 + i % 5));
}

}  // namespace pincite
