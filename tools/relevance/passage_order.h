// How good the order of passages within a document is: whether what is shown first is what a
// person would quote.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <span>
#include <string>

#include "searcher/answer.h"
#include "tools/relevance/collection.h"

namespace pincite {

class PassageOrder {
 public:
  /// Takes in the documents found for a topic, as far as passages of them are judged.
  void add(const std::string& topic, std::span<const DocumentHit> hits,
           const JudgedPassages& judged);

  std::size_t documents() const { return documents_; }
  /// The share of the documents whose first passage is one that was judged good.
  double first_right() const;
  /// The mean of one over the place of the first passage judged good.
  double mrr() const;

  void print(std::ostream& out) const;

 private:
  std::size_t documents_ = 0;  // found, with a judged passage
  std::size_t first_ = 0;
  double reciprocal_ = 0;
};

}  // namespace pincite
