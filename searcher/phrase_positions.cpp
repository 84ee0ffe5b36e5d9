#include "searcher/phrase_positions.h"

#include <algorithm>
#include <utility>

namespace pincite {

const std::vector<std::uint32_t>& PhrasePositions::of_term(const std::string& term) {
  const auto [found, fresh] = positions_.try_emplace(term);
  if (fresh) {
    found->second.assign(database_.positionlist_begin(entry_, term),
                         database_.positionlist_end(entry_, term));
  }
  return found->second;
}

bool PhrasePositions::holds(const std::string& term) const {
  auto posting = database_.postlist_begin(term);
  posting.skip_to(entry_);
  return posting != database_.postlist_end(term) && *posting == entry_;
}

void PhrasePositions::follow(const PhraseEdge& edge, const Arrivals& here, Arrivals& there) {
  if (here.states.empty() && !here.before_any_word) return;
  if (!edge.condition.empty() && !holds(edge.condition)) return;
  if (edge.term.empty()) {
    there.states.insert(there.states.end(), here.states.begin(), here.states.end());
    there.before_any_word = there.before_any_word || here.before_any_word;
    return;
  }
  const std::vector<std::uint32_t>& positions = of_term(edge.term);
  if (here.before_any_word) {
    for (const std::uint32_t at : positions) there.states.push_back({at + 1, at});
  }
  auto at = positions.begin();
  for (const State& state : here.states) {
    at = std::lower_bound(at, positions.end(), state.next);
    if (at == positions.end()) break;
    if (*at == state.next) there.states.push_back({state.next + 1, state.first});
  }
}

std::vector<PhraseSpan> PhrasePositions::of_phrase(const PhraseLattice& lattice) {
  const auto& nodes = lattice.nodes();
  std::vector<Arrivals> arrivals(nodes.size());
  arrivals.front().before_any_word = true;
  for (std::size_t node = 0; node < nodes.size(); ++node) {
    std::vector<State>& states = arrivals[node].states;
    std::sort(states.begin(), states.end(), [](const State& a, const State& b) {
      return std::pair(a.next, a.first) < std::pair(b.next, b.first);
    });
    states.erase(std::unique(states.begin(), states.end(),
                             [](const State& a, const State& b) { return a.next == b.next; }),
                 states.end());
    for (const PhraseEdge& edge : nodes[node]) follow(edge, arrivals[node], arrivals[edge.to]);
    if (node + 1 < nodes.size()) states = {};
  }
  std::vector<PhraseSpan> spans;
  for (const State& state : arrivals.back().states) spans.push_back({state.first, state.next - 1});
  return spans;
}

}  // namespace pincite
