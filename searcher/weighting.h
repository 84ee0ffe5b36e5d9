// What a word of a query counts for, the formulas of the ranking in one place.
//
// A document's score is BM25 (Robertson and Zaragoza 2009) over the words of the query, of which
// each stands for all its forms, with four additions:
//   - a word typed several times counts as often, as in Lucene;
//   - a function word (function_words.h) counts a quarter, since it says little of what is sought;
//   - a word in the title counts again, a little;
//   - words that stand close to each other in the text count more (closeness.h).
// One setting serves all collections; tools/bench/RANKING.md has what was measured.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "index/reader.h"
#include "searcher/query.h"

namespace pincite {

inline constexpr double kSaturation = 1.2;  // k1 of BM25
inline constexpr double kLength = 0.7;      // b: how far long documents are held against them
inline constexpr double kFunctionWord = 0.25;
inline constexpr double kTitle = 0.1;

/// How telling a word is that `documents` of `all` have; never below 0.
double rarity(double documents, double all);

/// BM25 with rarity() as it is in Lucene, so that common words never count against a document.
class WordWeight : public Xapian::Weight {
 public:
  WordWeight();

  WordWeight* clone() const override;
  std::string name() const override;
  void init(double factor) override;
  double get_sumpart(Xapian::termcount count, Xapian::termcount length,
                     Xapian::termcount unique) const override;
  double get_maxpart() const override;
  double get_sumextra(Xapian::termcount length, Xapian::termcount unique) const override;
  double get_maxextra() const override;

 private:
  double most_ = 0;  // no document gets more of this word
  double average_length_ = 1;
};

/// How often each plain word was typed.
using WordCounts = std::map<std::string, std::size_t, std::less<>>;
WordCounts count_words(const QueryNode& root);

/// How much a plain word of a query counts beside others: more than once where it was typed more
/// than once, less where it is a function word. `term`: folded.
double emphasis(std::string_view word, std::string_view term, const WordCounts& counts);

}  // namespace pincite
