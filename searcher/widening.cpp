#include "searcher/widening.h"

#include <algorithm>

#include "corpus/name_index.h"
#include "index/analysis.h"
#include "searcher/synonyms.h"

namespace pincite {
namespace {

constexpr std::size_t kMostNames = 20;    // for one run of words
constexpr std::size_t kLongestTold = 60;  // bytes; a treaty's full title is longer
constexpr std::size_t kMostTold = 8;      // in the notice
constexpr std::size_t kLongestRun = 30;   // words

using Terms = std::vector<std::string>;

Terms terms_of(const std::string& text) {
  Terms terms;
  for (Token& token : analyse(text)) terms.push_back(std::move(token.term));
  return terms;
}

bool holds(const Terms& longer, const Terms& shorter) {
  return std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end()) != longer.end();
}

/// The words joined, and for each the index of its last token.
struct Run {
  std::vector<NameToken> tokens;
  std::vector<std::size_t> ends;
  std::vector<std::size_t> words;  // up to and with the one that ends there
  std::string text;
};

Run joined(std::span<const std::string> words) {
  Run run;
  std::vector<std::size_t> behind;
  for (const std::string& word : words.first(std::min(words.size(), kLongestRun))) {
    run.text += (run.text.empty() ? "" : " ") + word;
    behind.push_back(run.text.size());
  }
  run.tokens = name_tokens(run.text);
  std::size_t token = 0;
  for (std::size_t i = 0; i < behind.size(); ++i) {
    while (token < run.tokens.size() && run.tokens[token].end <= behind[i]) ++token;
    if (token == 0 || (!run.ends.empty() && run.ends.back() == token - 1)) continue;
    run.ends.push_back(token - 1);
    run.words.push_back(i + 1);
  }
  return run;
}

}  // namespace

bool Widener::is_in_index(const Terms& terms, const char* prefix) const {
  return !terms.empty() && std::all_of(terms.begin(), terms.end(), [&](const std::string& term) {
    return database_.term_exists(prefix + term);
  });
}

Widening Widener::widen(std::span<const std::string> words, const char* prefix) {
  Widening widening;
  if (left_ == 0 || words.empty()) return widening;
  const Run run = joined(words);
  if (run.tokens.empty()) return widening;
  const SynonymMatch match = longest_synonym(run.tokens, 0, run.ends);
  if (match.names.empty()) return widening;
  --left_;
  const auto end = std::find(run.ends.begin(), run.ends.end(), match.last);
  widening.words = run.words[static_cast<std::size_t>(end - run.ends.begin())];
  const Terms typed = terms_of(run.text.substr(0, run.tokens[match.last].end));
  std::vector<std::pair<Terms, std::string>> found;
  for (const std::string& name : match.names) {
    Terms terms = terms_of(name);
    if (holds(terms, typed) || !is_in_index(terms, prefix)) continue;
    const auto same = [&](const auto& other) { return holds(terms, other.first); };
    if (std::any_of(found.begin(), found.end(), same)) continue;
    std::erase_if(found, [&](const auto& other) { return holds(other.first, terms); });
    found.emplace_back(std::move(terms), name);
  }
  if (found.size() > kMostNames) found.resize(kMostNames);
  for (auto& [terms, name] : found) {
    widening.names.push_back(std::move(terms));
    if (std::find(told_.begin(), told_.end(), name) == told_.end()) told_.push_back(name);
  }
  return widening;
}

std::vector<Notice> Widener::notices() const {
  if (told_.empty()) return {};
  std::string text = "also looked for ";
  std::size_t told = 0;
  for (const std::string& name : told_) {
    if (told == kMostTold) break;
    if (name.size() > kLongestTold && told_.size() > 1) continue;
    text += (told++ == 0 ? "“" : ", “") + name + "”";
  }
  const std::size_t more = told_.size() - told;
  if (more > 0) {
    text +=
        (told == 0 ? "" : " and ") + std::to_string(more) + " other name" + (more == 1 ? "" : "s");
  }
  return {{"synonyms", text + "; quotation marks or = switch that off"}};
}

}  // namespace pincite
