#include "searcher/likeness.h"

#include <algorithm>

namespace pincite {
namespace {

constexpr std::size_t kMostParted = 12;     // words of one side in the middle of what is alike
constexpr std::size_t kTakenUp = 3;         // words that must be alike behind a parting
constexpr std::size_t kLeastAlike = 8;      // words of a passage that is nearly the same
constexpr std::size_t kMostOfShorter = 80;  // per cent
constexpr std::size_t kPartedOf = 10;       // one word in so many

using Words = std::span<const std::string>;

/// Words of one passage, seen from the shared ones on to one side.
class Side {
 public:
  Side(Words words, std::size_t from, bool forward)
      : words_(words), from_(from), forward_(forward) {}

  std::size_t size() const { return forward_ ? words_.size() - from_ : from_; }
  const std::string& operator[](std::size_t i) const {
    return words_[forward_ ? from_ + i : from_ - 1 - i];
  }
  std::string joined(std::size_t i) const {
    return forward_ ? (*this)[i] + (*this)[i + 1] : (*this)[i + 1] + (*this)[i];
  }
  /// Words [begin, end) of this side, in the passage.
  Range in_passage(std::size_t begin, std::size_t end) const {
    const std::size_t first = forward_ ? from_ + begin : from_ - end;
    return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(first + end - begin)};
  }

 private:
  Words words_;
  std::size_t from_;
  bool forward_;
};

struct Step {
  std::size_t own = 0;
  std::size_t other = 0;
};

/// How far the next word or compound goes on alike; nothing where they part.
Step alike(const Side& own, std::size_t i, const Side& other, std::size_t j) {
  if (i >= own.size() || j >= other.size()) return {};
  if (own[i] == other[j]) return {1, 1};
  if (i + 1 < own.size() && own.joined(i) == other[j]) return {2, 1};
  if (j + 1 < other.size() && own[i] == other.joined(j)) return {1, 2};
  return {};
}

bool goes_on(const Side& own, std::size_t i, const Side& other, std::size_t j) {
  for (std::size_t taken = 0; taken < kTakenUp; ++taken) {
    const Step step = alike(own, i, other, j);
    if (step.own == 0) return taken > 0 && i == own.size() && j == other.size();
    i += step.own;
    j += step.other;
  }
  return true;
}

/// The fewest words to pass over until both go on alike; nothing where they do not.
std::optional<Step> passed_over(const Side& own, std::size_t i, const Side& other, std::size_t j) {
  for (std::size_t sum = 1; sum <= 2 * kMostParted; ++sum) {
    for (std::size_t k = sum > kMostParted ? sum - kMostParted : 0; k <= std::min(sum, kMostParted);
         ++k) {
      if (i + k <= own.size() && j + sum - k <= other.size() &&
          goes_on(own, i + k, other, j + sum - k)) {
        return Step{k, sum - k};
      }
    }
  }
  return std::nullopt;
}

struct Reach {
  std::size_t own = 0;
  std::size_t other = 0;
  std::vector<Parting> partings;
};

Reach reach(const Side& own, const Side& other) {
  Reach reached;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < own.size() && j < other.size()) {
    if (const Step step = alike(own, i, other, j); step.own > 0) {
      i += step.own;
      j += step.other;
      continue;
    }
    const auto passed = passed_over(own, i, other, j);
    if (!passed) break;
    reached.partings.push_back(
        {own.in_passage(i, i + passed->own), other.in_passage(j, j + passed->other)});
    i += passed->own;
    j += passed->other;
  }
  reached.own = i;
  reached.other = j;
  if (i < own.size() || j < other.size()) {
    reached.partings.push_back({own.in_passage(i, own.size()), other.in_passage(j, other.size())});
  }
  return reached;
}

}  // namespace

Likeness likeness(Words own, Range shared, Words other, Range shared_there) {
  Reach before = reach(Side(own, shared.begin, false), Side(other, shared_there.begin, false));
  Reach behind = reach(Side(own, shared.end, true), Side(other, shared_there.end, true));
  Likeness found;
  found.own = {shared.begin - static_cast<std::uint32_t>(before.own),
               shared.end + static_cast<std::uint32_t>(behind.own)};
  found.other = {shared_there.begin - static_cast<std::uint32_t>(before.other),
                 shared_there.end + static_cast<std::uint32_t>(behind.other)};
  found.partings.assign(before.partings.rbegin(), before.partings.rend());
  found.partings.insert(found.partings.end(), behind.partings.begin(), behind.partings.end());
  return found;
}

bool are_copies(const Likeness& likeness, std::size_t own_words, std::size_t other_words) {
  if (likeness.is_same()) return true;
  const std::size_t alike = likeness.own.end - likeness.own.begin;
  std::size_t parted = 0;
  for (const Parting& parting : likeness.partings) {
    const bool inside =
        parting.own.begin >= likeness.own.begin && parting.own.end <= likeness.own.end &&
        parting.other.begin >= likeness.other.begin && parting.other.end <= likeness.other.end;
    if (!inside) continue;
    parted +=
        std::max(parting.own.end - parting.own.begin, parting.other.end - parting.other.begin);
  }
  const std::size_t shorter = std::min(own_words, other_words);
  return alike >= kLeastAlike && alike * 100 >= shorter * kMostOfShorter &&
         parted * kPartedOf <= alike;
}

}  // namespace pincite
