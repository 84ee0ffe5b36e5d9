#include "indexer/recognise/sources/read_citation.h"

#include <array>

#include "corpus/months.h"
#include "corpus/text.h"
#include "indexer/recognise/sources/cited_dates.h"
#include "indexer/recognise/sources/draft.h"
#include "indexer/recognise/sources/forms.h"
#include "indexer/recognise/sources/heads.h"
#include "indexer/recognise/sources/locators.h"
#include "indexer/recognise/sources/readers.h"

namespace pincite {
namespace {

constexpr std::size_t kLongestCitation = 2000;  // bytes
constexpr std::size_t kShortestCitation = 4;    // bytes: `Ibid`

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// `5 May` without a year, which is that of the source it repeats.
std::string day_and_month(const Parts& parts) {
  const auto& words = parts.words();
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (parts.taken(words[i].begin) || !is_number(words[i].text)) continue;
    const int month = month_named(words[i + 1].text).number;
    if (month == 0 || words[i].text.size() > 2) continue;
    const std::string digits = std::to_string(month);
    return (digits.size() == 1 ? "-0" : "-") + digits + (words[i].text.size() == 1 ? "-0" : "-") +
           std::string(words[i].text);
  }
  return {};
}

Repeat read_repeat(Draft& draft, const Head& head) {
  Repeat repeat;
  const auto& words = draft.parts.words();
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (is_one_of(words[i].key, {"note", "footnote", "fn", "endnote", "n"}) &&
        is_number(words[i + 1].text)) {
      repeat.note = words[i + 1].text;
      draft.parts.take(words[i].begin, words[i + 1].end);
      break;
    }
  }
  const std::string_view noun = words[head.first].key;
  repeat.previous = is_one_of(noun, {"ibid", "ibidem", "idem", "там"});
  if (!repeat.previous && head.first > 0) {
    repeat.name = draft.parts.left(0, words[head.first].begin);
  }
  repeat.told.page = take_page(draft.parts);
  repeat.told.form = take_forms(draft.parts);
  repeat.told.date = take_date(draft.parts);
  repeat.day = day_and_month(draft.parts);
  return repeat;
}

using Reader = bool (*)(Draft&, const Head&);

Reader reader_of(SourceShape shape) {
  switch (shape) {
    case SourceShape::speech:
      return read_speech;
    case SourceShape::treaty_report:
      return read_treaty_report;
    case SourceShape::questionnaire:
      return read_questionnaire;
    case SourceShape::correspondence:
      return read_correspondence;
    case SourceShape::conversation:
      return read_conversation;
    case SourceShape::monitor:
      return read_monitor;
    case SourceShape::cable:
      return read_cable;
    case SourceShape::repeat:
      break;
  }
  return nullptr;
}

std::optional<CitedSource> read_headless(const Draft& blank) {
  constexpr std::array kReaders = {read_un_document, read_titled, read_treaty_document, read_debate,
                                   read_law,         read_book,   read_report};
  for (const auto& reader : kReaders) {
    Draft draft = blank;
    if (reader(draft)) return std::move(draft.source);
  }
  return std::nullopt;
}

}  // namespace

ReadCitation read_citation(std::string_view text, const PageContext& page,
                           const Vocabulary& vocabulary) {
  if (text.size() < kShortestCitation || text.size() > kLongestCitation) return {};
  Draft draft{Parts(text), page, vocabulary};
  if (draft.parts.words().empty() || !cut_clause(draft.parts)) return {};
  const auto head = find_head(draft.parts, vocabulary);
  if (head && head->shape == SourceShape::repeat) return {std::nullopt, read_repeat(draft, *head)};
  if (head) {
    Draft headed = draft;
    if (reader_of(head->shape)(headed, *head)) return {std::move(headed.source), std::nullopt};
    if (head->shape != SourceShape::speech && head->shape != SourceShape::correspondence) return {};
  }
  const bool numbered = text.find_first_of("0123456789") != std::string_view::npos ||
                        text.find("www.") != std::string_view::npos;
  if (!numbered) return {};
  return {read_headless(draft), std::nullopt};
}

}  // namespace pincite
