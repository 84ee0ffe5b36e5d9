#include <algorithm>

#include "corpus/dates.h"
#include "corpus/text.h"
#include "indexer/recognise/sources/cited_dates.h"
#include "indexer/recognise/sources/locators.h"
#include "indexer/recognise/sources/readers.h"
#include "indexer/recognise/sources/speakers.h"

namespace pincite {
namespace {

bool is_law_word(const NoteWord& word) {
  return word.capital() &&
         is_one_of(word.key,
                   {"act",         "law",        "decree",      "bill",         "ordinance",
                    "order",       "code",       "regulation",  "regulations",  "proclamation",
                    "edict",       "ordonnance", "loi",         "decret",       "arrete",
                    "ley",         "decreto",    "lei",         "legge",        "закон",
                    "указ",        "gesetz",     "legislation", "constitution", "decree-law",
                    "decreto-lei", "decreto-ley"});
}

bool is_gazette(std::string_view text) {
  const auto words = note_words(text);
  return std::ranges::any_of(words, [](const NoteWord& word) {
    return is_one_of(word.key, {"gazette", "journal", "diario", "boletin", "gaceta", "gazeta",
                                "bulletin", "moniteur"});
  });
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

/// `Act No. 48 of 2000`, `No. 14.123`: from the law's word, where its number follows, to the end of
/// its segment. Empty where the law has no number.
std::string number_of(const Parts& parts, const Segment& segment) {
  const auto& words = parts.words();
  for (std::size_t i = parts.word_at(segment.begin);
       i < words.size() && words[i].begin < segment.end; ++i) {
    const bool marked = is_one_of(words[i].key, {"no", "nº", "n°", "n", "num", "№", "number"});
    const bool bare = is_law_word(words[i]);
    if ((!marked && !bare) || i + 1 == words.size() || !has_digit(words[i + 1].text)) continue;
    if (parts.part(words[i].end, words[i + 1].begin).find(',') != std::string_view::npos) continue;
    std::size_t first = i;
    const bool named_before =
        i > 0 && is_law_word(words[i - 1]) &&
        parts.part(words[i - 1].end, words[i].begin).find(',') == std::string_view::npos;
    if (marked && named_before) --first;
    std::size_t last = i + 1;
    if (last + 2 < words.size() && words[last + 1].key == "of" && has_digit(words[last + 2].text) &&
        words[last + 2].begin < segment.end) {
      last += 2;
    }
    return std::string(parts.part(words[first].begin, words[last].end));
  }
  return {};
}

}  // namespace

namespace {

/// `Penal Code, Article 264, DATE`: a name that ends in the law's word, and a date.
bool is_named_code(const Parts& parts, const std::vector<Segment>& all) {
  const auto words = note_words(parts.part(all[0].begin, all[0].end));
  const bool name = words.size() > 1 && is_law_word(words.back()) &&
                    std::ranges::all_of(words, [](const NoteWord& word) { return word.capital(); });
  return name && all.size() <= 3 && !find_dates(parts.text()).empty();
}

}  // namespace

bool read_debate(Draft& draft) {
  CitedSource& source = draft.source;
  const auto& words = draft.parts.words();
  const auto names_debate = [](std::string_view text) {
    const auto all = note_words(text);
    return find_words(all, "parliamentary debates") < all.size() ||
           find_words(all, "hansard") < all.size();
  };
  constexpr std::size_t kFurthest = 6;  // words
  const std::size_t first =
      std::min(find_words(words, "parliamentary debates"), find_words(words, "hansard"));
  if (first > kFurthest || first == words.size()) return false;
  for (const Range& bracket : draft.parts.enclosed().brackets) {
    draft.parts.take(bracket.begin, bracket.end);
  }
  source.url = take_url(draft.parts);
  source.page = take_page(draft.parts);
  source.date = take_date(draft.parts);
  for (const Segment& segment : draft.parts.segments(0)) {
    const std::string text = draft.parts.left(segment.begin, segment.end);
    if (names_debate(text)) {
      source.title = text;
      break;
    }
    source.publisher = text;
  }
  source.type = "parliamentary_record";
  inherit_state(draft, false);
  return source.date || !source.page.empty();
}

bool read_law(Draft& draft) {
  CitedSource& source = draft.source;
  const std::vector<Segment> all = draft.parts.segments(0);
  if (all.empty() || !draft.parts.enclosed().quotations.empty()) return false;
  const auto& words = draft.parts.words();
  if (words.empty() || !words[0].capital()) return false;
  const bool law = std::ranges::any_of(
      words, [&](const NoteWord& word) { return is_law_word(word) && word.begin < all[0].end; });
  if (!law) return false;
  source.url = take_url(draft.parts);
  source.page = take_page(draft.parts);
  std::string number = number_of(draft.parts, {0, draft.parts.text().size()});
  source.date = take_date(draft.parts);
  std::string gazette;
  for (std::size_t i = 1; i < all.size(); ++i) {
    const std::string text = draft.parts.left(all[i].begin, all[i].end);
    if (gazette.empty() && is_gazette(text)) gazette = text;
  }
  // `Anti-Personnel Mines Act, 2000`: the year is of the name
  std::size_t end = all[0].end;
  const bool year = all.size() > 1 && year_at(trim(draft.parts.part(all[1].begin, all[1].end)), 0);
  if (year)
    end = all[1].begin + (draft.parts.part(all[1].begin, all[1].end).find_first_of("12") + 4);
  if (number.empty() && gazette.empty() && !year && !is_named_code(draft.parts, all)) return false;
  const auto named = std::ranges::find_if(words, is_law_word);
  const std::size_t bracket = draft.parts.text().find(" (", named->begin);
  source.title =
      draft.parts.left(0, std::min(end, bracket == std::string_view::npos ? end : bracket));
  source.type = "national_law";
  source.symbol = number;
  source.publisher = gazette;
  set_state(source, state_of_office(source.title, draft.vocabulary), SourceOrigin::note);
  inherit_state(draft, false);
  return true;
}

}  // namespace pincite
