#include "indexer/recognise/ascending_marks.h"

#include <algorithm>

namespace pincite {
namespace {

constexpr std::uint32_t kNoMark = static_cast<std::uint32_t>(-1);

/// The heaviest chain that ends at a note below another: a Fenwick tree of maxima.
class Heaviest {
 public:
  explicit Heaviest(std::size_t notes) : chains_(notes + 1) {}

  struct Chain {
    std::size_t weight = 0;
    std::uint32_t last = kNoMark;  // index of its last mark
  };

  Chain below(std::uint32_t note) const {
    Chain best;
    for (std::size_t at = note; at > 0; at -= at & (~at + 1)) {
      if (chains_[at].weight > best.weight) best = chains_[at];
    }
    return best;
  }

  void add(std::uint32_t note, const Chain& chain) {
    for (std::size_t at = note + std::size_t{1}; at < chains_.size(); at += at & (~at + 1)) {
      if (chain.weight > chains_[at].weight) chains_[at] = chain;
    }
  }

 private:
  std::vector<Chain> chains_;
};

/// Of each mark, whether it is of the heaviest chain whose notes ascend.
std::vector<bool> in_heaviest_chain(const std::vector<DoubtfulMark>& marks) {
  std::uint32_t notes = 0;
  for (const DoubtfulMark& mark : marks) notes = std::max(notes, mark.note + 1);
  Heaviest heaviest(notes);
  std::vector<std::uint32_t> before;
  for (std::uint32_t i = 0; i < marks.size(); ++i) {
    Heaviest::Chain chain = heaviest.below(marks[i].note);
    before.push_back(chain.last);
    heaviest.add(marks[i].note, {chain.weight + (marks[i].mark.behind_stop ? 3 : 2), i});
  }
  std::vector<bool> chosen(marks.size(), false);
  for (std::uint32_t i = heaviest.below(notes).last; i != kNoMark; i = before[i]) chosen[i] = true;
  return chosen;
}

}  // namespace

std::vector<DoubtfulMark> marks_in_order(std::vector<DoubtfulMark> marks) {
  const std::vector<bool> chosen = in_heaviest_chain(marks);
  std::vector<DoubtfulMark> kept;
  std::vector<bool> named;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const std::uint32_t note = marks[i].note;
    if (named.size() <= note) named.resize(note + std::size_t{1}, false);
    if (!chosen[i] && !(marks[i].mark.behind_stop && named[note])) continue;
    named[note] = true;
    kept.push_back(marks[i]);
  }
  return kept;
}

}  // namespace pincite
