#include "searcher/verify/joined_parts.h"

#include <algorithm>
#include <string_view>

#include "index/analysis.h"
#include "searcher/nearest_difference.h"
#include "searcher/negations.h"
#include "searcher/phrase_positions.h"
#include "searcher/query_quotation.h"

namespace pincite {
namespace {

constexpr std::size_t kMostOmitted = 10'000;   // bytes that are read to be told
constexpr std::uint32_t kMostPassages = 1000;  // between two parts, that are read for negations

/// A way through the parts: where it began, and the part before.
struct Way {
  PhraseSpan span;
  std::uint32_t first = 0;  // position of the first part's first word
  std::size_t before = 0;   // index of the way of the part before
};

/// For every place of a part the way to it that begins last: it has the fewest words between.
std::vector<std::vector<Way>> ways(PhrasePositions& positions,
                                   std::span<const PhraseLattice> parts) {
  std::vector<std::vector<Way>> all;
  for (const PhraseLattice& part : parts) {
    std::vector<PhraseSpan> spans = positions.of_phrase(part);
    std::ranges::sort(spans, {}, &PhraseSpan::first);
    std::vector<Way> here;
    for (const PhraseSpan& span : spans) {
      if (all.empty()) {
        here.push_back({span, span.first, 0});
        continue;
      }
      // ends ascend with beginnings, but for spellings of one place
      const std::vector<Way>& before = all.back();
      const auto behind = std::ranges::partition_point(
          before, [&](const Way& way) { return way.span.last < span.first; });
      if (behind == before.begin()) continue;
      const auto nearest = std::prev(behind);
      here.push_back({span, nearest->first, static_cast<std::size_t>(nearest - before.begin())});
    }
    if (here.empty()) return {};
    all.push_back(std::move(here));
  }
  return all;
}

/// The spans of the way that takes the fewest positions, in order.
std::vector<PhraseSpan> shortest(const std::vector<std::vector<Way>>& all) {
  const auto length = [](const Way& way) { return way.span.last - way.first; };
  const auto best = std::ranges::min_element(all.back(), {}, length);
  std::vector<PhraseSpan> spans(all.size());
  std::size_t at = static_cast<std::size_t>(best - all.back().begin());
  for (std::size_t part = all.size(); part-- > 0;) {
    spans[part] = all[part][at].span;
    at = all[part][at].before;
  }
  return spans;
}

/// The words between two places, and what is told of them.
class Gap {
 public:
  Gap(Record& record, const PlacedPart& before, const PlacedPart& behind)
      : record_(record), before_(before), behind_(behind) {}

  std::string text() const {
    if (before_.passage == behind_.passage)
      return shortened(between(before_.range.end, behind_.range.begin));
    std::string all(trimmed(record_.load(before_.passage).text.substr(before_.range.end)));
    for (std::uint32_t i = before_.passage + 1; i < behind_.passage; ++i) {
      if (all.size() > kMostOmitted) break;
      add(all, record_.load(i).text);
    }
    add(all, record_.load(behind_.passage).text.substr(0, behind_.range.begin));
    return shortened(all);
  }

  bool holds_negation() const {
    if (before_.passage == behind_.passage) {
      return pincite::holds_negation(between(before_.range.end, behind_.range.begin));
    }
    if (pincite::holds_negation(record_.load(before_.passage).text.substr(before_.range.end)) ||
        pincite::holds_negation(
            record_.load(behind_.passage).text.substr(0, behind_.range.begin))) {
      return true;
    }
    const std::uint32_t last = std::min(behind_.passage, before_.passage + kMostPassages);
    for (std::uint32_t i = before_.passage + 1; i < last; ++i) {
      if (pincite::holds_negation(record_.load(i).text)) return true;
    }
    return false;
  }

 private:
  std::string between(std::uint32_t begin, std::uint32_t end) const {
    return std::string(trimmed(record_.load(before_.passage).text.substr(begin, end - begin)));
  }

  static std::string trimmed(const std::string& text) {
    return std::string(without_outer_space(text));
  }

  static void add(std::string& all, const std::string& more) {
    const std::string_view text = without_outer_space(more);
    if (text.empty()) return;
    if (!all.empty()) all += "\n\n";
    all += text;
  }

  Record& record_;
  const PlacedPart& before_;
  const PlacedPart& behind_;
};

class Placer {
 public:
  explicit Placer(Record& record) : record_(record) {
    for (std::uint32_t i = 0; i < record.document().passages.size(); ++i) {
      before_.push_back(i == 0 ? 0 : before_.back() + record.token_count(i - 1));
    }
  }

  PlacedPart placed(const PhraseSpan& span) {
    PlacedPart part;
    part.passage = record_.passage_at(span.first);
    const Passage& passage = record_.load(part.passage);
    const std::vector<Token> tokens = analyse(passage.text, passage.silent);
    const std::uint32_t first = record_.first_position(part.passage);
    part.range = {tokens[span.first - first].begin, tokens[span.last - first].end};
    return part;
  }

  /// Words from the document's first.
  std::uint32_t ordinal(std::uint32_t position) const {
    const std::uint32_t passage = record_.passage_at(position);
    return before_[passage] + position - record_.first_position(passage);
  }

 private:
  Record& record_;
  std::vector<std::uint32_t> before_;  // words before each passage
};

}  // namespace

std::optional<JoinedParts> joined_parts(const IndexReader& index, Xapian::docid entry,
                                        std::span<const PhraseLattice> parts) {
  PhrasePositions positions(index, entry);
  const auto all = ways(positions, parts);
  if (all.empty()) return std::nullopt;
  const std::vector<PhraseSpan> spans = shortest(all);
  Record record = index.record(entry);
  Placer placer(record);
  JoinedParts joined;
  joined.entry = entry;
  for (const PhraseSpan& span : spans) joined.parts.push_back(placer.placed(span));
  for (std::size_t i = 0; i + 1 < spans.size(); ++i) {
    const std::uint32_t words =
        placer.ordinal(spans[i + 1].first) - placer.ordinal(spans[i].last) - 1;
    joined.omissions.push_back({words, joined.parts[i + 1].passage - joined.parts[i].passage});
    joined.words += words;
    const Gap gap(record, joined.parts[i], joined.parts[i + 1]);
    joined.omitted.push_back({gap.text(), gap.holds_negation()});
  }
  return joined;
}

}  // namespace pincite
