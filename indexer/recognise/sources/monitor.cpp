#include <algorithm>

#include "indexer/recognise/sources/cited_dates.h"
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
  // `(Place: Publisher, August 2002)`
  if (const auto printed = take_date(draft.parts);
      printed && printed->iso().starts_with(source.date->iso())) {
    source.date = printed;
  }
  return true;
}

namespace {

/// Who made a cable known, and when, is no part of it: `released by X on DATE`.
void take_release(Parts& parts) {
  const auto& words = parts.words();
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (is_one_of(words[i].key, {"released", "published", "leaked"}) &&
        is_one_of(words[i + 1].key, {"by", "on"})) {
      parts.take(words[i].begin, parts.text().size());
      return;
    }
  }
}

}  // namespace

bool read_cable(Draft& draft, const Head& head) {
  CitedSource& source = draft.source;
  source.type = head.type;
  // where a copy is kept is no part of the source: `(on file AA: A981, May 1942)`
  for (const Range& bracket : draft.parts.enclosed().brackets) {
    draft.parts.take(bracket.begin, bracket.end);
  }
  const std::size_t file = draft.parts.text().find(" on file");
  if (file != std::string_view::npos) draft.parts.take(file, draft.parts.text().size());
  take_release(draft.parts);
  read_locators(draft);
  read_title(draft);
  read_owner(draft, head);
  return source.date.has_value();
}

}  // namespace pincite
