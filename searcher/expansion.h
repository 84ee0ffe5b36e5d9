// The forms in which a plain word of a query is looked for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "index/analysis.h"
#include "index/word_forms.h"

namespace pincite {

/// The token that a plain word is about: its only one, or the word behind an elided article
/// (`l’accord`, `dell'accordo`), which is a word of its own. Nothing where there are more.
const Token* plain_word(std::string_view text, const std::vector<Token>& tokens);

/// Any of the terms, ranked as if they were one.
Xapian::Query any_form(const std::vector<std::string>& terms, const char* prefix);

/// Of one query: bounds how many forms all its words together stand for.
class Expansion {
 public:
  /// `database` must outlive this.
  explicit Expansion(const Xapian::Database& database) : word_forms_(database) {}

  /// The terms to look for with `prefix` for the token of a word as typed; never none.
  std::vector<std::string> forms(std::string_view text, const Token& token, const char* prefix);

  /// Whether a word was looked for in fewer forms than it has.
  bool was_bounded() const { return bounded_; }

 private:
  WordForms word_forms_;
  std::size_t left_ = 5000;
  bool bounded_ = false;
};

}  // namespace pincite
