#include "searcher/nearest_places.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace pincite {
namespace {

/// A word of the text at its place in the document.
struct Hit {
  std::uint32_t at = 0;    // words from the document's first
  std::uint32_t word = 0;  // which of the different words
};

/// The different words of a text and which of them stand side by side in it.
class Words {
 public:
  explicit Words(std::span<const WeighedWord> words) {
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    std::uint32_t before = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto [found, fresh] =
          numbers.try_emplace(words[i].term, static_cast<std::uint32_t>(different.size()));
      if (fresh) {
        different.push_back(words[i]);
        times.push_back(0);
      }
      ++times[found->second];
      if (i > 0) neighbours_.insert(pair(before, found->second));
      before = found->second;
    }
  }

  bool are_neighbours(std::uint32_t first, std::uint32_t second) const {
    return neighbours_.contains(pair(first, second));
  }

  std::vector<WeighedWord> different;
  std::vector<std::uint32_t> times;  // that each stands in the text

 private:
  static std::uint64_t pair(std::uint32_t first, std::uint32_t second) {
    return std::uint64_t{first} << 32U | second;
  }
  std::unordered_set<std::uint64_t> neighbours_;
};

/// Positions of a document without the gaps between its passages.
class Ordinals {
 public:
  explicit Ordinals(const Record& record) : record_(record) {
    std::uint32_t before = 0;
    for (std::uint32_t i = 0; i < record.document().passages.size(); ++i) {
      before_.push_back(before);
      before += record.token_count(i);
    }
  }

  /// REQUIRES: ascending from call to call, but for reset().
  std::uint32_t of(std::uint32_t position) {
    while (passage_ + 1 < before_.size() && record_.first_position(passage_ + 1) <= position) {
      ++passage_;
    }
    return before_[passage_] + position - record_.first_position(passage_);
  }
  void reset() { passage_ = 0; }

 private:
  const Record& record_;
  std::vector<std::uint32_t> before_;  // words before each passage
  std::uint32_t passage_ = 0;
};

std::vector<Hit> hits(const IndexReader& index, Xapian::docid entry, const Record& record,
                      const Words& words) {
  std::vector<Hit> all;
  Ordinals ordinals(record);
  for (std::uint32_t word = 0; word < words.different.size(); ++word) {
    if (words.different[word].documents == 0) continue;
    ordinals.reset();
    const std::string& term = words.different[word].term;
    const auto end = index.database().positionlist_end(entry, term);
    for (auto i = index.database().positionlist_begin(entry, term); i != end; ++i) {
      all.push_back({ordinals.of(*i), word});
    }
  }
  std::sort(all.begin(), all.end(), [](const Hit& a, const Hit& b) { return a.at < b.at; });
  return all;
}

/// Hits as they come into a window and leave it.
class Window {
 public:
  explicit Window(const Words& words) : words_(words), counts_(words.different.size(), 0) {}

  void take(const Hit& hit, bool is_neighbour) {
    if (++counts_[hit.word] <= words_.times[hit.word]) bits_ += bits(hit);
    if (is_neighbour) bits_ += bits(hit);
  }
  void leave(const Hit& hit, bool is_neighbour) {
    if (counts_[hit.word]-- <= words_.times[hit.word]) bits_ -= bits(hit);
    if (is_neighbour) bits_ -= bits(hit);
  }
  double bits() const { return bits_; }

 private:
  double bits(const Hit& hit) const { return words_.different[hit.word].bits; }

  const Words& words_;
  std::vector<std::uint32_t> counts_;
  double bits_ = 0;
};

bool meet(const Place& a, const Place& b) { return a.first <= b.last && b.first <= a.last; }

/// Keeps the best that do not overlap.
void keep(std::vector<Place>& best, const Place& place) {
  constexpr std::size_t kMostPlaces = 2;
  const auto better = [](const Place& a, const Place& b) { return a.bits > b.bits; };
  for (const Place& kept : best) {
    if (meet(kept, place) && kept.bits >= place.bits) return;
  }
  std::erase_if(best, [&](const Place& kept) { return meet(kept, place); });
  best.insert(std::upper_bound(best.begin(), best.end(), place, better), place);
  if (best.size() > kMostPlaces) best.pop_back();
}

}  // namespace

std::vector<Place> places(const IndexReader& index, Xapian::docid entry, const Record& record,
                          std::span<const WeighedWord> text) {
  const Words words(text);
  const std::vector<Hit> all = hits(index, entry, record, words);
  const auto width = static_cast<std::uint32_t>(text.size() + text.size() / 4 + 4);
  const auto is_neighbour = [&](std::size_t i) {
    return i > 0 && all[i - 1].at + 1 == all[i].at &&
           words.are_neighbours(all[i - 1].word, all[i].word);
  };
  std::vector<Place> best;
  Window window(words);
  for (std::size_t first = 0, i = 0; i < all.size(); ++i) {
    while (all[i].at - all[first].at >= width) {
      window.leave(all[first], is_neighbour(first));
      ++first;
    }
    window.take(all[i], is_neighbour(i));
    keep(best, {all[first].at, all[i].at, window.bits()});
  }
  return best;
}

}  // namespace pincite
