#include "corpus/meeting_names.h"

#include <algorithm>
#include <array>

namespace pincite {
namespace {

/// More words than the longest name of a treaty has.
constexpr std::size_t kLongestTreaty = 40;

bool connects(const NameToken& token) {
  constexpr std::array<std::string_view, 4> kWords{"to", "of", "for", "on"};
  return std::ranges::find(kWords, token.key) != kWords.end();
}

/// The treaty named from tokens[begin] on, after words that connect it to what it follows.
TokenRun treaty_after(const VocabularyTable& treaties, std::span<const NameToken> tokens,
                      std::size_t begin) {
  std::size_t first = begin;
  while (first < tokens.size() && !tokens[first].apart && connects(tokens[first])) ++first;
  if (first == tokens.size() || tokens[first].apart) return {begin, begin};
  const std::size_t length = treaties.known().longest(tokens, first, tokens.size()).tokens;
  return length == 0 ? TokenRun{begin, begin} : TokenRun{first, first + length};
}

/// The longest name of a treaty that ends right before tokens[end].
TokenRun treaty_before(const VocabularyTable& treaties, std::span<const NameToken> tokens,
                       std::size_t end) {
  if (end == tokens.size() || tokens[end].apart) return {end, end};
  for (std::size_t first = end - std::min(end, kLongestTreaty); first < end; ++first) {
    if (treaties.known().longest(tokens, first, end).tokens == end - first) return {first, end};
  }
  return {end, end};
}

std::vector<const Entry*> entries_of(const VocabularyTable& table,
                                     std::span<const NameIndex::Name> names) {
  std::vector<const Entry*> entries;
  for (const NameIndex::Name& name : names) entries.push_back(&table.entry(name));
  return entries;
}

/// Whether a meeting of the treaty `of` is one of `named`: a protocol's is its convention's too.
bool belongs(const VocabularyTable& treaties, const std::string& of, const Entry& named) {
  if (of == named.id) return true;
  const Entry* treaty = treaties.find(of);
  return treaty != nullptr && treaty->parent == named.id;
}

/// Those of `ids` that are meetings of the treaty that tokens[treaty] name.
std::vector<std::string> of_treaty(const VocabularyTable& meetings, const VocabularyTable& treaties,
                                   std::span<const NameToken> tokens, TokenRun treaty,
                                   const std::vector<std::string>& ids) {
  const auto named =
      entries_of(treaties, treaties.known().longest(tokens, treaty.begin, treaty.end).names);
  std::vector<std::string> kept;
  std::ranges::copy_if(ids, std::back_inserter(kept), [&](const std::string& id) {
    const std::string& of = meetings.find(id)->parent;
    return std::ranges::any_of(named,
                               [&](const Entry* entry) { return belongs(treaties, of, *entry); });
  });
  return kept;
}

std::vector<std::string> meetings_named(const VocabularyTable& meetings,
                                        std::span<const NameToken> tokens, TokenRun run) {
  std::vector<std::string> ids;
  if (run.begin >= run.end) return ids;
  const NameIndex::Match match = meetings.known().longest(tokens, run.begin, run.end);
  if (match.tokens != run.end - run.begin) return ids;
  for (const Entry* entry : entries_of(meetings, match.names)) ids.push_back(entry->id);
  return ids;
}

}  // namespace

std::vector<std::string> meeting_with_treaty(const VocabularyTable& meetings,
                                             const VocabularyTable& treaties,
                                             std::string_view text) {
  const std::vector<NameToken> tokens = name_tokens(text);
  for (std::size_t at = 1; at < tokens.size(); ++at) {
    const TokenRun after = treaty_after(treaties, tokens, at);
    if (after.end == tokens.size() && after.begin < after.end) {
      const auto ids =
          of_treaty(meetings, treaties, tokens, after, meetings_named(meetings, tokens, {0, at}));
      if (!ids.empty()) return ids;
    }
    const TokenRun before = treaty_before(treaties, tokens, at);
    if (before.begin == 0 && before.begin < before.end) {
      const auto ids = of_treaty(meetings, treaties, tokens, before,
                                 meetings_named(meetings, tokens, {at, tokens.size()}));
      if (!ids.empty()) return ids;
    }
  }
  return {};
}

std::vector<std::string> narrow_by_treaty(const VocabularyTable& meetings,
                                          const VocabularyTable& treaties,
                                          std::span<const NameToken> tokens, TokenRun& named,
                                          std::vector<std::string> ids) {
  for (const TokenRun treaty :
       {treaty_after(treaties, tokens, named.end), treaty_before(treaties, tokens, named.begin)}) {
    if (treaty.begin == treaty.end) continue;
    std::vector<std::string> kept = of_treaty(meetings, treaties, tokens, treaty, ids);
    if (kept.empty()) continue;
    named = {std::min(named.begin, treaty.begin), std::max(named.end, treaty.end)};
    return kept;
  }
  return ids;
}

}  // namespace pincite
