#include "indexer/recognise/sources/cited_dates.h"

#include <algorithm>
#include <array>

#include "corpus/dates.h"
#include "corpus/text.h"

namespace pincite {
namespace {

constexpr int kLongestOwnDate =
    62;  // days; a report is not dated with a span as long as two months

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Days that a period has, roughly: enough to tell a meeting's days from what a year's report is
/// on.
int days(const Period& period) {
  const auto number = [](int day) { return day / 10000 * 366 + day / 100 % 100 * 31 + day % 100; };
  return number(period.last_day()) - number(period.first_day()) + 1;
}

struct Cue {
  std::size_t first = 0;  // word
  std::size_t behind = 0;
};

constexpr std::array kCues = std::to_array<std::string_view>(
    {"reporting period", "calendar year", "the period", "the year", "the years", "period",
     "pour l'annee", "pour la periode", "para el ano", "periode", "за период", "за"});

/// The words that introduce a period, from words[i] on.
std::optional<Cue> period_cue(const std::vector<NoteWord>& words, std::size_t i) {
  std::size_t at = i;
  const bool introduced = is_one_of(words[i].key, {"for", "covering", "covers", "on", "reporting"});
  if (introduced && words[i].key != "reporting") ++at;
  while (at < words.size() && is_one_of(words[at].key, {"the", "its"})) ++at;
  for (const std::string_view cue : kCues) {
    if (says(words, at, cue)) {
      at += count_words(cue);
      while (at < words.size() && is_one_of(words[at].key, {"from", "of", "years", "year", "du"})) {
        ++at;
      }
      return Cue{i, at};
    }
  }
  if (!introduced || !is_one_of(words[i].key, {"for", "covering"})) return std::nullopt;
  if (at < words.size() && words[at].key == "from") ++at;
  return Cue{i, at};
}

std::optional<FoundDate> year_span(std::string_view text, std::size_t at) {
  const auto first = year_at(text, at);
  if (!first) return std::nullopt;
  std::size_t behind = at + 4;
  for (const std::string_view dash : {"–", "-", "/", " to ", " – ", " - ", " and "}) {
    if (!text.substr(behind).starts_with(dash)) continue;
    const std::size_t second = behind + dash.size();
    if (const auto last = year_at(text, second); last && first->last_day() <= last->first_day()) {
      return FoundDate{at, second + 4, Period(first->begin(), last->begin())};
    }
  }
  return FoundDate{at, behind, *first};
}

/// The date or year that begins right at `at`.
std::optional<FoundDate> date_at(const std::vector<FoundDate>& dates, std::string_view text,
                                 std::size_t at) {
  const auto found = std::ranges::find(dates, at, &FoundDate::begin);
  if (found != dates.end()) return *found;
  return year_span(text, at);
}

/// From the bracket or comma before `begin` to the one behind `end`, where nothing but words of the
/// period stand between.
void take_around(Parts& parts, std::size_t begin, std::size_t end) {
  const auto bracket = range_around(parts.enclosed().brackets, begin);
  if (bracket && bracket->begin + 1 == begin && bracket->end == end + 1) {
    parts.take(bracket->begin, bracket->end);
  } else {
    parts.take(begin, end);
  }
}

/// Words that make the date behind them none of the source's own.
bool disowns(const std::vector<NoteWord>& words, std::size_t before, std::size_t from) {
  for (std::size_t i = from; i < before; ++i) {
    if (is_one_of(words[i].key,
                  {"due", "deadline", "accessed", "viewed", "retrieved", "consulted", "expires",
                   "expired", "expiring", "since", "until", "visited", "later"})) {
      return true;
    }
    if (says(words, i, "as of") || says(words, i, "as at")) return true;
  }
  return false;
}

/// Index of the first word of the segment that byte `at` stands in.
std::size_t first_word_of_segment(const Parts& parts, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 &&
         std::string_view(",;([").find(parts.text()[begin - 1]) == std::string_view::npos) {
    --begin;
  }
  return parts.word_at(begin);
}

}  // namespace

std::optional<Period> year_at(std::string_view text, std::size_t at) {
  if (at + 4 > text.size() || (at > 0 && is_digit(text[at - 1]))) return std::nullopt;
  if (at + 4 < text.size() && is_digit(text[at + 4])) return std::nullopt;
  const std::string_view year = text.substr(at, 4);
  if (!std::ranges::all_of(year, is_digit)) return std::nullopt;
  if (!year.starts_with("18") && !year.starts_with("19") && !year.starts_with("20")) {
    return std::nullopt;
  }
  return Period::parse(year);
}

std::optional<Period> take_period(Parts& parts) {
  const std::vector<FoundDate> dates = find_dates(parts.text());
  const auto& words = parts.words();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto cue = period_cue(words, i);
    if (!cue || cue->behind >= words.size()) continue;
    const auto date = date_at(dates, parts.text(), words[cue->behind].begin);
    if (!date || parts.taken(date->begin)) continue;
    take_around(parts, words[i].begin, date->end);
    return date->period;
  }
  for (const FoundDate& date : dates) {
    if (parts.quoted(date.begin) || days(date.period) <= kLongestOwnDate) continue;
    take_around(parts, date.begin, date.end);
    return date.period;
  }
  return std::nullopt;
}

std::optional<Period> take_date(Parts& parts) {
  std::optional<Period> own;
  for (const FoundDate& date : find_dates(parts.text())) {
    if (parts.quoted(date.begin) || parts.taken(date.begin)) continue;
    const std::size_t first = first_word_of_segment(parts, date.begin);
    const std::size_t word = parts.word_at(date.begin);
    std::size_t begin = date.begin;
    if (disowns(parts.words(), word, first)) {
      begin = parts.words()[first].begin;
    } else {
      own = date.period;
      if (word > 0 && is_one_of(parts.words()[word - 1].key,
                                {"dated", "on", "of", "from", "le", "du", "de", "el", "от"})) {
        begin = parts.words()[word - 1].begin;
      }
      // `8 April 2013 and 11 May 2013`
      if (word > 1 && parts.words()[word - 1].key == "and" &&
          parts.taken(parts.words()[word - 2].begin)) {
        begin = parts.words()[word - 1].begin;
      }
      if (word > 1 && begin != date.begin &&
          is_one_of(parts.words()[word - 2].key, {"submitted", "sent", "received", "held"})) {
        begin = parts.words()[word - 2].begin;
      }
    }
    take_around(parts, begin, date.end);
  }
  return own;
}

std::optional<Period> take_year(Parts& parts) {
  const auto& words = parts.words();
  for (std::size_t i = words.size(); i-- > 0;) {
    const NoteWord& word = words[i];
    if (word.text.size() != 4 || parts.taken(word.begin)) continue;
    const auto span = year_span(parts.text(), word.begin);
    if (!span) continue;
    const std::string_view before = trim(parts.text().substr(0, word.begin));
    const std::string_view behind = trim(parts.text().substr(word.end));
    const bool opens = before.empty() || before.ends_with(',') || before.ends_with('(');
    const bool closes = behind.empty() || behind.starts_with(',') || behind.starts_with(')') ||
                        behind.starts_with('(');
    if (!opens || !closes || disowns(words, i, first_word_of_segment(parts, word.begin))) continue;
    take_around(parts, word.begin, word.end);
    return span->period;
  }
  return std::nullopt;
}

}  // namespace pincite
