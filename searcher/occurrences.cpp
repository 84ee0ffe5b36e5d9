#include "searcher/occurrences.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "searcher/phrase_positions.h"

namespace pincite {
namespace {

using Positions = std::vector<std::uint32_t>;

class Finder {
 public:
  Finder(const IndexReader& index, Xapian::docid entry)
      : database_(index.database()), entry_(entry), positions_(index, entry) {}

  void find(const Unit& unit, std::uint32_t number, std::vector<Occurrence>& found) {
    switch (unit.kind) {
      case Unit::Kind::word:
      case Unit::Kind::phrase:
        for (const PhraseLattice& lattice : unit.lattices) {
          for (const PhraseSpan& span : positions_.of_phrase(lattice)) {
            found.push_back({span.first, span.last, number});
          }
        }
        break;
      case Unit::Kind::prefix:
        for (const std::uint32_t at : with_prefix(unit.typed)) found.push_back({at, at, number});
        break;
      case Unit::Kind::near:
      case Unit::Kind::adj:
        near(unit, number, found);
        break;
    }
  }

 private:
  Positions any_of(const std::vector<std::string>& terms) {
    Positions all;
    for (const std::string& term : terms) {
      const Positions& list = positions_.of_term(term);
      all.insert(all.end(), list.begin(), list.end());
    }
    std::sort(all.begin(), all.end());
    return all;
  }

  Positions with_prefix(const std::string& prefix) {
    Positions all;
    auto i = database_.termlist_begin(entry_);
    for (i.skip_to(prefix); i != database_.termlist_end(entry_); ++i) {
      if (!(*i).starts_with(prefix)) break;
      std::copy(i.positionlist_begin(), i.positionlist_end(), std::back_inserter(all));
    }
    std::sort(all.begin(), all.end());
    return all;
  }

  /// Every word that stands with all the others within the window.
  void near(const Unit& unit, std::uint32_t number, std::vector<Occurrence>& found) {
    std::vector<Positions> lists;
    for (const auto& terms : unit.alternatives) lists.push_back(any_of(terms));
    const bool ordered = unit.kind == Unit::Kind::adj;
    Positions taken;
    for (const Positions& starts : ordered ? std::vector<Positions>{lists.front()} : lists) {
      for (const std::uint32_t start : starts)
        take_window(lists, start, unit.window, ordered, taken);
    }
    std::sort(taken.begin(), taken.end());
    taken.erase(std::unique(taken.begin(), taken.end()), taken.end());
    for (const std::uint32_t at : taken) found.push_back({at, at, number});
  }

  /// Takes one position of each list, if all have one in [start, start + window].
  static void take_window(const std::vector<Positions>& lists, std::uint32_t start,
                          std::uint32_t window, bool ordered, Positions& taken) {
    Positions chosen;
    std::uint32_t from = start;
    for (const Positions& list : lists) {
      auto at = std::lower_bound(list.begin(), list.end(), from);
      while (at != list.end() && std::find(chosen.begin(), chosen.end(), *at) != chosen.end()) ++at;
      if (at == list.end() || *at > start + window) return;
      chosen.push_back(*at);
      if (ordered) from = *at + 1;
    }
    taken.insert(taken.end(), chosen.begin(), chosen.end());
  }

  const Xapian::Database& database_;
  Xapian::docid entry_;
  PhrasePositions positions_;
};

}  // namespace

std::vector<Occurrence> occurrences(const IndexReader& index, Xapian::docid entry,
                                    std::span<const Unit> units) {
  std::vector<Occurrence> found;
  Finder finder(index, entry);
  for (std::uint32_t i = 0; i < units.size(); ++i) finder.find(units[i], i, found);
  std::sort(found.begin(), found.end(), [](const Occurrence& a, const Occurrence& b) {
    return std::tie(a.first, b.last, a.unit) < std::tie(b.first, a.last, b.unit);
  });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace pincite
