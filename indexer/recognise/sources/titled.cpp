#include <algorithm>
#include <array>

#include "corpus/text.h"
#include "indexer/recognise/sources/cited_dates.h"
#include "indexer/recognise/sources/cited_meetings.h"
#include "indexer/recognise/sources/known_places.h"
#include "indexer/recognise/sources/locators.h"
#include "indexer/recognise/sources/readers.h"
#include "indexer/recognise/sources/speakers.h"
#include "indexer/recognise/sources/symbols.h"

namespace pincite {
namespace {

bool is_news_word(std::string_view key) {
  return is_one_of(key, {"reuters",  "afp",       "ap",        "associated",  "agence", "news",
                         "times",    "post",      "herald",    "xinhua",      "bbc",    "cnn",
                         "interfax", "itar-tass", "tass",      "ria",         "radio",  "daily",
                         "tribune",  "press",     "guardian",  "independent", "irin",   "telegraph",
                         "gazette",  "agency",    "newspaper", "television",  "tv",     "afp"});
}

bool is_news(std::string_view text) {
  const auto words = note_words(text);
  return std::ranges::any_of(words, [](const NoteWord& w) { return is_news_word(w.key); });
}

bool says_press_release(const Parts& parts) {
  const auto& words = parts.words();
  return find_words(words, "press release") < words.size() ||
         find_words(words, "news release") < words.size() ||
         find_words(words, "media release") < words.size();
}

/// Theme and state of a profile of the Monitor: `Country Profile: Palau: Mine Ban Policy`.
std::vector<std::string> profiled_state(std::string_view title, const Vocabulary& vocabulary) {
  while (!title.empty()) {
    const std::size_t colon = std::min(title.find(':'), title.size());
    auto state = states_named(title.substr(0, colon), vocabulary);
    if (!state.empty()) return state;
    title.remove_prefix(std::min(colon + 1, title.size()));
  }
  return {};
}

bool is_profile_title(std::string_view title) {
  const auto words = note_words(title);
  constexpr std::array<std::string_view, 6> kThemes = {
      "country profile", "mine ban policy", "cluster munition ban policy",
      "mine action",     "casualties",      "support for mine action"};
  return std::ranges::any_of(
      kThemes, [&](std::string_view theme) { return find_words(words, theme) < words.size(); });
}

class TitledReader {
 public:
  explicit TitledReader(Draft& draft) : draft_(draft) {}

  bool read() {
    CitedSource& source = draft_.source;
    if (!find_title()) return false;
    // a sentence goes on behind what it quotes
    if (!before_.empty() && !is_prefix(before_)) return false;
    const bool accessed =
        find_words(draft_.parts.words(), "accessed") < draft_.parts.words().size();
    if (read_titled_cable()) return true;
    source.url = take_url(draft_.parts);
    source.page = take_page(draft_.parts);
    source.date = take_date(draft_.parts);
    take_brackets();
    if (!source.date) source.date = take_year(draft_.parts);
    read_behind();
    return tell_type(accessed);
  }

 private:
  /// Finds the title and what stands before it. An opening or a closing mark that is missing leaves
  /// the title between the unit's start or end and the mark that is there.
  bool find_title() {
    const Enclosed& enclosed = draft_.parts.enclosed();
    const std::string_view text = draft_.parts.text();
    Range title;
    if (!enclosed.quotations.empty() && enclosed.quotations.front().begin < kFurthestTitle) {
      title = enclosed.quotations.front();
      draft_.source.title = squeeze(quoted_text(text.substr(title.begin, title.end - title.begin)));
    } else if (!enclosed.unopened.empty()) {
      constexpr std::size_t kClosingMark = 3;  // bytes
      const std::size_t end = enclosed.unopened.front();
      title = {0, static_cast<std::uint32_t>(end + kClosingMark)};
      std::string_view words = trim(text.substr(0, end));
      while (words.ends_with(',')) words.remove_suffix(1);
      draft_.source.title = squeeze(words);
    } else {
      return false;
    }
    title_end_ = title.end;
    draft_.parts.take(title.begin, title.end);
    before_ = draft_.parts.left(0, title.begin);
    draft_.parts.take(0, title.begin);
    const auto words = note_words(draft_.source.title);
    return !words.empty() && (words.front().capital() || words.size() > 2);
  }

  /// An author or a body, and no part of a sentence: it ends in a comma.
  bool is_prefix(const std::string& before) const {
    std::string_view text = trim(draft_.parts.text().substr(0, title_begin()));
    if (!text.ends_with(',') && !text.ends_with(':')) return false;
    return std::ranges::all_of(note_words(before), [](const NoteWord& word) {
      return word.capital() || word.text.size() <= 4 ||
             word.text.find_first_of("0123456789") != std::string_view::npos;
    });
  }

  std::size_t title_begin() const {
    const auto& quotations = draft_.parts.enclosed().quotations;
    return quotations.empty() ? 0 : quotations.front().begin;
  }

  /// `“Title,” US Department of State cable 08PLACE12 dated DATE, released by X on DATE`.
  bool read_titled_cable() {
    const auto& words = draft_.parts.words();
    std::size_t noun = draft_.parts.word_at(title_end_);
    while (noun < words.size() && !is_one_of(words[noun].key, {"cable", "cablegram"})) ++noun;
    constexpr std::size_t kFurthestNoun = 8;  // words
    if (noun == words.size() || noun > draft_.parts.word_at(title_end_) + kFurthestNoun) {
      return false;
    }
    Draft draft = draft_;
    const Head head{SourceShape::cable, "cable", noun, noun + 1};
    if (!read_cable(draft, head)) return false;
    draft.source.title = draft_.source.title;
    draft.source.publisher = before_;
    draft.source.office.clear();
    draft_.source = std::move(draft.source);
    return true;
  }

  /// A place stands in brackets behind the newspaper.
  void take_brackets() {
    for (const Range& bracket : draft_.parts.enclosed().brackets) {
      if (draft_.parts.taken(bracket.begin)) continue;
      const std::string inside = draft_.parts.left(bracket.begin + 1, bracket.end - 1);
      if (bracket.begin > title_end_ && draft_.source.place.empty() && is_place_like(inside)) {
        draft_.source.place = inside;
      }
      draft_.parts.take(bracket.begin, bracket.end);
    }
  }

  void read_behind() {
    CitedSource& source = draft_.source;
    std::vector<std::string> behind;
    for (const Segment& segment : draft_.parts.segments(title_end_)) {
      behind.push_back(draft_.parts.left(segment.begin, segment.end));
    }
    for (std::size_t i = 0; i < behind.size(); ++i) {
      const std::string& words = behind[i];
      const auto all = note_words(words);
      if (all.empty()) continue;
      if (is_one_of(all[0].key, {"presentation", "statement", "paper", "speech"})) {
        presented_ = all[0].key != "paper";
      }
      if (is_meeting(words, draft_.vocabulary) && !is_news(words)) {
        meeting_ = words;
      } else if (is_known_place(words) || is_one_of(words, {"DC", "D.C"}) ||
                 (i > 0 && draft_.vocabulary.resolve(Table::states, words).size() == 1)) {
        source.place += (source.place.empty() ? "" : ", ") + words;
      } else if (all[0].capital() && publication_.empty() && !describes_document(words)) {
        publication_ = words;
      }
    }
  }

  static bool describes_document(std::string_view words) {
    const auto all = note_words(words);
    return is_one_of(all[0].key,
                     {"press",   "news",      "report",       "vol",   "volume",
                      "no",      "issue",     "presentation", "paper", "briefing",
                      "fact",    "factsheet", "statement",    "media", "section",
                      "chapter", "working",   "website",      "draft", "unpublished"}) &&
           !is_news_agency(all);
  }

  static bool is_news_agency(const std::vector<NoteWord>& words) {
    return words.size() > 1 && is_one_of(words[1].key, {"agency", "association", "trust", "times"});
  }

  bool tell_type(bool accessed) {
    CitedSource& source = draft_.source;
    if (says_press_release(draft_.parts)) {
      source.type = "press_release";
      source.publisher = publication_.empty() ? before_ : publication_;
    } else if (is_monitor_profile()) {
      return true;
    } else if (presented_ && !meeting_.empty()) {
      return read_presentation();
    } else if (!publication_.empty() && source.date && !is_website()) {
      source.type = "press_item";
      source.publisher = publication_;
      if (is_person(before_) && !is_body(before_)) source.person = before_;
      // a body that publishes under its own name is no newspaper
      if (!before_.empty() && source.person.empty() && is_independent(before_)) {
        source.type = "report_other";
        source.publisher = before_;
        const bool place = note_words(publication_).size() == 1 && is_place_like(publication_);
        if (place && source.place.empty()) source.place = publication_;
      }
    } else if (!before_.empty() && (source.date || !source.page.empty())) {
      read_issued();
    } else if (!source.url.empty()) {
      source.type = "web_page";
      source.publisher = publication_.empty() ? before_ : without_website(publication_);
    } else {
      return false;
    }
    if (accessed && source.type == "press_item" && !source.date) source.type = "web_page";
    return source.date || !source.url.empty() || !source.page.empty();
  }

  void read_issued() {
    CitedSource& source = draft_.source;
    source.publisher = before_;
    source.type = is_news(before_) && !is_independent(before_) ? "press_item" : "report_other";
    if (is_person(before_) && !is_body(before_) && !is_news(before_)) {
      source.person = before_;
      source.publisher.clear();
      source.type.clear();
    }
  }

  bool is_website() const {
    const auto words = note_words(publication_);
    return !words.empty() && is_one_of(words.back().key, {"website", "site", "webpage"});
  }

  static std::string without_website(const std::string& publication) {
    const std::size_t at = publication.rfind(" website");
    return at == std::string::npos ? publication : publication.substr(0, at);
  }

  bool is_monitor_profile() {
    const auto words = note_words(before_);
    const bool monitor =
        find_words(words, "monitor") < words.size() || find_words(words, "icbl-cmc") < words.size();
    CitedSource& source = draft_.source;
    if (!monitor || !is_profile_title(source.title)) return false;
    source.type = "country_profile";
    source.publisher = before_;
    set_state(source, profiled_state(source.title, draft_.vocabulary), SourceOrigin::note);
    inherit_state(draft_, false);
    return true;
  }

  bool read_presentation() {
    CitedSource& source = draft_.source;
    source.type = "presentation";
    if (is_person(before_) && !is_body(before_)) {
      source.person = before_;
    } else {
      set_state(source, states_named(before_, draft_.vocabulary), SourceOrigin::note);
      if (source.state.empty()) source.office = before_;
    }
    const std::size_t to = meeting_.find(" to ");
    const std::string name = to == std::string::npos ? meeting_ : meeting_.substr(to + 4);
    const CitedMeeting found = cited_meeting(std::string(without_article(name)), {}, source.date,
                                             draft_.page, draft_.vocabulary);
    source.meeting = found.meeting;
    source.treaty = found.treaty;
    if (!found.treaty.empty()) {
      source.treaty_from = found.by_page ? SourceOrigin::document : SourceOrigin::note;
    }
    return true;
  }

  static constexpr std::size_t kFurthestTitle = 160;  // bytes; authors before it

  Draft& draft_;
  std::string before_;       // author or issuer
  std::string publication_;  // newspaper, agency
  std::string meeting_;
  std::size_t title_end_ = 0;
  bool presented_ = false;
};

}  // namespace

bool read_titled(Draft& draft) { return TitledReader(draft).read(); }

}  // namespace pincite
