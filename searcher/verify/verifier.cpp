#include "searcher/verify/verifier.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "corpus/error.h"
#include "corpus/text.h"
#include "searcher/ellipses.h"
#include "searcher/nearest.h"
#include "searcher/nearest_difference.h"
#include "searcher/passages.h"
#include "searcher/query_quotation.h"
#include "searcher/verify/joined_parts.h"
#include "searcher/verify/nearest_parts.h"
#include "searcher/verify/phrase.h"
#include "searcher/verify/sources.h"

namespace pincite {
namespace {

constexpr std::size_t kMostHolders = 50;  // documents that are compared with a claim
constexpr std::size_t kMostJoined = 16;   // documents in which parts are put in order

// What was altered has at least so much in common with its source (tests/cli/test_verify.py
// measures both sides): twice the words that are the same, of all words of both.
constexpr double kAltered = 0.65;
constexpr double kAlteredShort = 0.6;
constexpr std::size_t kShort = 10;  // words

/// A nearer wording elsewhere counts more than one in the source claimed only by this much.
constexpr double kMuchNearer = 0.15;

class OneQuotation {
 public:
  OneQuotation(const IndexReader& index, const Claim& claim, std::string text,
               Verification& verification)
      : index_(index), claim_(claim), text_(std::move(text)), made_(verification) {
    made_.text = text_;
    made_.claim = claim;
    made_.claimed = claim.text;
    made_.difference = {{Difference::Kind::added, text_}};
  }

  void verify() {
    if (word_for_word() || joined()) return;
    nearest();
  }

  /// Whether the words stand somewhere as they are.
  bool word_for_word() {
    const std::optional<Phrase> phrase = phrase_of(text_, index_);
    if (!phrase) return false;
    const Holders all = holders(phrase->query, {}, index_, kMostHolders);
    made_.documents = all.total;
    if (all.total == 0) return false;
    const auto hit = [&](Xapian::docid entry) {
      return document_hit(index_, entry, {&phrase->unit, 1}, 1);
    };
    settle(all.entries, phrase->query, hit);
    if (made_.attribution == Attribution::unclaimed) prefer_exact(all.entries, hit);
    const auto match = made_.best->passages.front().match;
    found(match == MatchClass::exact ? Verdict::exact : Verdict::typographic);
    return true;
  }

 private:
  using MakeHit = std::function<DocumentHit(Xapian::docid)>;

  /// Chooses the document to show, by the claim. `entries`: some of those that match `query`.
  void settle(const std::vector<Xapian::docid>& entries, const Xapian::Query& query,
              const MakeHit& hit) {
    if (claim_.text.empty()) {
      made_.best = hit(entries.front());
      return;
    }
    const Xapian::Query within = may_meet(claim_);
    const Holders meeting =
        within.empty() ? Holders{entries, 0} : holders(query, within, index_, kMostHolders);
    ChosenSource chosen{0, Attribution::contradicted};
    if (!meeting.entries.empty()) chosen = choose_source(claim_, meeting.entries, index_);
    if (chosen.attribution == Attribution::document) {
      take(hit(meeting.entries[chosen.which]), Attribution::document);
      return;
    }
    for (const Xapian::docid entry : entries) {
      DocumentHit one = hit(entry);
      if (!is_source_of_match(claim_, one)) continue;
      take(std::move(one), Attribution::note);
      return;
    }
    const bool unknown = chosen.attribution == Attribution::unknown;
    take(hit(unknown ? meeting.entries[chosen.which] : entries.front()), chosen.attribution);
  }

  void take(DocumentHit&& hit, Attribution attribution) {
    made_.best = std::move(hit);
    made_.attribution = attribution;
  }

  /// Without a claim, a document with the very characters comes first.
  void prefer_exact(const std::vector<Xapian::docid>& entries, const MakeHit& hit) {
    for (const Xapian::docid entry : entries) {
      if (made_.best->passages.front().match == MatchClass::exact) return;
      DocumentHit other = hit(entry);
      if (other.passages.front().match == MatchClass::exact) made_.best = std::move(other);
    }
  }

  /// The words stand there, so that the verdict is about them, or about the source.
  void found(Verdict verdict) {
    made_.difference = {{Difference::Kind::same, text_}};
    made_.verdict = by_source(verdict);
  }

  Verdict by_source(Verdict verdict) const {
    return made_.attribution == Attribution::contradicted ? Verdict::misattributed : verdict;
  }

  bool joined() {
    const std::vector<QuotedPart> parts = quoted_parts(text_);
    if (parts.size() < 2) return false;
    std::vector<PhraseLattice> lattices;
    std::vector<Xapian::Query> queries;
    for (const QuotedPart& part : parts) {
      std::optional<Phrase> phrase =
          phrase_of(text_.substr(part.begin, part.end - part.begin), index_);
      if (!phrase) return false;
      lattices.push_back(std::move(phrase->unit.lattices.front()));
      queries.push_back(std::move(phrase->query));
    }
    const Xapian::Query query(Xapian::Query::OP_AND, queries.begin(), queries.end());
    std::vector<JoinedParts> placed = joined_in(holders(query, {}, index_, kMostJoined), lattices);
    const Xapian::Query within = may_meet(claim_);
    if (!within.empty()) {
      for (JoinedParts& one : joined_in(holders(query, within, index_, kMostJoined), lattices)) {
        placed.push_back(std::move(one));
      }
    }
    if (placed.empty()) return false;
    choose_joined(placed, parts);
    return true;
  }

  std::vector<JoinedParts> joined_in(const Holders& holding,
                                     const std::vector<PhraseLattice>& lattices) const {
    std::vector<JoinedParts> placed;
    for (const Xapian::docid entry : holding.entries) {
      if (auto one = joined_parts(index_, entry, lattices)) placed.push_back(std::move(*one));
    }
    return placed;
  }

  void choose_joined(std::vector<JoinedParts>& placed, const std::vector<QuotedPart>& parts) {
    std::ranges::stable_sort(placed, {}, &JoinedParts::words);
    std::vector<Xapian::docid> entries;
    for (const JoinedParts& one : placed) entries.push_back(one.entry);
    const ChosenSource chosen = choose_source(claim_, entries, index_);
    std::size_t which = chosen.which;
    take(hit_of(placed[which]), chosen.attribution);
    for (std::size_t i = 0; i < placed.size() && is_wanting(); ++i) {
      DocumentHit other = hit_of(placed[i]);
      if (!is_source_of_match(claim_, other)) continue;
      which = i;
      take(std::move(other), Attribution::note);
    }
    tell_joined(placed[which], parts);
    made_.documents =
        static_cast<std::uint32_t>(std::set<Xapian::docid>(entries.begin(), entries.end()).size());
    made_.verdict = by_source(Verdict::joined);
  }

  bool is_wanting() const {
    return made_.attribution == Attribution::contradicted ||
           made_.attribution == Attribution::unknown;
  }

  /// The passage of the first part, with what stands in it highlighted.
  DocumentHit hit_of(const JoinedParts& joined) const {
    std::vector<Range> ranges;
    for (const PlacedPart& part : joined.parts) {
      if (part.passage == joined.parts.front().passage) ranges.push_back(part.range);
    }
    return document_hit_at(index_, joined.entry, joined.parts.front().passage, std::move(ranges),
                           MatchClass::typographic);
  }

  void tell_joined(const JoinedParts& joined, const std::vector<QuotedPart>& parts) {
    made_.omissions = joined.omissions;
    made_.difference.clear();
    std::size_t at = 0;
    for (std::size_t i = 0; i < joined.omitted.size(); ++i) {
      const std::size_t next = behind_space(parts[i + 1].begin);
      made_.difference.push_back({Difference::Kind::same, text_.substr(at, next - at)});
      at = next;
      if (joined.omitted[i].text.empty()) continue;
      made_.difference.push_back({Difference::Kind::dropped, joined.omitted[i].text + " ",
                                  joined.omitted[i].negation, true});
    }
    append(made_.difference, {Difference::Kind::same, text_.substr(at)});
  }

  std::size_t behind_space(std::size_t at) const {
    while (white_space_at(text_, at) != 0) at += white_space_at(text_, at);
    return at;
  }

  void nearest() {
    std::vector<NearestWording> found = wordings({});
    if (found.empty()) return;
    NearestWording best = std::move(found.front());
    Attribution attribution = agrees(best);
    if (attribution == Attribution::contradicted) {
      const Xapian::Query within = may_meet(claim_);
      if (!within.empty()) found = wordings(within);
      for (NearestWording& other : found) {
        if (other.likeness + kMuchNearer < best.likeness) break;
        const Attribution of_other = agrees(other);
        if (of_other != Attribution::document) continue;
        best = std::move(other);
        attribution = of_other;
        break;
      }
    }
    tell_nearest(best, attribution);
  }

  std::vector<NearestWording> wordings(const Xapian::Query& within) const {
    const std::vector<QuotedPart> parts = quoted_parts(text_);
    return parts.size() < 2 ? nearest_wordings(index_, {text_, within})
                            : nearest_of_parts(index_, text_, parts, within);
  }

  Attribution agrees(const NearestWording& wording) const {
    return choose_source(claim_, {&wording.entry, 1}, index_).attribution;
  }

  void tell_nearest(const NearestWording& wording, Attribution attribution) {
    Record record = index_.record(wording.entry);
    for (const WordingStep& step : wording.steps) record.load(step.passage);
    const WordingPart& place = longest(wording);
    made_.difference = difference(text_, wording, record);
    take(document_hit_at(index_, wording.entry, place.passage, {place.range}, MatchClass::words),
         attribution);
    if (is_wanting() && is_source_of_match(claim_, *made_.best)) {
      made_.attribution = Attribution::note;
    }
    made_.verdict = verdict_of(wording, record);
    PassageHit& passage = made_.best->passages.front();
    if (made_.verdict == Verdict::exact) passage.match = MatchClass::exact;
    if (made_.verdict == Verdict::typographic) passage.match = MatchClass::typographic;
  }

  static const WordingPart& longest(const NearestWording& wording) {
    return *std::ranges::max_element(wording.parts, {}, [](const WordingPart& part) {
      return part.range.end - part.range.begin;
    });
  }

  Verdict verdict_of(const NearestWording& wording, const Record& record) const {
    if (wording.added == 0 && wording.dropped == 0) {
      if (quoted_parts(text_).size() > 1) {
        return is_in_order(wording) ? by_source(Verdict::joined) : Verdict::altered;
      }
      return by_source(has_same_characters(wording, record) ? Verdict::exact
                                                            : Verdict::typographic);
    }
    const std::size_t words = wording.same + wording.added;
    const double least = words < kShort ? kAlteredShort : kAltered;
    return wording.likeness >= least ? Verdict::altered : Verdict::not_found;
  }

  /// Whether its words follow each other in the document as in the quotation.
  static bool is_in_order(const NearestWording& wording) {
    std::pair<std::uint32_t, std::uint32_t> last;
    for (const WordingStep& step : wording.steps) {
      if (step.kind == AlignedWords::Kind::added) continue;
      const std::pair here(step.passage, step.source.begin);
      if (here < last) return false;
      last = here;
    }
    return true;
  }

  /// Whether a quotation over several passages has their very characters.
  bool has_same_characters(const NearestWording& wording, const Record& record) const {
    std::string source;
    for (const WordingPart& part : wording.parts) {
      const std::string& text = record.document().passages[part.passage].text;
      const bool is_first = &part == &wording.parts.front();
      const bool is_last = &part == &wording.parts.back();
      const std::size_t begin = is_first ? part.range.begin : 0;
      const std::size_t end = is_last ? part.range.end : text.size();
      source += text.substr(begin, end - begin) + ' ';
    }
    return squeeze(text_).find(squeeze(source)) != std::string::npos;
  }

  const IndexReader& index_;
  const Claim& claim_;
  std::string text_;
  Verification& made_;
};

}  // namespace

const Claim& Verifier::claim(const std::string& text) {
  const auto known = claims_.find(text);
  if (known != claims_.end()) return known->second;
  return claims_.emplace(text, text.empty() ? Claim() : read_claim(index_, text)).first->second;
}

namespace {

void check_length(const ReadQuotation& quotation) {
  const std::size_t words = analyse(quotation.text).size();
  if (words <= kMostNearestWords) return;
  throw Error("line " + std::to_string(quotation.line),
              "a quotation of " + std::to_string(words) + " words begins there",
              "it may have " + std::to_string(kMostNearestWords) +
                  "; with --lines each line is one, with --text what is quoted");
}

}  // namespace

Verification Verifier::verify(const ReadQuotation& quotation) {
  check_length(quotation);
  Verification made;
  const Claim* source = &claim(quotation.claimed);
  std::string text = quotation.text;
  const bool doubtful = quotation.loose && !source->is_understood();
  if (!quotation.whole.empty()) {
    // what looks like a claim may be words of the quotation
    Verification whole;
    if (OneQuotation(index_, claim({}), quotation.whole, whole).word_for_word()) {
      whole.line = quotation.line;
      return whole;
    }
    if (doubtful) text = quotation.whole;
  }
  if (doubtful) source = &claim({});
  OneQuotation(index_, *source, std::move(text), made).verify();
  made.line = quotation.line;
  return made;
}

}  // namespace pincite
