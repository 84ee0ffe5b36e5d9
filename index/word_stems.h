// Stems, by which the inflected forms of a word are known to belong together.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <xapian.h>

namespace pincite {

/// Languages that have a stemmer, as ISO 639-1 codes.
std::span<const std::string_view> stemmed_languages();

/// The stems of one language.
class Stemmer {
 public:
  /// REQUIRES: one of stemmed_languages().
  explicit Stemmer(std::string_view language);

  /// Adds the stems of `word`, folded; words that share one are forms of each other. `word` is in
  /// lower case, with or without its accents.
  void add_stems(const std::string& word, std::set<std::string>& stems) const;

 private:
  std::string language_;
  Xapian::Stem stem_;
};

}  // namespace pincite
