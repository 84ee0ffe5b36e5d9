#include <algorithm>

#include "indexer/recognise/sources/cited_dates.h"
#include "indexer/recognise/sources/forms.h"
#include "indexer/recognise/sources/readers.h"
#include "indexer/recognise/sources/speakers.h"

namespace pincite {
namespace {

/// Article 7 is of two treaties, and only the page can tell which where the note does not.
void inherit_treaty(Draft& draft) {
  CitedSource& source = draft.source;
  const bool only_framework = source.treaty == std::vector<std::string>{"CCW"};
  if (!source.treaty.empty() && !only_framework) return;
  if (source.type == "article13_report") {
    source.treaty = {"CCW AP.II"};
  } else if (source.type == "protocolV_report") {
    source.treaty = {"CCW P.V"};
  } else {
    std::vector<std::string> treaties = draft.page.treaty;
    std::erase_if(treaties, [](const std::string& id) { return id != "MBT" && id != "CCM"; });
    if (treaties.size() != 1) return;
    source.treaty = std::move(treaties);
    source.treaty_from = SourceOrigin::document;
    return;
  }
  source.treaty_from = SourceOrigin::note;
}

/// `Article 7 Report of Palau`, `… submitted by Palau`, `Article 7 Report, Palau`.
void read_reporter(Draft& draft, const Head& head) {
  for (const Clause& clause :
       clauses(draft.parts, end_of_head(draft.parts, head), {"of", "by", "from", "de", "del"})) {
    if (!draft.source.state.empty()) return;
    set_state(draft.source,
              states_named(draft.parts.left(clause.begin, clause.end), draft.vocabulary),
              SourceOrigin::note);
  }
}

}  // namespace

bool read_treaty_report(Draft& draft, const Head& head) {
  CitedSource& source = draft.source;
  source.type = head.type;
  read_treaty(draft);
  source.period = take_period(draft.parts);
  read_locators(draft);
  const std::vector<std::string> forms = take_forms(draft.parts);
  if (!source.date) source.date = take_year(draft.parts);
  read_owner(draft, head);
  source.office.clear();
  read_reporter(draft, head);
  inherit_state(draft, true);
  inherit_treaty(draft);
  const std::string treaty = source.treaty.empty() ? std::string() : source.treaty.front();
  for (const std::string& form : forms) source.form.push_back(form_value(treaty, form));
  return true;
}

}  // namespace pincite
