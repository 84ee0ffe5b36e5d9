#include "tools/relevance/passage_order.h"

#include <algorithm>
#include <ostream>

namespace pincite {

void PassageOrder::add(const std::string& topic, std::span<const DocumentHit> hits,
                       const JudgedPassages& judged) {
  for (const DocumentHit& hit : hits) {
    const auto good = judged.find({topic, hit.document.id});
    if (good == judged.end()) continue;
    ++documents_;
    const auto first = std::ranges::find_if(hit.passages, [&](const PassageHit& passage) {
      const auto judgement = good->second.find(passage.passage + 1);
      return judgement != good->second.end() && judgement->second > 0;
    });
    if (first == hit.passages.end()) continue;
    if (first == hit.passages.begin()) ++first_;
    reciprocal_ += 1 / static_cast<double>(first - hit.passages.begin() + 1);
  }
}

double PassageOrder::first_right() const {
  return documents_ == 0 ? 0 : static_cast<double>(first_) / static_cast<double>(documents_);
}

double PassageOrder::mrr() const {
  return documents_ == 0 ? 0 : reciprocal_ / static_cast<double>(documents_);
}

void PassageOrder::print(std::ostream& out) const {
  out << "first passage right  " << first_right() << "  of " << documents_ << " documents\n"
      << "passage MRR          " << mrr() << '\n';
}

}  // namespace pincite
