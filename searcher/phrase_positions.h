// Where a phrase stands in one document, found by walking its lattice over the positions of its
// words: the time is that of the positions, however many readings there are.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/reader.h"
#include "searcher/phrase_lattice.h"

namespace pincite {

/// Positions [first, last] that a phrase takes.
struct PhraseSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

class PhrasePositions {
 public:
  PhrasePositions(const IndexReader& index, Xapian::docid entry)
      : database_(index.database()), entry_(entry) {}

  /// Ascending positions of a term in the entry.
  const std::vector<std::uint32_t>& of_term(const std::string& term);

  /// Where the phrase stands. Of spans with one end, the longest.
  std::vector<PhraseSpan> of_phrase(const PhraseLattice& lattice);

 private:
  /// A reading on its way: the position its next word must have, and that of its first word.
  struct State {
    std::uint32_t next = 0;
    std::uint32_t first = 0;
  };
  /// What has come to a node.
  struct Arrivals {
    std::vector<State> states;
    bool before_any_word = false;
  };

  void follow(const PhraseEdge& edge, const Arrivals& here, Arrivals& there);
  bool holds(const std::string& term) const;

  const Xapian::Database& database_;
  Xapian::docid entry_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> positions_;
};

}  // namespace pincite
