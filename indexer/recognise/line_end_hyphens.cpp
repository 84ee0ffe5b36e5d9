#include "indexer/recognise/line_end_hyphens.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "index/analysis.h"
#include "index/compounds.h"

namespace pincite {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";

struct BrokenWord {
  std::size_t passage = 0;
  Range hyphen;  // and the line's end behind it
  std::string joined;
  bool soft = false;
};

bool ends_in_hyphen(std::string_view line) {
  for (std::size_t length = 1; length <= std::min<std::size_t>(line.size(), 3); ++length) {
    if (hyphen_at(line, line.size() - length) == length) return true;
  }
  return false;
}

/// Whether it is worth while to look for broken words.
bool may_break_words(std::string_view text) {
  constexpr std::string_view kLineEnds = "\n\r\f\v";
  for (std::size_t end = text.find_first_of(kLineEnds); end != std::string_view::npos;
       end = text.find_first_of(kLineEnds, end + 1)) {
    const std::size_t last = text.substr(0, end).find_last_not_of(" \t");
    if (last != std::string_view::npos && ends_in_hyphen(text.substr(0, last + 1))) return true;
  }
  return false;
}

/// The broken words of a passage, and all its words.
void collect(const Passage& passage, std::size_t index, std::vector<BrokenWord>& broken,
             std::unordered_set<std::string>& words) {
  const std::string_view text = passage.text;
  const std::vector<Token> tokens = analyse(text, passage.silent);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    words.insert(tokens[i].term);
    if (i == 0 || junction(text, tokens[i - 1], tokens[i]) != Junction::line_end) continue;
    const bool soft = text.substr(0, tokens[i - 1].end).ends_with(kSoftHyphen);
    const auto length = static_cast<std::uint32_t>(soft ? kSoftHyphen.size() : 0);
    broken.push_back({index,
                      {tokens[i - 1].end - length, tokens[i].begin},
                      tokens[i - 1].term + tokens[i].term,
                      soft});
  }
}

}  // namespace

void join_broken_words(Document& document) {
  const bool any =
      std::any_of(document.passages.begin(), document.passages.end(),
                  [](const Passage& passage) { return may_break_words(passage.text); });
  if (!any) return;
  std::vector<BrokenWord> broken;
  std::unordered_set<std::string> words;
  for (std::size_t i = 0; i < document.passages.size(); ++i) {
    collect(document.passages[i], i, broken, words);
  }
  for (const BrokenWord& word : broken) {
    if (!word.soft && !words.contains(word.joined)) continue;
    document.passages[word.passage].silent.push_back(word.hyphen);
  }
  for (Passage& passage : document.passages) {
    std::sort(passage.silent.begin(), passage.silent.end(),
              [](const Range& a, const Range& b) { return a.begin < b.begin; });
  }
}

}  // namespace pincite
