#include "searcher/nearest_text.h"

#include <algorithm>
#include <string>

#include "searcher/nearest.h"
#include "searcher/nearest_difference.h"
#include "searcher/passages.h"

namespace pincite {
namespace {

using Kind = QueryNode::Kind;

constexpr double kLeastLikeness = 0.5;
constexpr double kNear = 0.85;           // so that nothing is looked for outside the filters
constexpr double kClearly = 0.15;        // by which what is outside them must be nearer
constexpr std::uint32_t kLeastSame = 2;  // words

void keep_longest_phrase(const QueryNode& node, std::string& longest) {
  if (node.kind == Kind::title || node.kind == Kind::none_of) return;
  if (node.kind == Kind::phrase && node.text.size() > longest.size()) longest = node.text;
  for (const QueryNode& child : node.children) keep_longest_phrase(child, longest);
}

std::string wording_of(const QueryNode& words) {
  std::string wording;
  keep_longest_phrase(words, wording);
  if (!wording.empty() || words.kind != Kind::bag) return wording;
  for (const QueryNode& child : words.children) {
    if (child.kind != Kind::word && child.kind != Kind::exact) return {};
    wording += (wording.empty() ? "" : " ") + child.text;
  }
  return wording;
}

std::optional<NearestWording> nearest(const IndexReader& index, const std::string& wording,
                                      const Xapian::Query& within) {
  std::vector<NearestWording> found = nearest_wordings(index, {wording, within});
  if (found.empty() || found.front().likeness < kLeastLikeness || found.front().same < kLeastSame) {
    return std::nullopt;
  }
  return std::move(found.front());
}

std::vector<Difference> difference_of(const IndexReader& index, const std::string& wording,
                                      const NearestWording& found) {
  Record record = index.record(found.entry);
  for (const WordingPart& part : found.parts) record.load(part.passage);
  for (const WordingStep& step : found.steps) record.load(step.passage);
  return difference(wording, found, record);
}

}  // namespace

std::optional<NearestText> nearest_text(const IndexReader& index, const RestrictedSearch& search) {
  const std::string wording = wording_of(search.words());
  if (wording.empty()) return std::nullopt;
  const Xapian::Query within = search.documents();
  auto found = nearest(index, wording, within);
  bool unfiltered = false;
  if (!within.empty() && (!found || found->likeness < kNear)) {
    auto anywhere = nearest(index, wording, {});
    unfiltered = anywhere && (!found || anywhere->likeness > found->likeness + kClearly);
    if (unfiltered) found = std::move(anywhere);
  }
  if (!found) return std::nullopt;
  const WordingPart& part = found->parts.front();
  return NearestText{document_hit_at(index, found->entry, part.passage, {part.range}, std::nullopt),
                     difference_of(index, wording, *found), found->likeness, unfiltered};
}

}  // namespace pincite
