// Whether quotations stand in a collection as they were quoted, and in the source claimed.
//
// The words are looked for as a phrase; else, where the quotation has ellipses, as parts in order;
// else the nearest wording is (nearest.h). Of documents that have the words, one that meets the
// claim comes first; then one whose note names the source claimed.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "index/reader.h"
#include "searcher/verify/quotation_reader.h"
#include "searcher/verify/verification.h"

namespace pincite {

/// Of one state of an index, which it must not outlive.
class Verifier {
 public:
  explicit Verifier(const IndexReader& index) : index_(index) {}

  /// Throws Error where a quotation has more than kMostNearestWords words, or a record is damaged.
  Verification verify(const ReadQuotation& quotation);

 private:
  const Claim& claim(const std::string& text);

  const IndexReader& index_;
  std::map<std::string, Claim, std::less<>> claims_;  // by their text
};

}  // namespace pincite
