#include <algorithm>
#include <array>

#include "corpus/dates.h"
#include "corpus/text.h"
#include "indexer/recognise/page_metadata.h"

namespace pincite {
namespace {

constexpr std::array<std::string_view, 13> kDenying = {
    "not",     "never",    "absent", "no",     "none",   "neither", "nor",
    "without", "declined", "failed", "missed", "except", "skipped"};
constexpr std::array<std::string_view, 9> kAffirming = {"attended", "participated", "took",
                                                        "observed", "joined",       "present",
                                                        "hosted",   "chaired",      "spoke"};

template <typename Words>
bool is_one_of(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  const std::string key = name_key(text);
  std::size_t at = 0;
  while (at < key.size()) {
    const std::size_t space = std::min(key.find(' ', at), key.size());
    words.push_back(key.substr(at, space - at));
    at = space + 1;
  }
  return words;
}

/// Whether a clause denies what comes next, given what the clauses before it did.
bool denies(std::string_view text, bool denied) {
  std::size_t since_denial = 3;
  for (const std::string& word : words_of(text)) {
    ++since_denial;
    if (is_one_of(kDenying, word)) {
      denied = true;
      since_denial = 0;
    } else if (word == "but" || (is_one_of(kAffirming, word) && since_denial > 2)) {
      denied = false;
    }
  }
  return denied;
}

/// Byte behind the last end of a sentence or of a part set off by a semicolon.
std::size_t last_break(std::string_view text) {
  const std::size_t semicolon = text.rfind(';');
  const std::size_t stop = text.rfind(". ");
  std::size_t at = semicolon == std::string_view::npos ? 0 : semicolon + 1;
  if (stop != std::string_view::npos) at = std::max(at, stop + 1);
  return at;
}

/// What stands behind a mention and still belongs to it: up to the next one, or the clause's end.
std::string_view behind(std::string_view value, const std::vector<Mention>& mentions,
                        std::size_t i) {
  const std::size_t begin = mentions[i].end;
  const std::size_t next = i + 1 < mentions.size() ? mentions[i + 1].begin : value.size();
  const std::string_view text = value.substr(begin, next - begin);
  return text.substr(0, std::min(text.find(';'), text.find(". ")));
}

}  // namespace

std::vector<NamedMeeting> attended_meetings(std::string_view label, std::string_view value,
                                            const Vocabulary& vocabulary) {
  std::vector<NamedMeeting> attended;
  const bool denied_by_label = denies(label, false);
  bool denied = denied_by_label;
  std::size_t at = 0;
  const std::vector<Mention> mentions = vocabulary.mentions(Table::meetings, value);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    std::string_view before = value.substr(at, mentions[i].begin - at);
    if (const std::size_t clause = last_break(before); clause != 0) {
      denied = denied_by_label;
      before.remove_prefix(clause);
    }
    denied = denies(before, denied);
    at = mentions[i].end;
    const std::string_view after = behind(value, mentions, i);
    const bool last_of_clause =
        i + 1 == mentions.size() || mentions[i].end + after.size() < mentions[i + 1].begin;
    if (denied || (last_of_clause && denies(after, false))) continue;
    NamedMeeting meeting{mentions[i].ids, {}, {}};
    for (const FoundDate& date : find_dates(after)) meeting.dates.push_back(date.period);
    attended.push_back(std::move(meeting));
  }
  return attended;
}

}  // namespace pincite
