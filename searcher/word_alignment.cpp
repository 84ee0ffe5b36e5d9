#include "searcher/word_alignment.h"

#include <algorithm>
#include <limits>
#include <string>

namespace pincite {
namespace {

using Kind = AlignedWords::Kind;
using Words = std::span<const std::string_view>;

enum class Move : std::uint8_t { none, same, join_quoted, join_source, exchange, drop, add };

// An exchange costs a little more, so that of equal ways the one with more words the same is taken.
constexpr std::uint32_t kWord = 1000;
constexpr std::uint32_t kExchange = 1001;
constexpr std::uint32_t kUnreached = std::numeric_limits<std::uint32_t>::max() / 2;

/// Whether two words one after the other are `joined`, written together.
bool are_joined(std::string_view first, std::string_view second, std::string_view joined) {
  return first.size() + second.size() == joined.size() && joined.starts_with(first) &&
         joined.ends_with(second);
}

/// The table of least costs: row i for the first i quoted words, in it column j for the first
/// i + j - shift source words.
class Table {
 public:
  Table(Words quoted, Words source)
      : quoted_(quoted),
        source_(source),
        shift_(source.size() < quoted.size() + kLeastBand
                   ? quoted.size() + kLeastBand - std::min(source.size(), quoted.size())
                   : kLeastBand),
        width_(shift_ + kLeastBand +
               (source.size() > quoted.size() ? source.size() - quoted.size() : 0)),
        costs_(3 * width_, kUnreached),
        moves_((quoted.size() + 1) * width_, Move::none) {}

  std::vector<AlignedWords> best() {
    for (std::size_t i = 0; i <= quoted_.size(); ++i) fill(i);
    return trace(end());
  }

 private:
  bool is_in(std::size_t i, std::size_t j) const {
    return j + shift_ >= i && j + shift_ - i < width_ && j <= source_.size();
  }
  std::size_t column(std::size_t i, std::size_t j) const { return j + shift_ - i; }
  std::uint32_t& cost(std::size_t i, std::size_t j) {
    return costs_[(i % 3) * width_ + column(i, j)];
  }
  Move& move(std::size_t i, std::size_t j) { return moves_[i * width_ + column(i, j)]; }

  void fill(std::size_t i) {
    std::fill_n(costs_.begin() + static_cast<std::ptrdiff_t>((i % 3) * width_), width_, kUnreached);
    const std::size_t first = i > shift_ ? i - shift_ : 0;
    for (std::size_t j = first; is_in(i, j); ++j) {
      if (i == 0) {
        cost(0, j) = 0;  // what stands before is passed over
      } else {
        fill(i, j);
      }
    }
  }

  /// The first of equal ways is kept.
  void fill(std::size_t i, std::size_t j) {
    if (j > 0) {
      const bool same = quoted_[i - 1] == source_[j - 1];
      if (same) offer(i, j, 1, 1, 0, Move::same);
      if (i > 1 && are_joined(quoted_[i - 2], quoted_[i - 1], source_[j - 1])) {
        offer(i, j, 2, 1, 0, Move::join_quoted);
      }
      if (j > 1 && are_joined(source_[j - 2], source_[j - 1], quoted_[i - 1])) {
        offer(i, j, 1, 2, 0, Move::join_source);
      }
      if (!same) offer(i, j, 1, 1, kExchange, Move::exchange);
      offer(i, j, 0, 1, kWord, Move::drop);
    }
    offer(i, j, 1, 0, kWord, Move::add);
  }

  /// A way to (i, j) that takes so many words of each.
  void offer(std::size_t i, std::size_t j, std::size_t quoted, std::size_t source,
             std::uint32_t price, Move how) {
    if (!is_in(i - quoted, j - source)) return;
    const std::uint32_t total = cost(i - quoted, j - source) + price;
    if (total >= cost(i, j)) return;
    cost(i, j) = total;
    move(i, j) = how;
  }

  /// How many source words the best way ends behind.
  std::size_t end() {
    const std::size_t i = quoted_.size();
    std::size_t best = i > shift_ ? i - shift_ : 0;
    for (std::size_t j = best; is_in(i, j); ++j) {
      if (cost(i, j) < cost(i, best)) best = j;
    }
    return best;
  }

  std::vector<AlignedWords> trace(std::size_t j) {
    std::vector<AlignedWords> steps;
    for (std::size_t i = quoted_.size(); i > 0;) {
      const Move how = move(i, j);
      const std::size_t quoted = how == Move::drop ? 0 : how == Move::join_quoted ? 2 : 1;
      const std::size_t source = how == Move::add ? 0 : how == Move::join_source ? 2 : 1;
      const WordSpan of_quoted = {static_cast<std::uint32_t>(i - quoted),
                                  static_cast<std::uint32_t>(i)};
      const WordSpan of_source = {static_cast<std::uint32_t>(j - source),
                                  static_cast<std::uint32_t>(j)};
      if (how == Move::exchange || how == Move::add) steps.push_back({Kind::added, of_quoted, {}});
      if (how == Move::exchange || how == Move::drop) {
        steps.push_back({Kind::dropped, {}, of_source});
      }
      if (how != Move::exchange && how != Move::add && how != Move::drop) {
        steps.push_back({Kind::same, of_quoted, of_source});
      }
      i -= quoted;
      j -= source;
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
  }

  Words quoted_;
  Words source_;
  std::size_t shift_;
  std::size_t width_;
  std::vector<std::uint32_t> costs_;  // of three rows
  std::vector<Move> moves_;
};

}  // namespace

std::vector<AlignedWords> align(Words quoted, Words source) { return Table(quoted, source).best(); }

}  // namespace pincite
