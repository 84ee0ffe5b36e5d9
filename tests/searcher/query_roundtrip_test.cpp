// Whatever is typed, what was understood reads back to the same query, without notices.
#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>

#include "searcher/query.h"

namespace pincite {
namespace {

constexpr std::array<std::string_view, 72> kPieces = {
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

TEST_CASE("what was understood of random queries reads back") {
  Typist typist(20100721);
  for (int i = 0; i < 20000; ++i) check_reads_back(typist.garbage());
  for (int i = 0; i < 5000; ++i) check_reads_back(typist.bytes());
  for (int i = 0; i < 5000; ++i) check_reads_back(typist.query(1 + i % 5));
}

}  // namespace pincite
