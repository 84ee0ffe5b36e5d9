#include <algorithm>
#include <array>

#include "indexer/recognise/sources/cited_dates.h"
#include "indexer/recognise/sources/cited_meetings.h"
#include "indexer/recognise/sources/known_places.h"
#include "indexer/recognise/sources/readers.h"
#include "indexer/recognise/sources/speakers.h"
#include "indexer/recognise/sources/symbols.h"

namespace pincite {
namespace {

/// The clauses that name the document itself, and not what it is: `UN document`, `Doc.`
bool says_only_document(std::string_view text) {
  const auto words = note_words(text);
  return std::ranges::all_of(words, [](const NoteWord& word) {
    return is_one_of(
        word.key, {"un",        "united",     "nations",  "doc",        "docs",        "document",
                   "documents", "press",      "release",  "first",      "fourth",      "committee",
                   "unga",      "general",    "assembly", "resolution", "resolutions", "security",
                   "council",   "the",        "of",       "adopted",    "unscr",       "unsc",
                   "official",  "records",    "draft",    "symbol",     "res",         "contained",
                   "in",        "circulated", "as",       "working",    "paper"});
  });
}

/// The issuer before the title, the title where it is not quoted.
void read_issuer_and_title(Draft& draft) {
  CitedSource& source = draft.source;
  const std::size_t quoted = draft.parts.enclosed().quotations.empty()
                                 ? std::string::npos
                                 : draft.parts.enclosed().quotations.front().begin;
  read_title(draft);
  for (const Segment& segment : draft.parts.segments(0)) {
    const std::string words = draft.parts.left(segment.begin, segment.end);
    // a sentence that mentions the symbol is no title
    if (draft.parts.part(segment.begin, segment.end).find(source.symbol) !=
        std::string_view::npos) {
      continue;
    }
    const bool before = quoted == std::string::npos || segment.begin < quoted;
    const bool issuer = before && is_one_of(words, {"UN", "United Nations", "UN General Assembly",
                                                    "UN Security Council", "UNGA"});
    if (issuer) source.publisher = words;
    if (issuer || says_only_document(words)) continue;
    if (source.publisher.empty() && before && is_body(words) && words.size() < 60) {
      source.publisher = words;
    } else if (source.title.empty() && note_words(words).front().capital() &&
               !is_known_place(words) && draft.vocabulary.resolve(Table::states, words).empty()) {
      source.title = words;
    } else if (source.place.empty() && is_place_like(words) && !before) {
      source.place = words;
    }
  }
}

bool is_final_report(std::string_view title) {
  const auto words = note_words(title);
  return says(words, 0, "final report") || says(words, 0, "final document");
}

}  // namespace

bool read_un_document(Draft& draft) {
  CitedSource& source = draft.source;
  source.url = "";
  read_locators(draft);
  const bool document = !source.symbol.empty();
  if (!document) source.symbol = take_resolution(draft.parts);
  if (source.symbol.empty()) return false;
  source.type = type_by_symbol(source.symbol);
  const SymbolFacts facts = facts_of_symbol(source.symbol, draft.vocabulary);
  source.meeting = facts.meeting;
  source.treaty = facts.treaty;
  if (!source.treaty.empty()) source.treaty_from = SourceOrigin::note;
  if (!source.date) source.date = take_year(draft.parts);
  if (!source.date) source.date = facts.year;
  for (const Range& bracket : draft.parts.enclosed().brackets) {
    draft.parts.take(bracket.begin, bracket.end);
  }
  read_issuer_and_title(draft);
  if (source.type == "meeting_doc" && is_final_report(source.title)) source.type = "final_report";
  return true;
}

namespace {

/// `Mine Ban Treaty, Article 5.1`, `Article 5 of the Mine Ban Treaty`: nothing but a treaty and its
/// articles.
bool read_articles(Draft& draft) {
  const auto mentions = draft.vocabulary.mentions(Table::treaties, draft.parts.text());
  if (mentions.size() != 1) return false;
  bool article = false;
  for (const NoteWord& word : draft.parts.words()) {
    if (word.begin >= mentions[0].begin && word.begin < mentions[0].end) continue;
    article = article || is_one_of(word.key, {"article", "articles", "art", "arts", "preamble"});
    const bool number = word.text.find_first_of("0123456789") != std::string_view::npos;
    if (!number && word.text.size() > 1 &&
        !is_one_of(word.key, {"article", "articles", "art", "arts", "of", "the", "and", "paragraph",
                              "para", "paragraphs", "preamble", "to", "preambular"})) {
      return false;
    }
  }
  if (!article || !draft.parts.enclosed().quotations.empty()) return false;
  draft.source.type = "treaty_text";
  read_treaty(draft);
  return true;
}

struct NamedDocument {
  std::string_view words;
  std::string_view type;
};

constexpr std::array kDocuments = std::to_array<NamedDocument>({
    {"extension request", "extension_request"},
    {"request for an extension", "extension_request"},
    {"request for extension", "extension_request"},
    {"final report of the", "final_report"},
    {"final report", "final_report"},
    {"final document", "final_report"},
    {"action plan", "action_plan"},
    {"progress report", "action_plan"},
});

}  // namespace

bool read_treaty_document(Draft& draft) {
  if (read_articles(draft)) return true;
  CitedSource& source = draft.source;
  const auto& words = draft.parts.words();
  constexpr std::size_t kMostBefore = 8;  // words
  for (const NamedDocument& document : kDocuments) {
    const std::size_t at = find_words(words, document.words);
    if (at > kMostBefore || at == words.size()) continue;
    read_treaty(draft);
    read_locators(draft);
    if (!source.date) source.date = take_year(draft.parts);
    const std::string rest = draft.parts.left(words[at].begin, draft.parts.text().size());
    std::string meeting;
    for (const Segment& segment :
         draft.parts.segments(words[at + count_words(document.words) - 1].end)) {
      const std::string words_of = draft.parts.left(segment.begin, segment.end);
      if (is_meeting(words_of, draft.vocabulary)) meeting = words_of;
    }
    if (!meeting.empty()) {
      const CitedMeeting found = cited_meeting(std::string(without_article(meeting)), source.treaty,
                                               source.date, draft.page, draft.vocabulary);
      source.meeting = found.meeting;
      if (source.treaty.empty() && !found.treaty.empty()) {
        source.treaty = found.treaty;
        source.treaty_from = found.by_page ? SourceOrigin::document : SourceOrigin::note;
      }
    }
    const bool known = !source.meeting.empty() || source.date || !source.treaty.empty();
    if (!known) continue;
    source.type = document.type;
    if (document.type == "extension_request") {
      const Head head{SourceShape::treaty_report, document.type, at,
                      at + count_words(document.words)};
      read_owner(draft, head);
      source.office.clear();
      inherit_state(draft, false);
    }
    return true;
  }
  return false;
}

}  // namespace pincite
