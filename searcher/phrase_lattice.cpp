#include "searcher/phrase_lattice.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace pincite {
namespace {

constexpr std::size_t kLongestRun = 64;      // words in a piece; a phrase costs their square
constexpr std::size_t kMostOfSegment = 256;  // readings of one word, or of words that overlap
constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max();

std::size_t sum(std::size_t a, std::size_t b) { return a > kMost - b ? kMost : a + b; }

/// Walks all ways from the first node to the last one.
class Walker {
 public:
  explicit Walker(const std::vector<std::vector<PhraseEdge>>& nodes) : nodes_(nodes) {}

  std::vector<PhraseReading> walk() {
    std::vector<PhraseReading> found;
    std::vector<Step> way = {{0, 0}};
    while (!way.empty()) {
      Step& last = way.back();
      if (last.node + 1 == nodes_.size()) found.push_back(reading(way));
      if (last.edge == nodes_[last.node].size()) {
        way.pop_back();
      } else {
        way.push_back({nodes_[last.node][last.edge++].to, 0});
      }
    }
    return found;
  }

 private:
  struct Step {
    std::uint32_t node = 0;
    std::size_t edge = 0;  // the next to go
  };

  PhraseReading reading(const std::vector<Step>& way) const {
    PhraseReading made;
    for (std::size_t i = 0; i + 1 < way.size(); ++i) {
      const PhraseEdge& edge = nodes_[way[i].node][way[i].edge - 1];
      if (!edge.term.empty()) made.words.push_back(edge);
      if (!edge.condition.empty()) made.conditions.push_back(edge.condition);
    }
    return made;
  }

  const std::vector<std::vector<PhraseEdge>>& nodes_;
};

bool same_words(const PhraseReading& a, const PhraseReading& b) {
  return a.conditions == b.conditions &&
         std::equal(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(),
                    [](const PhraseEdge& x, const PhraseEdge& y) { return x.term == y.term; });
}

}  // namespace

std::optional<std::string> PhraseLattice::single_term() const {
  for (const PhraseEdge& edge : nodes_.front()) {
    if (edge.to + 1 == nodes_.size() && !edge.term.empty() && edge.condition.empty()) {
      return edge.term;
    }
  }
  return std::nullopt;
}

std::size_t PhraseLattice::size() const {
  std::vector<std::size_t> ways(nodes_.size());
  ways.back() = 1;
  for (std::size_t node = nodes_.size() - 1; node-- > 0;) {
    for (const PhraseEdge& edge : nodes_[node]) ways[node] = sum(ways[node], ways[edge.to]);
  }
  return ways.front();
}

std::vector<PhraseReading> PhraseLattice::readings() const {
  std::vector<PhraseReading> different;
  for (PhraseReading& reading : Walker(nodes_).walk()) {
    const bool known =
        std::any_of(different.begin(), different.end(),
                    [&](const PhraseReading& other) { return same_words(reading, other); });
    if (!known && !reading.words.empty()) different.push_back(std::move(reading));
  }
  return different;
}

/// The nodes that every way goes through.
std::vector<std::uint32_t> PhraseLattice::cuts() const {
  std::vector<std::uint32_t> all;
  std::uint32_t reached = 0;
  for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
    if (reached <= node) all.push_back(node);
    for (const PhraseEdge& edge : nodes_[node]) reached = std::max(reached, edge.to);
  }
  return all;
}

/// REQUIRES: both nodes are cuts.
PhraseLattice PhraseLattice::between(std::uint32_t first, std::uint32_t last) const {
  PhraseLattice part;
  part.nodes_.assign(nodes_.begin() + first, nodes_.begin() + last + 1);
  part.nodes_.back().clear();
  for (auto& edges : part.nodes_) {
    for (PhraseEdge& edge : edges) edge.to -= first;
  }
  return part;
}

std::vector<PhraseLattice> PhraseLattice::pieces(std::size_t most) const {
  const std::vector<std::uint32_t> cut = cuts();
  std::vector<std::size_t> ways;  // between two cuts
  for (std::size_t i = 0; i + 1 < cut.size(); ++i) {
    ways.push_back(between(cut[i], cut[i + 1]).size());
  }
  std::vector<PhraseLattice> all;
  const auto add = [&](PhraseLattice&& piece) {
    if (!piece.may_be_empty()) all.push_back(std::move(piece));
  };
  for (std::size_t i = 0; i < ways.size();) {
    if (ways[i] == 1) {
      std::size_t end = i;
      while (end < ways.size() && ways[end] == 1 && end - i < kLongestRun) ++end;
      add(between(cut[i], cut[end]));
      i = end;
      continue;
    }
    std::size_t first = i;
    std::size_t end = i + 1;
    if (first > 0 && ways[first - 1] <= most / ways[i]) --first;
    const std::size_t so_far = first < i ? ways[first] * ways[i] : ways[i];
    if (end < ways.size() && ways[end] <= most / so_far) ++end;
    PhraseLattice piece = between(cut[first], cut[end]);
    if (ways[i] > kMostOfSegment) piece = between(cut[i], cut[i + 1]).first_words();
    add(std::move(piece));
    ++i;
  }
  return all;
}

/// Whether a way leads from the first node to the last one without a word.
bool PhraseLattice::may_be_empty() const {
  std::vector<bool> reached(nodes_.size());
  reached.front() = true;
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    for (const PhraseEdge& edge : nodes_[node]) {
      if (reached[node] && edge.term.empty()) reached[edge.to] = true;
    }
  }
  return reached.back();
}

/// What every reading begins with.
PhraseLattice PhraseLattice::first_words() const {
  PhraseLattice words;
  words.nodes_.resize(2);
  words.nodes_.front() = nodes_.front();
  for (PhraseEdge& edge : words.nodes_.front()) edge.to = 1;
  return words;
}

void PhraseLatticeBuilder::add(std::size_t from, std::size_t to, std::vector<PhraseEdge> path) {
  paths_[from].push_back({to, std::move(path)});
}

PhraseLattice PhraseLatticeBuilder::build() const {
  // a boundary's node, then those within the paths that begin at it
  std::vector<std::uint32_t> node_of(paths_.size() + 1);
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < paths_.size(); ++i) {
    node_of[i] = next++;
    for (const Path& path : paths_[i]) next += static_cast<std::uint32_t>(path.edges.size() - 1);
  }
  node_of.back() = next;
  PhraseLattice lattice;
  lattice.nodes_.resize(next + 1);
  for (std::size_t i = 0; i < paths_.size(); ++i) {
    std::uint32_t within = node_of[i] + 1;
    for (const Path& path : paths_[i]) {
      std::uint32_t from = node_of[i];
      for (std::size_t step = 0; step < path.edges.size(); ++step) {
        PhraseEdge edge = path.edges[step];
        edge.to = step + 1 < path.edges.size() ? within++ : node_of[path.to];
        lattice.nodes_[from].push_back(edge);
        from = edge.to;
      }
    }
  }
  return lattice;
}

}  // namespace pincite
