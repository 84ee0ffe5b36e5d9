#include "searcher/phrase_query.h"

#include <set>

#include "index/schema.h"
#include "searcher/phrase_positions.h"

namespace pincite {
namespace {

using Xapian::Query;

constexpr std::size_t kMostAlternatives = 16;
constexpr std::size_t kMostWords = 200;        // of all alternatives together
constexpr std::size_t kMostScoringWords = 32;  // beyond them rank gains nothing, and each is read

Query combine(Query::op op, const std::vector<Query>& parts) {
  return {op, parts.begin(), parts.end()};
}

/// The words of a reading that count for rank; without positions.
std::vector<Query> scoring_words(const PhraseReading& reading) {
  std::vector<Query> words;
  std::set<std::string> seen;
  for (const PhraseEdge& word : reading.words) {
    if (words.size() == kMostScoringWords) break;
    if (!seen.insert(word.term).second) continue;
    words.emplace_back(word.term);
    if (!word.scores) words.back() = Query(Query::OP_SCALE_WEIGHT, words.back(), 0);
  }
  return words;
}

/// Words one after the other.
Query sequence(const PhraseReading& reading) {
  std::vector<Query> filters;
  for (const std::string& condition : reading.conditions) filters.emplace_back(condition);
  if (reading.words.size() > 1) {
    std::vector<Query> words;
    for (const PhraseEdge& word : reading.words) words.emplace_back(word.term);
    filters.emplace_back(Query::OP_PHRASE, words.begin(), words.end(),
                         static_cast<Xapian::termcount>(words.size()));
  }
  const Query all = combine(Query::OP_AND, scoring_words(reading));
  return filters.empty() ? all : Query(Query::OP_FILTER, all, combine(Query::OP_AND, filters));
}

Query any_of(const std::vector<PhraseReading>& readings) {
  std::vector<Query> any;
  for (const PhraseReading& reading : readings) any.push_back(sequence(reading));
  return combine(Query::OP_OR, any);
}

/// The documents that match `candidates` and hold the phrase, by the terms of their ids.
std::vector<Query> checked(const PhraseLattice& lattice, const Query& candidates,
                           const IndexReader& index) {
  const Xapian::Database& database = index.database();
  Xapian::Enquire enquire(database);
  enquire.set_query(candidates);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  std::vector<Query> holding;
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  for (auto i = found.begin(); i != found.end(); ++i) {
    if (PhrasePositions(index, *i).of_phrase(lattice).empty()) continue;
    holding.emplace_back(i.get_document().get_value(number(Slot::id)));
  }
  return holding;
}

bool is_small(const PhraseLattice& lattice) {
  const std::size_t readings = lattice.size();
  return readings <= kMostAlternatives && readings * lattice.nodes().size() <= kMostWords;
}

}  // namespace

Query phrase_query(const PhraseLattice& lattice, const IndexReader& index) {
  if (is_small(lattice)) return any_of(lattice.readings());
  std::vector<Query> pieces;
  std::vector<Query> scoring;
  for (const PhraseLattice& piece : lattice.pieces(kMostAlternatives)) {
    const std::vector<PhraseReading> readings = piece.readings();
    pieces.push_back(any_of(readings));
    if (scoring.size() >= kMostScoringWords) continue;
    const std::vector<Query> more = scoring_words(readings.front());
    scoring.insert(scoring.end(), more.begin(), more.end());
  }
  const Query candidates = pieces.empty() ? Query::MatchAll : combine(Query::OP_AND, pieces);
  const std::vector<Query> holding = checked(lattice, candidates, index);
  if (holding.empty()) return Query::MatchNothing;
  const Query found(Query::OP_SCALE_WEIGHT, combine(Query::OP_OR, holding), 0);
  return {Query::OP_AND_MAYBE, found, combine(Query::OP_OR, scoring)};
}

}  // namespace pincite
