// Copies of passages folded into the one that is shown first, in a list of documents for people.
//
// The list is gone through from its start: a document whose passages are all copies of passages of
// documents before it takes no place of its own. Totals and counts are of all documents all the
// same.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "searcher/copies.h"

namespace pincite {

/// A passage that is shown, with its copies.
struct LeadPassage {
  std::uint32_t passage = 0;        // index
  std::vector<PassageCopy> copies;  // the first by date
  std::uint32_t more_copies = 0;
};

/// A document that is shown.
struct Lead {
  std::size_t place = 0;  // in the list
  std::vector<LeadPassage> passages;
};

class Folding {
 public:
  /// Of so many passages copies are looked for, in all and of one document: each costs a search,
  /// and more the longer the documents are. Those behind them are shown as they are, but for what
  /// was folded already.
  static constexpr std::size_t kMostSought = 3000;
  static constexpr std::size_t kMostSoughtOfOne = 50;
  static constexpr std::size_t kMostNamed = 10;  // copies of one passage

  /// `matching`: the documents of the list. All must outlive this.
  Folding(const IndexReader& index, std::span<const Unit> units, Xapian::Query matching)
      : index_(index), units_(units), matching_(std::move(matching)) {}

  /// What the next document of the list shows; nothing where all of `hit` was shown before.
  std::optional<Lead> lead(Xapian::docid entry, const DocumentHit& hit);

 private:
  LeadPassage with_copies(Xapian::docid entry, const DocumentHit& hit, const PassageHit& passage);

  const IndexReader& index_;
  std::span<const Unit> units_;
  Xapian::Query matching_;
  std::set<PassagePlace> shown_;
  std::set<PassagePlace> folded_;  // into one of those
  std::size_t sought_ = 0;         // passages whose copies were looked for
};

/// Leaves of a hit what its lead shows. REQUIRES: the hit is the one that the lead was made of.
void add_copies(DocumentHit& hit, Lead&& lead);

}  // namespace pincite
