// Pieces of a text by which the documents are found that hold most of it.
//
// A piece is a run of words that is just long enough to stand hardly anywhere by chance: one rare
// word, or several frequent ones. A text of which one word was changed keeps all pieces but one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "index/reader.h"

namespace pincite {

/// A word of a text and what it says about where the text stands.
struct WeighedWord {
  std::string term;
  Xapian::doccount documents = 0;  // that have it
  double bits = 0;  // how much rarer than every other word it is, as a logarithm; 0 if unknown
};

/// REQUIRES: terms of words, without a prefix.
std::vector<WeighedWord> weigh(const IndexReader& index, std::span<const std::string> terms);

struct Candidate {
  Xapian::docid entry = 0;
  double bits = 0;  // of the pieces that it holds
};

/// How closely documents are looked for.
enum class Effort : std::uint8_t {
  quick,     // by few pieces, those that are rarest for what they cost
  thorough,  // by many, and by all neighbours: for short texts of frequent words
};

/// Documents that hold pieces of the text, those with the most first, at most `most`.
/// `within`: documents to look in; empty for all.
std::vector<Candidate> documents_with_pieces(const IndexReader& index,
                                             std::span<const WeighedWord> words,
                                             const Xapian::Query& within, Effort effort,
                                             std::size_t most);

}  // namespace pincite
