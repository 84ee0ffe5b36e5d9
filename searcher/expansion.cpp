#include "searcher/expansion.h"

#include <algorithm>

namespace pincite {
namespace {

constexpr std::size_t kMostForms = 100;  // of one word, the most frequent

}  // namespace

const Token* plain_word(std::string_view text, const std::vector<Token>& tokens) {
  if (tokens.size() == 1) return &tokens.front();
  if (tokens.size() != 2 || tokens[1].begin <= tokens[0].end) return nullptr;
  // what would join other words is an apostrophe, and parts words only behind an elided one
  const std::string_view between = text.substr(tokens[0].end, tokens[1].begin - tokens[0].end);
  const bool elided = analyse("x" + std::string(between) + "x").size() == 1;
  return elided ? &tokens[1] : nullptr;
}

Xapian::Query any_form(const std::vector<std::string>& terms, const char* prefix) {
  std::vector<Xapian::Query> any;
  any.reserve(terms.size());
  for (const std::string& term : terms) any.emplace_back(prefix + term);
  return {Xapian::Query::OP_SYNONYM, any.begin(), any.end()};
}

std::vector<std::string> Expansion::forms(std::string_view text, const Token& token,
                                          const char* prefix) {
  const std::string_view word = text.substr(token.begin, token.end - token.begin);
  std::vector<std::string> terms;
  if (left_ > 0) terms = word_forms_.of(word, token.term, prefix, std::min(kMostForms, left_));
  left_ -= terms.size();
  bounded_ = bounded_ || left_ == 0;
  if (std::find(terms.begin(), terms.end(), token.term) == terms.end()) {
    terms.insert(terms.begin(), token.term);
  }
  return terms;
}

}  // namespace pincite
