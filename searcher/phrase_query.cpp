#include "searcher/phrase_query.h"

#include "index/schema.h"
#include "searcher/phrase_positions.h"

namespace pincite {
namespace {

using Xapian::Query;

constexpr std::size_t kMostAlternatives = 16;

Query combine(Query::op op, const std::vector<Query>& parts) {
  return {op, parts.begin(), parts.end()};
}

/// Words one after the other.
Query sequence(const Reading& reading) {
  std::vector<Query> scoring;
  std::vector<Query> words;
  std::vector<Query> filters;
  for (const PhraseEdge& word : reading.words) {
    words.emplace_back(word.term);
    scoring.push_back(word.scores ? words.back() : Query(Query::OP_SCALE_WEIGHT, words.back(), 0));
  }
  for (const std::string& condition : reading.conditions) filters.emplace_back(condition);
  if (words.size() > 1) {
    filters.emplace_back(Query::OP_PHRASE, words.begin(), words.end(),
                         static_cast<Xapian::termcount>(words.size()));
  }
  const Query all = combine(Query::OP_AND, scoring);
  return filters.empty() ? all : Query(Query::OP_FILTER, all, combine(Query::OP_AND, filters));
}

Query any_reading(const PhraseLattice& lattice) {
  std::vector<Query> any;
  for (const Reading& reading : lattice.readings()) any.push_back(sequence(reading));
  return combine(Query::OP_OR, any);
}

/// The documents that match `candidates` and hold the phrase, by the terms of their ids.
Query checked(const PhraseLattice& lattice, const Query& candidates, const IndexReader& index) {
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
  return combine(Query::OP_OR, holding);
}

}  // namespace

Query phrase_query(const PhraseLattice& lattice, const IndexReader& index) {
  if (lattice.size() <= kMostAlternatives) return any_reading(lattice);
  std::vector<Query> pieces;
  for (const PhraseLattice& piece : lattice.pieces(kMostAlternatives)) {
    pieces.push_back(any_reading(piece));
  }
  const Query all = pieces.empty() ? Query::MatchAll : combine(Query::OP_AND, pieces);
  const Query holding = checked(lattice, all, index);
  return holding.empty() ? Query::MatchNothing : Query(Query::OP_FILTER, all, holding);
}

}  // namespace pincite
