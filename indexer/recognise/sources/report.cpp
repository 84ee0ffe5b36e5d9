#include <algorithm>

#include "corpus/dates.h"
#include "corpus/text.h"
#include "indexer/recognise/sources/cited_dates.h"
#include "indexer/recognise/sources/known_places.h"
#include "indexer/recognise/sources/locators.h"
#include "indexer/recognise/sources/readers.h"
#include "indexer/recognise/sources/speakers.h"

namespace pincite {
namespace {

/// `(Coulsdon: Hale & Sons, 2003)`, `(London, 1975)`: what a book's brackets hold.
struct Imprint {
  Range at;
  std::string place;
  std::string publisher;
  std::optional<Period> year;
};

bool is_place_name(std::string_view text) {
  return is_known_place(text) ||
         (is_place_like(text) && text.find_first_of("0123456789") == std::string_view::npos);
}

/// `October 2020`, where it is all of the text.
std::optional<Period> whole_date(std::string_view text) {
  const std::vector<FoundDate> dates = find_dates(text);
  const bool whole = dates.size() == 1 && dates[0].begin == 0 && dates[0].end == text.size();
  return whole ? std::optional(dates[0].period) : std::nullopt;
}

std::optional<Imprint> find_imprint(const Parts& parts) {
  for (const Range& bracket : parts.enclosed().brackets) {
    const std::string_view inside = parts.part(bracket.begin + 1, bracket.end - 1);
    const std::size_t comma = inside.find_last_of(',');
    if (comma == std::string_view::npos) continue;
    const std::string_view last = trim(inside.substr(comma + 1));
    const auto year = last.size() == 4 ? year_at(last, 0) : whole_date(last);
    if (!year) continue;
    Imprint imprint{bracket, {}, {}, year};
    const std::string_view before = inside.substr(0, comma);
    const std::size_t colon = before.find(':');
    const std::size_t inner = before.find_last_of(',');
    if (colon != std::string_view::npos) {
      imprint.place = squeeze(before.substr(0, colon));
      imprint.publisher = squeeze(before.substr(colon + 1));
    } else if (inner != std::string_view::npos && is_known_place(before.substr(inner + 1))) {
      imprint.publisher = squeeze(before.substr(0, inner));
      imprint.place = squeeze(before.substr(inner + 1));
    } else if (is_known_place(before)) {
      imprint.place = squeeze(before);
    } else {
      continue;
    }
    if (!is_place_name(imprint.place)) continue;
    return imprint;
  }
  return std::nullopt;
}

/// A title whose quotation mark is never closed.
std::string without_open_mark(const std::string& title) {
  for (const std::string_view mark : {"“", "„", "«", "\""}) {
    if (title.starts_with(mark)) return title.substr(mark.size());
  }
  return title;
}

bool is_editor(std::string_view text) {
  const auto words = note_words(text);
  return words.size() == 1 && is_one_of(words[0].key, {"ed", "eds", "editor", "editors"});
}

/// Whether `text` is the name of a body as a citation begins with it: `Ministry of Defence`, and
/// not a part of a sentence (`the Prime Minister`, `The Board’s report`).
bool is_issuer(std::string_view text) {
  const auto words = note_words(text);
  return is_body(text) && words[0].capital() && text.size() <= 80 &&
         std::ranges::all_of(words, [](const NoteWord& word) {
           return word.capital() ||
                  is_one_of(word.key, {"of", "and", "for", "the", "on", "in", "de", "la", "du",
                                       "des", "et", "y", "del"});
         });
}

bool is_title(std::string_view text) {
  const auto words = note_words(text);
  return !words.empty() && words[0].capital() && text.size() >= 6 && words.size() >= 2;
}

}  // namespace

bool read_book(Draft& draft) {
  CitedSource& source = draft.source;
  const auto imprint = find_imprint(draft.parts);
  if (!imprint) return false;
  const auto all = draft.parts.segments(0);
  if (all.empty() || all[0].begin >= imprint->at.begin) return false;
  std::vector<std::string> before;
  for (const Segment& segment : all) {
    if (segment.begin >= imprint->at.begin) break;
    const std::size_t end = std::min<std::size_t>(segment.end, imprint->at.begin);
    before.push_back(draft.parts.left(segment.begin, end));
  }
  std::size_t title = 0;
  if (before.size() > 1 && (is_person(before[0]) || is_body(before[0]))) {
    const bool author = is_person(before[0]) && !is_body(before[0]) && !is_independent(before[0]);
    (author ? source.person : source.publisher) = before[0];
    title = 1;
    while (title + 1 < before.size() && is_editor(before[title])) ++title;
  }
  const auto words = note_words(before[title]);
  if (words.empty() || !words[0].capital()) return false;
  source.title = before[title];
  // what a body issues under its own name is a report
  source.type = source.publisher.empty() ? "book" : "report_other";
  source.place = imprint->place;
  if (source.publisher.empty()) source.publisher = imprint->publisher;
  source.date = imprint->year;
  draft.parts.take(imprint->at.begin, imprint->at.end);
  source.url = take_url(draft.parts);
  source.page = take_page(draft.parts);
  return true;
}

bool read_report(Draft& draft) {
  CitedSource& source = draft.source;
  if (!draft.parts.enclosed().quotations.empty()) return false;
  const auto& words = draft.parts.words();
  if (words.empty() || !words[0].capital()) return false;
  source.url = take_url(draft.parts);
  source.page = take_page(draft.parts);
  source.date = take_date(draft.parts);
  for (const Range& bracket : draft.parts.enclosed().brackets) {
    draft.parts.take(bracket.begin, bracket.end);
  }
  if (!source.date) source.date = take_year(draft.parts);
  if (!source.date && source.page.empty()) return false;
  std::vector<std::string> left;
  for (const Segment& segment : draft.parts.segments(0)) {
    left.push_back(draft.parts.left(segment.begin, segment.end));
  }
  if (left.empty()) return false;
  // `Report of the Palauan Delegation to the OSCE, 5 May 2001`
  if (says(words, 0, "report of") || says(words, 0, "report on") || says(words, 0, "report by") ||
      says(words, 0, "annual report")) {
    source.type = "report_other";
    source.title = left[0];
    return true;
  }
  // an issuer that is left behind a date is a part of a sentence
  if (left.size() < 2 || !is_issuer(left[0]) || !draft.parts.text().starts_with(left[0]) ||
      !is_title(left[1])) {
    return false;
  }
  source.publisher = left[0];
  source.title = without_open_mark(left[1]);
  source.type = "report_other";
  if (left.size() > 2 && is_known_place(left.back())) source.place = left.back();
  return true;
}

}  // namespace pincite
