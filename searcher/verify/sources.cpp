#include "searcher/verify/sources.h"

#include <algorithm>

namespace pincite {

ChosenSource choose_source(const Claim& claim, std::span<const Xapian::docid> entries,
                           const IndexReader& index) {
  if (claim.text.empty()) return {};
  std::size_t best = 0;
  Agreement agreed = Agreement::contradicted;
  for (std::size_t i = 0; i < entries.size() && agreed != Agreement::met; ++i) {
    const Agreement of_this = agreement(claim, index.record(entries[i]).document());
    if (of_this <= agreed) continue;
    agreed = of_this;
    best = i;
  }
  if (agreed >= Agreement::partly) return {best, Attribution::document};
  const bool unknown = agreed == Agreement::unknown;
  return {best, unknown ? Attribution::unknown : Attribution::contradicted};
}

bool is_source_of_match(const Claim& claim, const DocumentHit& hit) {
  return std::ranges::any_of(hit.passages, [&](const PassageHit& passage) {
    return std::ranges::any_of(passage.sources, [&](std::uint32_t mark) {
      const Note& note = hit.document.notes[hit.document.marks[mark].note];
      return std::ranges::any_of(note.sources, [&](const CitedSource& source) {
        return agreement(claim, source) >= Agreement::partly;
      });
    });
  });
}

}  // namespace pincite
