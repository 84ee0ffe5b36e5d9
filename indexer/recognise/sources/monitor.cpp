#include <algorithm>

#include "indexer/recognise/sources/locators.h"
#include "indexer/recognise/sources/readers.h"

namespace pincite {

bool read_monitor(Draft& draft, const Head& head) {
  CitedSource& source = draft.source;
  const auto& words = draft.parts.words();
  const NoteWord& year = words[head.behind - 1];
  source.date = Period::parse(year.text);
  source.page = take_page(draft.parts);
  std::size_t end = year.end;
  if (draft.parts.text().substr(end, 1) == ":") {
    end = std::min(draft.parts.text().find_first_of(",(", end), draft.parts.text().size());
  }
  source.title = draft.parts.left(words[head.first].begin, end);
  source.url = take_url(draft.parts);
  if (head.first > 0) {
    source.publisher = draft.parts.left(words[0].begin, words[head.first].begin);
  }
  const bool overview = find_words(words, "executive summary") < words.size() ||
                        find_words(words, "major findings") < words.size() ||
                        find_words(words, "report") == words.size();
  if (overview) {
    source.type = "monitor_overview";
    return true;
  }
  source.type = head.type;
  inherit_state(draft, false);
  return true;
}

bool read_cable(Draft& draft, const Head& head) {
  CitedSource& source = draft.source;
  source.type = head.type;
  // where a copy is kept is no part of the source: `(on file AA: A981, May 1942)`
  for (const Range& bracket : draft.parts.enclosed().brackets) {
    draft.parts.take(bracket.begin, bracket.end);
  }
  const std::size_t file = draft.parts.text().find(" on file");
  if (file != std::string_view::npos) draft.parts.take(file, draft.parts.text().size());
  read_locators(draft);
  read_title(draft);
  read_owner(draft, head);
  return source.date.has_value();
}

}  // namespace pincite
