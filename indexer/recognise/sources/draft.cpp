#include "indexer/recognise/sources/draft.h"

#include <algorithm>
#include <array>

#include "corpus/text.h"
#include "indexer/recognise/sources/cited_dates.h"
#include "indexer/recognise/sources/known_places.h"
#include "indexer/recognise/sources/locators.h"
#include "indexer/recognise/sources/speakers.h"
#include "indexer/recognise/sources/symbols.h"

namespace pincite {
namespace {

struct LongCue {
  std::string_view words;
  std::string_view cue;
};

constexpr std::array kLongCues = std::to_array<LongCue>({{"on behalf of", "on behalf of"},
                                                         {"au nom de", "on behalf of"},
                                                         {"en nombre de", "on behalf of"},
                                                         {"made by", "by"},
                                                         {"delivered by", "by"},
                                                         {"given by", "by"},
                                                         {"presented by", "by"},
                                                         {"read by", "by"},
                                                         {"signed by", "by"},
                                                         {"submitted by", "by"},
                                                         {"prepared by", "by"},
                                                         {"completed by", "by"},
                                                         {"provided by", "by"},
                                                         {"sent by", "by"},
                                                         {"received from", "from"},
                                                         {"sent to", "to"},
                                                         {"addressed to", "to"},
                                                         {"in response to", "in response to"},
                                                         {"in reply to", "in response to"}});

/// The words of a cue that stand from words[i] on: `on behalf of`, `made by`.
std::size_t cue_words(std::span<const NoteWord> words, std::size_t i, WordList cues,
                      std::string_view& cue) {
  for (const LongCue& one : kLongCues) {
    if (says(words, i, one.words)) {
      cue = one.cue;
      return count_words(one.words);
    }
  }
  const auto found = std::ranges::find(cues, words[i].key);
  if (found == cues.end() || words[i].capital()) return 0;
  cue = *found;
  return 1;
}

std::string without_possessive(std::string text) {
  for (const std::string_view ending : {"’s", "'s"}) {
    if (text.ends_with(ending)) text.resize(text.size() - ending.size());
  }
  return text;
}

/// `CCW Meeting of High Contracting Parties`: the treaties whose initials stand outside quotations.
std::vector<std::string> treaties_by_code(const Draft& draft) {
  std::vector<std::string> named;
  for (const NoteWord& word : draft.parts.words()) {
    if (!word.all_capitals() || word.text.size() < 3) continue;
    const auto ids = draft.vocabulary.resolve(Table::treaties, word.text);
    if (ids.size() == 1 && std::ranges::find(named, ids[0]) == named.end()) named.push_back(ids[0]);
  }
  return named;
}

}  // namespace

std::vector<Clause> clauses(const Parts& parts, std::size_t begin, WordList cues) {
  std::vector<Clause> found;
  std::string_view cue;
  const auto add = [&](std::size_t from, std::size_t to) {
    if (!parts.left(from, to).empty()) found.push_back({cue, from, to});
  };
  const auto& words = parts.words();
  for (const Segment& segment : parts.segments(begin)) {
    std::size_t from = segment.begin;
    cue = {};
    for (std::size_t i = parts.word_at(segment.begin);
         i < words.size() && words[i].begin < segment.end;) {
      std::string_view next;
      const bool free = !parts.taken(words[i].begin) && !parts.bracketed(words[i].begin);
      const std::size_t count = free ? cue_words(words, i, cues, next) : 0;
      if (count != 0) {
        add(from, words[i].begin);
        cue = next;
        from = words[i + count - 1].end;
      }
      i += std::max<std::size_t>(count, 1);
    }
    add(from, segment.end);
  }
  return found;
}

std::size_t end_of_head(const Parts& parts, const Head& head) {
  return head.behind == 0 ? 0 : parts.words()[head.behind - 1].end;
}

void read_locators(Draft& draft) {
  draft.source.url = take_url(draft.parts);
  draft.source.page = take_page(draft.parts);
  draft.source.symbol = take_symbol(draft.parts);
  draft.source.date = take_date(draft.parts);
}

void read_title(Draft& draft) {
  if (draft.parts.enclosed().quotations.empty()) return;
  const Range first = draft.parts.enclosed().quotations.front();
  draft.source.title = squeeze(quoted_text(draft.parts.part(first.begin, first.end)));
  draft.parts.take(first.begin, first.end);
}

void read_treaty(Draft& draft) {
  std::vector<std::string> named;
  for (const Mention& mention : draft.vocabulary.mentions(Table::treaties, draft.parts.text())) {
    if (draft.parts.quoted(mention.begin)) continue;
    std::vector<std::string> ids = mention.ids;
    if (ids.size() > 1) {
      std::erase_if(ids, [&](const std::string& id) {
        return std::ranges::find(draft.page.treaty, id) == draft.page.treaty.end();
      });
    }
    if (ids.size() == 1 && std::ranges::find(named, ids[0]) == named.end()) named.push_back(ids[0]);
  }
  if (named.empty()) named = treaties_by_code(draft);
  if (named.size() != 1) return;
  draft.source.treaty = std::move(named);
  draft.source.treaty_from = SourceOrigin::note;
}

bool read_owner(Draft& draft, const Head& head) {
  const auto& words = draft.parts.words();
  if (head.first == 0) return false;
  const std::string before = draft.parts.left(0, words[head.first].begin);
  for (const Mention& mention : draft.vocabulary.mentions(Table::states, before)) {
    if (mention.ids.size() != 1) continue;
    set_state(draft.source, mention.ids, SourceOrigin::note);
    if (begins_with_post(words)) draft.source.office = without_possessive(before);
    return true;
  }
  for (std::size_t i = 0; i < head.first; ++i) {
    const bool code = is_one_of(words[i].text, {"US", "UK"});
    const bool name = words[i].capital() && words[i].text.size() > 3 && !words[i].all_capitals();
    if (!code && !name) continue;
    auto ids = draft.vocabulary.resolve(Table::states, words[i].key);
    if (ids.size() != 1) continue;
    set_state(draft.source, std::move(ids), SourceOrigin::note);
    return true;
  }
  for (std::size_t i = 0; i < head.first; ++i) {
    const std::string body = draft.parts.left(words[i].begin, words[head.first].begin);
    if (!is_independent(body) && !is_body(body)) continue;
    std::size_t last = i;
    while (last + 1 < head.first && (words[last + 1].capital() || words[last + 1].key == "of" ||
                                     words[last + 1].key == "and")) {
      ++last;
    }
    std::string office = draft.parts.left(words[i].begin, words[last].end);
    office = without_possessive(std::move(office));
    draft.source.office = std::string(without_article(office));
    return true;
  }
  return false;
}

void set_state(CitedSource& source, std::vector<std::string> state, SourceOrigin from) {
  if (state.empty()) return;
  source.state = std::move(state);
  source.state_from = from;
}

void inherit_state(Draft& draft, bool any_page) {
  if (!draft.source.state.empty() || draft.page.state.size() != 1) return;
  if (!any_page && !draft.page.type.empty()) {
    const auto types = draft.vocabulary.type_and_wider(draft.page.type);
    const bool about_state = std::ranges::any_of(types, [](const std::string& type) {
      return is_one_of(type, {"report", "web_page", "article", "dataset"});
    });
    if (!about_state) return;
  }
  set_state(draft.source, draft.page.state, SourceOrigin::document);
}

bool is_place_like(std::string_view text) {
  const auto words = note_words(text);
  if (words.empty() || words.size() > 4 || is_role(text)) return false;
  if (is_known_place(text)) return true;
  if (is_body(text) || is_independent(text)) return false;
  return std::ranges::all_of(words, [](const NoteWord& word) {
    return word.capital() || is_one_of(word.key, {"of", "de", "la", "el", "and", "del", "es"});
  });
}

std::string take_place(const Draft& draft, std::vector<Clause>& clauses, bool sure) {
  if (clauses.empty()) return {};
  const auto text = [&](const Clause& clause) {
    return draft.parts.left(clause.begin, clause.end);
  };
  const std::string last = text(clauses.back());
  if (is_one_of(last, {"DC", "D.C"}) && clauses.size() > 1) {
    const std::string city = text(clauses[clauses.size() - 2]);
    if (!is_place_like(city)) {
      // `Embassy of Palau in Washington, DC`
      clauses[clauses.size() - 2].end = clauses.back().end;
      clauses.pop_back();
      return {};
    }
    clauses.resize(clauses.size() - 2);
    return city + ", " + last;
  }
  if (!is_place_like(last)) return {};
  const bool country =
      draft.vocabulary.resolve(Table::states, last).size() == 1 && !is_known_place(last);
  if (country && clauses.size() > 1) {
    const std::string city = text(clauses[clauses.size() - 2]);
    if (is_known_place(city) || (!sure && is_place_like(city))) {
      clauses.resize(clauses.size() - 2);
      return city + ", " + last;
    }
  }
  if (sure && !is_known_place(last)) return {};
  clauses.pop_back();
  return last;
}

}  // namespace pincite
