#include "searcher/verify/nearest_parts.h"

#include <algorithm>
#include <utility>

namespace pincite {
namespace {

using Kind = AlignedWords::Kind;

constexpr std::uint32_t kMostPassages = 50;  // between two parts, whose words are told

std::string_view of(std::string_view text, const QuotedPart& part) {
  return text.substr(part.begin, part.end - part.begin);
}

class Chain {
 public:
  Chain(const IndexReader& index, Xapian::docid entry)
      : index_(index), record_(index.record(entry)) {
    wording_.entry = entry;
  }

  void add(std::string_view text, const QuotedPart& part) {
    auto found = nearest_wording_in(index_, of(text, part), wording_.entry);
    if (!found) found = all_added(of(text, part));
    const auto offset = static_cast<std::uint32_t>(part.begin);
    for (WordingStep& step : found->steps) {
      step.quoted.begin += offset;
      step.quoted.end += offset;
    }
    add_gap(*found, offset);
    wording_.steps.insert(wording_.steps.end(), found->steps.begin(), found->steps.end());
    wording_.parts.insert(wording_.parts.end(), found->parts.begin(), found->parts.end());
    wording_.same += found->same;
    wording_.added += found->added;
    wording_.dropped += found->dropped;
  }

  NearestWording made() && {
    const double all = 2.0 * wording_.same + wording_.added + wording_.dropped;
    if (all > 0) wording_.likeness = 2.0 * wording_.same / all;
    return std::move(wording_);
  }

 private:
  static NearestWording all_added(std::string_view text) {
    NearestWording wording;
    for (const Token& token : analyse(text)) {
      wording.steps.push_back({Kind::added, {token.begin, token.end}, 0, {}});
      ++wording.added;
    }
    return wording;
  }

  static bool has_source(const WordingStep& step) { return step.kind != Kind::added; }

  /// The words between the last of the parts so far and the next, passage by passage.
  void add_gap(const NearestWording& next, std::uint32_t quoted) {
    const auto last = std::find_if(wording_.steps.rbegin(), wording_.steps.rend(), has_source);
    const auto first = std::ranges::find_if(next.steps, has_source);
    if (last == wording_.steps.rend() || first == next.steps.end()) return;
    const std::pair from(last->passage, last->source.end);
    const std::pair to(first->passage, first->source.begin);
    if (from >= to || to.first - from.first > kMostPassages) return;
    for (std::uint32_t passage = from.first; passage <= to.first; ++passage) {
      const auto size = static_cast<std::uint32_t>(record_.load(passage).text.size());
      const Range range = {passage == from.first ? from.second : 0,
                           passage == to.first ? to.second : size};
      if (!analyse(std::string_view(record_.load(passage).text)
                       .substr(range.begin, range.end - range.begin))
               .empty()) {
        wording_.steps.push_back({Kind::dropped, {quoted, quoted}, passage, range});
      }
    }
  }

  const IndexReader& index_;
  Record record_;
  NearestWording wording_;
};

}  // namespace

std::vector<NearestWording> nearest_of_parts(const IndexReader& index, std::string_view text,
                                             std::span<const QuotedPart> parts,
                                             const Xapian::Query& within) {
  const QuotedPart& longest = *std::ranges::max_element(
      parts, {}, [](const QuotedPart& part) { return part.end - part.begin; });
  std::vector<NearestWording> found;
  for (const NearestWording& one : nearest_wordings(index, {of(text, longest), within})) {
    Chain chain(index, one.entry);
    for (const QuotedPart& part : parts) chain.add(text, part);
    found.push_back(std::move(chain).made());
  }
  std::ranges::stable_sort(found, std::greater<>(), &NearestWording::likeness);
  return found;
}

}  // namespace pincite
