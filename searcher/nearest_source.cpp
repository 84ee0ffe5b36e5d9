#include "searcher/nearest_source.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "searcher/readings.h"

namespace pincite {
namespace {

using Kind = AlignedWords::Kind;

/// Whether a sentence, or something like it, ends between a word and the next.
bool ends_between(const Record& record, const SourceWord& word, const SourceWord& next) {
  if (word.passage != next.passage) return true;
  const std::string& text = record.document().passages[word.passage].text;
  const std::string_view gap =
      std::string_view(text).substr(word.token.end, next.token.begin - word.token.end);
  return gap.find_first_of(".!?;:\"|") != std::string_view::npos ||
         std::ranges::any_of(
             std::array{"。", "！", "？", "”", "“", "؟", "।"},
             [&](const char* mark) { return gap.find(mark) != std::string_view::npos; });
}

class EndsExchanger {
 public:
  EndsExchanger(const Record& record, const std::vector<SourceWord>& source)
      : record_(record), source_(source) {}

  /// `steps` add words behind source word `end`.
  void behind(std::span<const AlignedWords> steps, std::uint32_t end,
              std::vector<AlignedWords>& made) const {
    bool open = true;
    for (const AlignedWords& step : steps) {
      open = open && goes_on(end);
      if (open) {
        made.push_back({Kind::dropped, {}, {end, end + 1}});
        ++end;
      }
      made.push_back(step);
    }
  }

  /// `steps` add words before source word `begin`; made backwards.
  void before(std::span<const AlignedWords> steps, std::uint32_t begin,
              std::vector<AlignedWords>& made) const {
    bool open = true;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
      made.push_back(*step);
      open = open && goes_on(begin);
      if (!open) continue;
      --begin;
      made.push_back({Kind::dropped, {}, {begin, begin + 1}});
    }
  }

 private:
  /// Whether the sentence runs over the boundary before word `at`.
  bool goes_on(std::uint32_t at) const {
    return at > 0 && at < source_.size() && !ends_between(record_, source_[at - 1], source_[at]);
  }

  const Record& record_;
  const std::vector<SourceWord>& source_;
};

}  // namespace

std::vector<SourceWord> source_words(Record& record, std::uint32_t first, std::uint32_t last) {
  std::vector<SourceWord> words;
  std::uint32_t before = 0;
  for (std::uint32_t i = 0; i < record.document().passages.size() && before < last; ++i) {
    const std::uint32_t count = record.token_count(i);
    if (before + count > first) {
      const Passage& passage = record.load(i);
      const std::vector<Token> tokens = analyse(passage.text, passage.silent);
      const std::size_t begin = first > before ? first - before : 0;
      const std::size_t end = std::min<std::size_t>(tokens.size(), last - before);
      for (std::size_t k = begin; k < end; ++k) {
        if (!is_certainly_mark(passage.text, tokens, k)) words.push_back({tokens[k], i});
      }
    }
    before += count;
  }
  return words;
}

std::vector<AlignedWords> with_ends_exchanged(const Record& record,
                                              const std::vector<SourceWord>& source,
                                              std::vector<AlignedWords> steps) {
  const auto is_added = [](const AlignedWords& step) { return step.kind == Kind::added; };
  const auto first = std::ranges::find_if_not(steps, is_added);
  if (first == steps.end()) return steps;
  const auto last = std::find_if_not(steps.rbegin(), steps.rend(), is_added).base();
  const EndsExchanger exchanger(record, source);
  std::vector<AlignedWords> all;
  exchanger.before({steps.begin(), first}, first->source.begin, all);
  std::ranges::reverse(all);
  all.insert(all.end(), first, last);
  exchanger.behind({last, steps.end()}, std::prev(last)->source.end, all);
  return all;
}

}  // namespace pincite
