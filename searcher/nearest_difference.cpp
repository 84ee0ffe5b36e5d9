#include "searcher/nearest_difference.h"

#include <algorithm>
#include <string>
#include <utility>

#include "index/analysis.h"
#include "searcher/ellipses.h"
#include "searcher/negations.h"
#include "searcher/query_quotation.h"

namespace pincite {
namespace {

using Kind = AlignedWords::Kind;
using Steps = std::span<const WordingStep>;

std::string_view part_of(std::string_view text, std::size_t begin, std::size_t end) {
  return text.substr(begin, end - begin);
}

bool is_space(std::string_view text) { return without_outer_space(text).empty(); }

class Builder {
 public:
  Builder(std::string_view quoted, const NearestWording& wording, const Record& record)
      : quoted_(quoted), steps_(wording.steps), record_(record) {}

  std::vector<Difference> build() && {
    for (std::size_t i = 0; i < steps_.size();) {
      std::size_t end = i;
      const bool same = steps_[i].kind == Kind::same;
      while (end < steps_.size() && (steps_[end].kind == Kind::same) == same) ++end;
      if (!same) changed(i, end);
      if (same) until(end < steps_.size() ? begin_of_added(end) : quoted_.size());
      i = end;
    }
    until(quoted_.size());
    return std::move(all_);
  }

 private:
  /// What the quotation has up to this byte is the same.
  void until(std::size_t end) {
    if (end > at_) append(all_, {Difference::Kind::same, std::string(part_of(quoted_, at_, end))});
    at_ = std::max(at_, end);
  }

  /// Where the quotation has the words that are added from step `i` on, or would have them.
  std::size_t begin_of_added(std::size_t i) const {
    for (std::size_t k = i; k < steps_.size() && steps_[k].kind != Kind::same; ++k) {
      if (steps_[k].kind == Kind::added) return steps_[k].quoted.begin;
    }
    return next_quoted(i);
  }

  /// Where the next word begins that is the same; the end of the last word where there is none.
  std::size_t next_quoted(std::size_t i) const {
    for (std::size_t k = i; k < steps_.size(); ++k) {
      if (steps_[k].kind == Kind::same) return steps_[k].quoted.begin;
    }
    std::size_t last = 0;
    for (const WordingStep& step : steps_) last = std::max<std::size_t>(last, step.quoted.end);
    return last;
  }

  void changed(std::size_t begin, std::size_t end) {
    std::string dropped;
    const WordingStep* first_added = nullptr;
    const WordingStep* last_added = nullptr;
    for (std::size_t k = begin; k < end; ++k) {
      if (steps_[k].kind == Kind::added) {
        if (first_added == nullptr) first_added = &steps_[k];
        last_added = &steps_[k];
      }
    }
    dropped = source_of(begin, end);
    const bool exchanged = first_added != nullptr && !dropped.empty();
    until(first_added != nullptr ? first_added->quoted.begin : next_quoted(begin));
    if (!dropped.empty()) {
      if (!exchanged) dropped = with_space(std::move(dropped), end);
      Difference made{Difference::Kind::dropped, dropped};
      made.ellipsis = first_added == nullptr && stands_at_ellipsis(begin, end);
      if (made.ellipsis) {
        made.negation = holds_negation(made.text);
        made.text = shortened(made.text);
      }
      all_.push_back(std::move(made));
    }
    if (first_added != nullptr) {
      std::size_t to = last_added->quoted.end;
      const std::size_t next = next_quoted(end);
      if (!exchanged && next > to && is_space(part_of(quoted_, to, next))) to = next;
      all_.push_back({Difference::Kind::added, std::string(part_of(quoted_, at_, to))});
      at_ = to;
    }
    mark_negations(begin, end);
  }

  /// The words of the source, as they stand there.
  std::string source_of(std::size_t begin, std::size_t end) const {
    std::string text;
    const WordingStep* first = nullptr;
    const WordingStep* last = nullptr;
    const auto flush = [&] {
      if (first == nullptr) return;
      if (!text.empty()) text += ' ';
      text += part_of(passage(*first), first->source.begin, last->source.end);
    };
    for (std::size_t k = begin; k < end; ++k) {
      if (steps_[k].kind != Kind::dropped) continue;
      if (first != nullptr && steps_[k].passage != first->passage) {
        flush();
        first = nullptr;
      }
      if (first == nullptr) first = &steps_[k];
      last = &steps_[k];
    }
    flush();
    return text;
  }

  std::string_view passage(const WordingStep& step) const {
    return record_.document().passages[step.passage].text;
  }

  /// With what parts them from the next words, as the source does.
  std::string with_space(std::string dropped, std::size_t end) const {
    if (end == steps_.size()) return " " + dropped;
    const WordingStep& last = steps_[end - 1];
    const WordingStep& next = steps_[end];
    if (last.passage != next.passage || next.source.begin <= last.source.end) return dropped + " ";
    const std::string_view gap = part_of(passage(last), last.source.end, next.source.begin);
    if (gap.empty() || is_space(gap)) return dropped += gap;
    return dropped + " ";
  }

  /// Whether the quotation has an ellipsis where it drops the words of these steps.
  bool stands_at_ellipsis(std::size_t begin, std::size_t end) const {
    if (begin == 0 || end == steps_.size()) return false;
    return !ellipses(part_of(quoted_, steps_[begin - 1].quoted.end, steps_[end].quoted.begin))
                .empty();
  }

  void mark_negations(std::size_t begin, std::size_t end) {
    const std::size_t made = all_.size();
    for (std::size_t i = made >= 2 ? made - 2 : 0; i < made; ++i) {
      if (all_[i].kind != Difference::Kind::same && holds_negation(all_[i].text)) {
        all_[i].negation = true;
      }
    }
    if (made < 2 || all_[made - 1].kind != Difference::Kind::added ||
        all_[made - 2].kind != Difference::Kind::dropped) {
      return;
    }
    for (std::size_t k = begin; k + 1 < end; ++k) {
      if (steps_[k].kind != Kind::dropped || steps_[k + 1].kind != Kind::added) continue;
      if (!deny_each_other(word(passage(steps_[k]), steps_[k].source),
                           word(quoted_, steps_[k + 1].quoted))) {
        continue;
      }
      all_[made - 1].negation = all_[made - 2].negation = true;
    }
  }

  static std::string word(std::string_view text, const Range& range) {
    const std::vector<Token> tokens = analyse(part_of(text, range.begin, range.end));
    return tokens.empty() ? std::string() : tokens.front().term;
  }

  std::string_view quoted_;
  Steps steps_;
  const Record& record_;
  std::size_t at_ = 0;  // bytes of the quotation that are told
  std::vector<Difference> all_;
};

}  // namespace

std::string shortened(const std::string& text) {
  constexpr std::size_t kMost = 2000;  // bytes told at each end
  if (text.size() <= 2 * kMost) return text;
  const auto is_inside = [&](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  std::size_t first = kMost;
  std::size_t last = text.size() - kMost;
  while (is_inside(first)) --first;
  while (is_inside(last)) ++last;
  return text.substr(0, first) + " […] " + text.substr(last);
}

void append(std::vector<Difference>& all, Difference&& next) {
  if (!all.empty() && all.back().kind == next.kind && next.kind == Difference::Kind::same) {
    all.back().text += next.text;
  } else {
    all.push_back(std::move(next));
  }
}

std::vector<Difference> difference(std::string_view quoted, const NearestWording& wording,
                                   const Record& record) {
  return Builder(quoted, wording, record).build();
}

}  // namespace pincite
