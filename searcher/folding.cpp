#include "searcher/folding.h"

#include <algorithm>

namespace pincite {

LeadPassage Folding::with_copies(Xapian::docid entry, const DocumentHit& hit,
                                 const PassageHit& passage) {
  LeadPassage lead = {passage.passage, {}, 0};
  ++sought_;
  for (FoundCopy& found : copies_of(index_, entry, hit.document, passage, units_, matching_)) {
    // what was shown before stands there, and nothing is a copy of two
    if (shown_.contains(found.place) || !folded_.insert(found.place).second) continue;
    if (lead.copies.size() < kMostNamed) {
      lead.copies.push_back(std::move(found.copy));
    } else {
      ++lead.more_copies;
    }
  }
  return lead;
}

std::optional<Lead> Folding::lead(Xapian::docid entry, const DocumentHit& hit) {
  const auto is_folded = [&](const PassageHit& passage) {
    return folded_.contains({entry, passage.passage});
  };
  if (!hit.passages.empty() && std::ranges::all_of(hit.passages, is_folded)) return std::nullopt;
  const std::size_t most = std::min(kMostSought, sought_ + kMostSoughtOfOne);
  Lead lead;
  for (const PassageHit& passage : hit.passages) {
    if (is_folded(passage)) continue;  // perhaps into one of this document
    shown_.insert({entry, passage.passage});
    const bool seeks = sought_ < most;
    lead.passages.push_back(seeks ? with_copies(entry, hit, passage)
                                  : LeadPassage{passage.passage, {}, 0});
  }
  return lead;
}

void add_copies(DocumentHit& hit, Lead&& lead) {
  std::vector<PassageHit> kept;
  auto from = hit.passages.begin();  // both are in one order
  for (LeadPassage& shown : lead.passages) {
    const auto passage =
        std::ranges::find(from, hit.passages.end(), shown.passage, &PassageHit::passage);
    from = std::next(passage);
    passage->copies = std::move(shown.copies);
    passage->more_copies = shown.more_copies;
    kept.push_back(std::move(*passage));
  }
  hit.folded_passages = static_cast<std::uint32_t>(hit.passages.size() - kept.size());
  hit.passages = std::move(kept);
}

}  // namespace pincite
