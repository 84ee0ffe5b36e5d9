#include "searcher/nearest.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "searcher/nearest_pieces.h"
#include "searcher/nearest_places.h"
#include "searcher/nearest_source.h"
#include "searcher/readings.h"

namespace pincite {
namespace {

using Kind = AlignedWords::Kind;

template <typename Words, typename Term>
std::vector<std::string_view> terms_of(const Words& words, const Term& term) {
  std::vector<std::string_view> terms;
  terms.reserve(words.size());
  for (const auto& word : words) terms.push_back(term(word));
  return terms;
}

/// The text given.
struct Given {
  std::vector<Token> tokens;
  std::vector<WeighedWord> words;
};

class Wording {
 public:
  Wording(const Given& given, const std::vector<SourceWord>& source)
      : given_(given), source_(source) {}

  NearestWording made(Xapian::docid entry, const std::vector<AlignedWords>& steps) {
    wording_.entry = entry;
    for (const AlignedWords& step : steps) add(step);
    const double all = static_cast<double>(wording_.same) * 2 + wording_.added + wording_.dropped;
    if (all > 0) wording_.likeness = 2.0 * wording_.same / all;
    return std::move(wording_);
  }

 private:
  void add(const AlignedWords& step) {
    WordingStep made;
    made.kind = step.kind;
    if (step.quoted.empty()) {
      made.quoted = {quoted_end_, quoted_end_};
    } else {
      made.quoted = {given_.tokens[step.quoted.begin].begin,
                     given_.tokens[step.quoted.end - 1].end};
      quoted_end_ = made.quoted.end;
    }
    if (!step.source.empty()) add_source(step.source, made);
    count(step);
    wording_.steps.push_back(made);
  }

  void add_source(const WordSpan& words, WordingStep& step) {
    const SourceWord& first = source_[words.begin];
    const SourceWord& last = source_[words.end - 1];
    step.passage = first.passage;
    step.source = {first.token.begin,
                   last.passage == first.passage ? last.token.end : first.token.end};
    if (wording_.parts.empty() || wording_.parts.back().passage != first.passage) {
      wording_.parts.push_back({first.passage, step.source});
    }
    wording_.parts.back().range.end = step.source.end;
  }

  void count(const AlignedWords& step) {
    const std::uint32_t quoted = step.quoted.end - step.quoted.begin;
    if (step.kind == Kind::same) wording_.same += quoted;
    if (step.kind == Kind::added) wording_.added += quoted;
    if (step.kind == Kind::dropped) wording_.dropped += step.source.end - step.source.begin;
  }

  const Given& given_;
  const std::vector<SourceWord>& source_;
  NearestWording wording_;
  std::uint32_t quoted_end_ = 0;
};

/// What is nearest in one place of a document.
NearestWording wording_at(const Given& given, Xapian::docid entry, Record& record,
                          const Place& place) {
  const auto slack = static_cast<std::uint32_t>(given.tokens.size() / 2 + 16);
  const std::vector<SourceWord> source =
      source_words(record, place.first > slack ? place.first - slack : 0, place.last + slack + 1);
  const auto quoted =
      terms_of(given.tokens, [](const Token& token) -> std::string_view { return token.term; });
  const auto found =
      terms_of(source, [](const SourceWord& word) -> std::string_view { return word.token.term; });
  return Wording(given, source)
      .made(entry, with_ends_exchanged(record, source, align(quoted, found)));
}

std::optional<NearestWording> wording_in(const IndexReader& index, const Given& given,
                                         Xapian::docid entry) {
  Record record = index.record(entry);
  std::optional<NearestWording> best;
  for (const Place& place : places(index, entry, record, given.words)) {
    NearestWording wording = wording_at(given, entry, record, place);
    if (wording.same == 0 || (best && wording.likeness <= best->likeness)) continue;
    best = std::move(wording);
  }
  return best;
}

/// Whether nothing nearer need be looked for.
bool is_near(const std::vector<NearestWording>& found) {
  constexpr double kNear = 0.85;
  if (found.empty()) return false;
  const NearestWording& best = found.front();
  return best.likeness >= kNear || (best.added <= 1 && best.dropped <= 1);
}

Given read(const IndexReader& index, std::string_view text) {
  Given given;
  const std::vector<Token> tokens = analyse(text);
  for (std::size_t i = 0; i < tokens.size() && given.tokens.size() < kMostNearestWords; ++i) {
    if (!is_certainly_mark(text, tokens, i)) given.tokens.push_back(tokens[i]);
  }
  std::vector<std::string> terms;
  for (const Token& token : given.tokens) terms.push_back(token.term);
  given.words = weigh(index, terms);
  return given;
}

}  // namespace

std::vector<NearestWording> nearest_wordings(const IndexReader& index,
                                             const NearestRequest& request) {
  const Given given = read(index, request.text);
  std::vector<NearestWording> found;
  std::set<Xapian::docid> seen;
  for (const Effort effort : {Effort::quick, Effort::thorough}) {
    const std::size_t most = request.documents * (effort == Effort::quick ? 1 : 2);
    for (const Candidate& candidate :
         documents_with_pieces(index, given.words, request.within, effort, most)) {
      if (!seen.insert(candidate.entry).second) continue;
      if (auto wording = wording_in(index, given, candidate.entry)) {
        found.push_back(std::move(*wording));
      }
    }
    std::stable_sort(
        found.begin(), found.end(),
        [](const NearestWording& a, const NearestWording& b) { return a.likeness > b.likeness; });
    if (is_near(found)) break;
  }
  return found;
}

}  // namespace pincite
