#include "searcher/suggestion.h"

#include <algorithm>
#include <map>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "corpus/text.h"
#include "searcher/restrictions.h"
#include "searcher/spellings.h"

namespace pincite {
namespace {

constexpr std::size_t kMostUnknown = 8;    // words that are spelled otherwise
constexpr std::size_t kMostSpellings = 6;  // of one word
constexpr std::size_t kMostTried = 24;     // queries
constexpr std::size_t kManyTerms = 50;     // of a query, so that few are tried
constexpr std::size_t kFewTried = 3;

/// A word that is in no document, wherever the query has it.
struct Unknown {
  std::vector<const QueryTerm*> places;
  std::vector<Spelling> spellings;  // the nearest first; never none
};

std::vector<Unknown> unknown_words(const IndexReader& index, std::span<const QueryTerm> terms) {
  std::map<std::string, std::map<std::string, Unknown>> by_prefix;
  std::size_t count = 0;
  for (const QueryTerm& term : terms) {
    if (term.documents > 0 || !term.is_spelled) continue;
    auto& words = by_prefix[term.prefix];
    if (!words.contains(term.term) && ++count > kMostUnknown) continue;
    words[term.term].places.push_back(&term);
  }
  std::vector<Unknown> found;
  for (auto& [prefix, unknown] : by_prefix) {
    std::vector<std::string> words;
    for (const auto& [word, places] : unknown) words.push_back(word);
    auto near = spellings(index, prefix, words, kMostSpellings);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (near[i].empty()) continue;
      found.push_back(std::move(unknown[words[i]]));
      found.back().spellings = std::move(near[i]);
    }
  }
  return found;
}

/// Which spelling of each word to take: first the best of all, then those with few second best.
std::vector<std::vector<std::size_t>> choices(std::span<const Unknown> unknown, std::size_t most) {
  std::vector<std::vector<std::size_t>> all = {std::vector<std::size_t>(unknown.size(), 0)};
  for (std::size_t next = 0; next < all.size() && all.size() < most; ++next) {
    for (std::size_t i = 0; i < unknown.size(); ++i) {
      std::vector<std::size_t> choice = all[next];
      if (++choice[i] >= unknown[i].spellings.size()) continue;
      if (std::ranges::find(all, choice) == all.end()) all.push_back(std::move(choice));
    }
  }
  if (all.size() > most) all.resize(most);
  return all;
}

QueryNode respelled(const QueryNode& root, std::span<const Unknown> unknown,
                    const std::vector<std::size_t>& choice) {
  struct Change {
    const QueryTerm* place;
    const std::string* spelling;
  };
  std::vector<Change> changes;
  for (std::size_t i = 0; i < unknown.size(); ++i) {
    for (const QueryTerm* place : unknown[i].places) {
      changes.push_back({place, &unknown[i].spellings[choice[i]].term});
    }
  }
  std::ranges::sort(changes, [](const Change& a, const Change& b) {
    return a.place->range.begin > b.place->range.begin;
  });
  QueryNode changed = root;
  for (const Change& change : changes) {
    replace_term(changed, *change.place, capitals_as(change.place->typed, *change.spelling));
  }
  return changed;
}

/// How well a query does, the best first.
enum class Finds : std::uint8_t { all_words, some, all_words_unfiltered, some_unfiltered, nothing };

struct Tried {
  Finds finds = Finds::nothing;
  std::uint32_t documents = 0;
};

Tried tried(const RestrictedSearch& search) {
  const std::uint32_t found = search.count();
  if (found > 0) {
    return {search.count_all_words(true) > 0 ? Finds::all_words : Finds::some, found};
  }
  if (search.restrictions().empty()) return {};
  const std::uint32_t unfiltered = search.count_unrestricted();
  if (unfiltered == 0) return {};
  return {search.count_all_words(false) > 0 ? Finds::all_words_unfiltered : Finds::some_unfiltered,
          unfiltered};
}

}  // namespace

std::string capitals_as(std::string_view typed, std::string_view spelling) {
  const auto source = icu::UnicodeString::fromUTF8(std::string(typed));
  auto cased = icu::UnicodeString::fromUTF8(std::string(spelling));
  if (source.isEmpty() || cased.isEmpty() || u_isupper(source.char32At(0)) == 0) {
    return std::string(spelling);
  }
  icu::UnicodeString upper = source;
  upper.toUpper(icu::Locale::getRoot());
  if (source.countChar32() > 1 && upper == source) {
    cased.toUpper(icu::Locale::getRoot());
  } else {
    cased.replace(0, cased.moveIndex32(0, 1), u_toupper(cased.char32At(0)));
  }
  std::string text;
  cased.toUTF8String(text);
  return text;
}

std::optional<Suggestion> suggestion(const IndexReader& index, const SearchRequest& request,
                                     const QueryNode& root, std::span<const QueryTerm> terms) {
  const std::vector<Unknown> unknown = unknown_words(index, terms);
  if (unknown.empty()) return std::nullopt;
  const std::size_t most = terms.size() > kManyTerms ? kFewTried : kMostTried;
  std::optional<QueryNode> best;
  Tried best_tried;
  for (const std::vector<std::size_t>& choice : choices(unknown, most)) {
    QueryNode query = respelled(root, unknown, choice);
    const Tried one = tried(RestrictedSearch(index, request, query));
    if (one.finds >= best_tried.finds) continue;
    best_tried = one;
    best = std::move(query);
    if (one.finds == Finds::all_words) break;
  }
  if (!best) return std::nullopt;
  return Suggestion{to_string(*best), best_tried.documents,
                    best_tried.finds >= Finds::all_words_unfiltered};
}

}  // namespace pincite
