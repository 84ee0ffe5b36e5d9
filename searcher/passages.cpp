#include "searcher/passages.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/citing.h"
#include "corpus/text.h"
#include "index/analysis.h"
#include "searcher/links.h"
#include "searcher/match.h"
#include "searcher/occurrences.h"

namespace pincite {

const char* to_string(MatchClass match) {
  switch (match) {
    case MatchClass::words:
      return "words";
    case MatchClass::typographic:
      return "typographic";
    case MatchClass::exact:
      return "exact";
  }
  return "";
}

namespace {

/// A passage and the occurrences in it.
struct Candidate {
  std::uint32_t passage = 0;
  std::vector<Occurrence> occurrences;
  double score = 0;
  std::vector<PositionSpan> covered{};  // where no words were asked for: what a note covers
};

bool is_quotation(const Unit& unit) { return unit.kind == Unit::Kind::phrase; }

double kind_weight(PassageKind kind) {
  switch (kind) {
    case PassageKind::paragraph:
    case PassageKind::list_item:
      return 1.0;
    case PassageKind::title:
    case PassageKind::heading:
      return 0.8;
    default:
      return 0.9;
  }
}

// Different parts of the query count first, then how often each stands there.
double passage_score(const Candidate& candidate, std::span<const Unit> units, PassageKind kind) {
  std::vector<std::size_t> counts(units.size());
  for (const Occurrence& occurrence : candidate.occurrences) ++counts[occurrence.unit];
  double score = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (counts[i] == 0) continue;
    const double weight = is_quotation(units[i]) ? 3.0 : 1.0;
    score += weight * (1.0 + 0.1 * std::log(static_cast<double>(counts[i])));
  }
  return score * kind_weight(kind);
}

std::vector<Candidate> candidates(const Record& record, const std::vector<Occurrence>& found,
                                  std::span<const Unit> units) {
  std::vector<Candidate> all;
  for (const Occurrence& occurrence : found) {
    const std::uint32_t passage = record.passage_at(occurrence.first);
    if (all.empty() || all.back().passage != passage) all.push_back({passage, {}, 0});
    all.back().occurrences.push_back(occurrence);
  }
  for (Candidate& candidate : all) {
    const PassageKind kind = record.document().passages[candidate.passage].kind;
    candidate.score = passage_score(candidate, units, kind);
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  return all;
}

/// The passages that the spans lie in, without occurrences.
std::vector<Candidate> candidates(const Record& record, std::span<const PositionSpan> spans) {
  std::vector<Candidate> all;
  for (const PositionSpan& span : spans) {
    const std::uint32_t passage = record.passage_at(span.first);
    if (all.empty() || all.back().passage != passage) all.push_back({passage, {}, 0});
    all.back().covered.push_back(span);
  }
  return all;
}

/// The occurrences of the units that lie in one of the spans; all of them where there are no spans.
std::vector<Occurrence> occurrences_within(const IndexReader& index, Xapian::docid entry,
                                           std::span<const Unit> units,
                                           std::span<const PositionSpan> within) {
  std::vector<Occurrence> found = occurrences(index, entry, units);
  if (within.empty()) return found;
  std::erase_if(found, [&](const Occurrence& occurrence) {
    // spans of one passage follow each other, so only the last that begins before its end counts
    const auto behind = std::upper_bound(
        within.begin(), within.end(), occurrence.last,
        [](std::uint32_t last, const PositionSpan& span) { return last < span.first; });
    return behind == within.begin() ||
           !std::prev(behind)->meets({occurrence.first, occurrence.last});
  });
  return found;
}

/// What a match takes of a passage.
struct Match {
  Range range;  // bytes
  MatchClass quality = MatchClass::words;
};

/// The brackets of `[A]s small` and `small [and]`, of which the words have one half.
Range with_whole_brackets(std::string_view text, Range range) {
  const std::string_view within = text.substr(range.begin, range.end - range.begin);
  const auto open = std::count(within.begin(), within.end(), '[');
  const auto closed = std::count(within.begin(), within.end(), ']');
  if (closed > open && range.begin > 0 && text[range.begin - 1] == '[') --range.begin;
  if (open > closed && range.end < text.size() && text[range.end] == ']') ++range.end;
  return range;
}

class PassageMatches {
 public:
  PassageMatches(const Passage& passage, std::uint32_t first_position)
      : text_(passage.text),
        first_(first_position),
        tokens_(analyse(passage.text, passage.silent)) {}

  Range bytes(const PositionSpan& span) const {
    return {tokens_[span.first - first_].begin, tokens_[span.last - first_].end};
  }

  Match match(const Occurrence& occurrence, const Unit& unit) {
    const Range words = bytes({occurrence.first, occurrence.last});
    if (!is_quotation(unit)) return {with_whole_brackets(text_, words), MatchClass::words};
    if (!compared_) compared_.emplace(text_);
    if (const auto exact = compared_->exact(unit.typed, words)) return {*exact, MatchClass::exact};
    return {with_whole_brackets(text_, words), MatchClass::typographic};
  }

 private:
  std::string_view text_;
  std::uint32_t first_;
  std::vector<Token> tokens_;
  std::optional<ComparedText> compared_;
};

/// Ascending, without those that lie within another.
std::vector<Range> without_contained(std::vector<Range> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<Range> kept;
  for (const Range& range : ranges) {
    if (kept.empty() || range.end > kept.back().end) kept.push_back(range);
  }
  return kept;
}

/// `asked`: bytes of the passage that were asked for; ascending, none within another.
void add_marks(PassageHit& hit, const Document& document, const std::vector<Range>& asked) {
  const auto meets = [&asked](const Range& covers) {
    const auto first = std::ranges::partition_point(
        asked, [&](const Range& range) { return range.end <= covers.begin; });
    return first != asked.end() && covers.meets(*first);
  };
  const auto begin = document.marks.begin();
  const auto first = std::partition_point(
      begin, document.marks.end(), [&](const Mark& mark) { return mark.passage < hit.passage; });
  for (auto mark = first; mark != document.marks.end() && mark->passage == hit.passage; ++mark) {
    if (mark->note == kNone) continue;
    (meets(mark->covers) ? hit.sources : hit.others)
        .push_back(static_cast<std::uint32_t>(mark - begin));
  }
}

void load_context(Record& record, const PassageHit& hit) {
  for (const std::uint32_t heading : headings_above(record.document(), hit.passage)) {
    record.load(heading);
  }
  for (const auto* marks : {&hit.sources, &hit.others}) {
    for (const std::uint32_t mark : *marks) {
      const Note& note = record.document().notes[record.document().marks[mark].note];
      for (std::uint32_t i = 0; i < note.passages; ++i) record.load(note.passage + i);
    }
  }
}

/// Tells which documents the notes shown cite.
void link_notes(Document& document, const PassageHit& hit, const IndexReader& index) {
  if (const std::uint32_t own = note_of(document, hit.passage); own != kNone) {
    link_sources(document, own, index);
  }
  for (const auto* marks : {&hit.sources, &hit.others}) {
    for (const std::uint32_t mark : *marks) {
      link_sources(document, document.marks[mark].note, index);
    }
  }
}

std::string citation(const Document& document, const PassageHit& hit) {
  std::vector<std::uint32_t> notes;  // cite() names each once
  for (const std::uint32_t mark : hit.sources) notes.push_back(document.marks[mark].note);
  return cite(document, hit.passage, notes);
}

/// Adds notes and citation. `asked`: as add_marks().
void complete(PassageHit& hit, Record& record, const std::vector<Range>& asked) {
  add_marks(hit, record.document(), asked);
  load_context(record, hit);
  hit.citation = citation(record.document(), hit);
}

PassageHit passage_hit(Record& record, const Candidate& candidate, std::span<const Unit> units) {
  PassageHit hit;
  hit.passage = candidate.passage;
  PassageMatches matches(record.load(candidate.passage), record.first_position(candidate.passage));
  for (const Occurrence& occurrence : candidate.occurrences) {
    const Match match = matches.match(occurrence, units[occurrence.unit]);
    hit.highlights.push_back(match.range);
    hit.match = std::max(hit.match.value_or(MatchClass::words), match.quality);
  }
  hit.highlights = without_contained(std::move(hit.highlights));
  std::vector<Range> asked = hit.highlights;
  for (const PositionSpan& span : candidate.covered) asked.push_back(matches.bytes(span));
  complete(hit, record, asked);
  return hit;
}

}  // namespace

DocumentHit document_hit(const IndexReader& index, Xapian::docid entry, std::span<const Unit> units,
                         std::size_t most, std::span<const PositionSpan> within) {
  DocumentHit hit;
  Record record = index.record(entry);
  std::vector<Candidate> best =
      units.empty() ? candidates(record, within)
                    : candidates(record, occurrences_within(index, entry, units, within), units);
  hit.matching_passages = static_cast<std::uint32_t>(best.size());
  if (best.empty() && !record.document().passages.empty()) best.push_back({});
  if (most != 0 && best.size() > most) best.resize(most);
  for (const Candidate& candidate : best) {
    hit.passages.push_back(passage_hit(record, candidate, units));
  }
  std::stable_sort(hit.passages.begin(), hit.passages.end(),
                   [](const PassageHit& a, const PassageHit& b) { return a.match > b.match; });
  hit.document = std::move(record).take();
  for (const PassageHit& passage : hit.passages) link_notes(hit.document, passage, index);
  return hit;
}

DocumentHit document_hit_at(const IndexReader& index, Xapian::docid entry, std::uint32_t passage,
                            std::vector<Range> highlights, std::optional<MatchClass> match) {
  DocumentHit hit;
  Record record = index.record(entry);
  record.load(passage);
  PassageHit& of_passage = hit.passages.emplace_back();
  of_passage.passage = passage;
  of_passage.highlights = std::move(highlights);
  of_passage.match = match;
  complete(of_passage, record, of_passage.highlights);
  hit.matching_passages = 1;
  hit.document = std::move(record).take();
  link_notes(hit.document, of_passage, index);
  return hit;
}

bool holds_exactly(const IndexReader& index, Xapian::docid entry, std::span<const Unit> units,
                   std::span<const PositionSpan> within) {
  Record record = index.record(entry);
  std::optional<PassageMatches> matches;
  std::uint32_t of_passage = kNone;
  for (const Occurrence& occurrence : occurrences_within(index, entry, units, within)) {
    if (!is_quotation(units[occurrence.unit])) continue;
    const std::uint32_t passage = record.passage_at(occurrence.first);
    if (passage != of_passage) {
      matches.emplace(record.load(passage), record.first_position(passage));
      of_passage = passage;
    }
    const Match match = matches->match(occurrence, units[occurrence.unit]);
    if (match.quality == MatchClass::exact) return true;
  }
  return false;
}

}  // namespace pincite
