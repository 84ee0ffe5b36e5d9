#include <algorithm>
#include <array>

#include "corpus/dates.h"
#include "corpus/text.h"
#include "indexer/readers/line_shape.h"
#include "indexer/recognise/page_metadata.h"

namespace pincite {
namespace {

struct TypeCue {
  std::string_view words;  // as name_key() has them, at the start of the title
  std::string_view type;
};

// Title cues of the field's table of document types; the longer come first.
constexpr std::array<TypeCue, 20> kTypeCues = {{
    {"explanation of vote", "explanation_of_vote"},
    {"oral remarks", "oral_remarks"},
    {"statement", "statement"},
    {"intervention by", "statement"},
    {"voluntary article 7 report", "article7_voluntary"},
    {"initial article 7 report", "article7_initial"},
    {"annual article 7 report", "article7_annual"},
    {"updated article 7 report", "article7_annual"},
    {"article 7 report", "article7_report"},
    {"reporting formats for article 7", "article7_report"},
    {"article 13 report", "article13_report"},
    {"response to icbl letter", "response_letter"},
    {"letter dated", "letter"},
    {"letter from", "letter"},
    {"note verbale", "note_verbale"},
    {"press release", "press_release"},
    {"resolution adopted by the general assembly", "resolution"},
    {"unga resolution", "resolution"},
    {"working paper", "working_paper"},
    {"final report", "final_report"},
}};

/// The speaker in `Statement by the Republic of Tonga, Tenth Meeting ...`: what stands between the
/// preposition and the first comma must be a state and nothing else.
std::string speaker(std::string_view title, const Vocabulary& vocabulary) {
  static constexpr std::array<std::string_view, 5> kPrepositions = {" delivered by ", " made by ",
                                                                    " by ", " of ", " from "};
  const std::string_view head = title.substr(0, title.find_first_of(",:;("));
  for (const std::string_view preposition : kPrepositions) {
    const std::size_t at = head.find(preposition);
    if (at == std::string_view::npos) continue;
    std::string_view name = trim_ends(head.substr(at + preposition.size()));
    const std::size_t at_meeting = std::min(name.find(" at the "), name.find(" to the "));
    name = name.substr(0, at_meeting);
    for (const std::string_view article : {"the ", "The "}) {
      if (name.starts_with(article)) name.remove_prefix(article.size());
    }
    const std::vector<std::string> ids = vocabulary.resolve(Table::states, name);
    return ids.size() == 1 ? ids.front() : std::string();
  }
  return {};
}

bool may_have_speaker(std::string_view type) {
  return type == "statement" || type == "oral_remarks" || type == "explanation_of_vote" ||
         type.starts_with("article7") || type == "article13_report";
}

void read_names(const HeaderLine& line, const Vocabulary& vocabulary, PageMetadata& page) {
  const std::string where = place_of(line);
  for (const Mention& meeting : vocabulary.mentions(Table::meetings, line.text)) {
    page.meetings.push_back({meeting.ids, {}, where});
  }
  const std::vector<Mention> treaties = vocabulary.mentions(Table::treaties, line.text);
  if (page.treaty.value.empty() && treaties.size() == 1 && treaties.front().ids.size() == 1) {
    page.treaty = {treaties.front().ids, where};
  }
  const std::vector<FoundDate> dates = find_dates(line.text);
  if (!page.date && !dates.empty()) {
    page.date = Recognised<std::optional<Period>>{dates.back().period, where};
  }
}

}  // namespace

std::string_view type_by_title(std::string_view title) {
  const std::string key = name_key(title);
  const auto found = std::find_if(kTypeCues.begin(), kTypeCues.end(), [&key](const TypeCue& cue) {
    return key.starts_with(cue.words) &&
           (key.size() == cue.words.size() || key[cue.words.size()] == ' ');
  });
  return found == kTypeCues.end() ? std::string_view() : found->type;
}

void read_title_lines(const PageHeader& header, const Vocabulary& vocabulary, PageMetadata& page) {
  if (header.titles.empty()) return;
  const HeaderLine& first = header.titles.front();
  const std::string_view type = type_by_title(first.text);
  if (type.empty()) return;
  page.type = {std::string(type), place_of(first)};
  if (may_have_speaker(type)) {
    const std::string state = speaker(first.text, vocabulary);
    if (!state.empty()) page.state = {{state}, place_of(first)};
  }
  for (const HeaderLine& line : header.titles) read_names(line, vocabulary, page);
  // the meeting a document belongs to is one: several names leave it open
  if (page.meetings.size() > 1) page.meetings.clear();
}

}  // namespace pincite
