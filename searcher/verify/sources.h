// Which of the documents that have some words is the source claimed for them.
#pragma once

#include <span>
#include <vector>

#include "index/reader.h"
#include "searcher/verify/claim.h"
#include "searcher/verify/verification.h"

namespace pincite {

/// A document of those given, by its place among them, and how it agrees with the claim.
struct ChosenSource {
  std::size_t which = 0;
  Attribution attribution = Attribution::unclaimed;
};

/// The one that agrees best with the claim, the first of equal ones. Notes are not looked at.
/// REQUIRES: there are entries.
ChosenSource choose_source(const Claim& claim, std::span<const Xapian::docid> entries,
                           const IndexReader& index);

/// Whether a note that covers the highlights of the passage names the source claimed.
bool is_source_of_match(const Claim& claim, const DocumentHit& hit);

}  // namespace pincite
