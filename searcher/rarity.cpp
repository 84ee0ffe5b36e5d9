#include "searcher/rarity.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace pincite {
namespace {

constexpr std::size_t kMostTelling = 12;  // each is looked up in every document compared
constexpr double kTelling = 0.7;          // the rarity of a word that every second document has

/// Documents that can hold the lattice at most: no more than hold its rarest term that stands alone
/// between two nodes.
double documents_of(const PhraseLattice& lattice, const Xapian::Database& database) {
  if (const auto term = lattice.single_term()) return database.get_termfreq(*term);
  double fewest = std::numeric_limits<double>::max();
  for (const std::vector<PhraseEdge>& edges : lattice.nodes()) {
    if (edges.size() != 1 || edges.front().term.empty()) continue;
    fewest = std::min<double>(fewest, database.get_termfreq(edges.front().term));
  }
  return std::min<double>(fewest, database.get_doccount());
}

}  // namespace

double rarity_of(std::span<const PhraseLattice> lattices, const IndexReader& index) {
  const Xapian::Database& database = index.database();
  double documents = 0;
  for (const PhraseLattice& lattice : lattices) {
    documents = std::max(documents, documents_of(lattice, database));
  }
  return rarity(documents, database.get_doccount());
}

std::vector<Unit> telling_units(std::span<const Unit> units) {
  std::vector<Unit> telling;
  for (const Unit& unit : units) {
    if (unit.weight >= kTelling) telling.push_back(unit);
  }
  std::ranges::stable_sort(telling, std::greater<>(), &Unit::weight);
  if (telling.size() > kMostTelling) telling.resize(kMostTelling);
  return telling;
}

}  // namespace pincite
