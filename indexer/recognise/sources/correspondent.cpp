#include "indexer/recognise/sources/correspondent.h"

#include <algorithm>

#include "indexer/recognise/sources/speakers.h"

namespace pincite {
namespace {

/// `and Oda Brand, Director`: a second person, whose office is not the first one's.
bool begins_second_person(std::string_view text) {
  return text.starts_with("and ") && is_person(text.substr(4)) && !is_body(text.substr(4)) &&
         !is_role(text.substr(4));
}

}  // namespace

void read_author(Draft& draft, const std::vector<Clause>& clauses) {
  if (clauses.empty()) return;
  CitedSource& source = draft.source;
  const auto text = [&](const Clause& clause) {
    return draft.parts.left(clause.begin, clause.end);
  };
  const std::string first = text(clauses[0]);
  auto states = states_named(first, draft.vocabulary);
  const bool person = states.empty() && is_person(first) && !is_body(first);
  std::size_t office = 0;
  if (person) source.person = std::string(without_article(first));
  if (person || !states.empty()) office = 1;
  set_state(source, std::move(states), SourceOrigin::note);
  std::size_t end = office;
  while (end < clauses.size() && !(end > 0 && begins_second_person(text(clauses[end])))) ++end;
  // a state behind the office is where it is an office of
  while (end > office + 1) {
    auto state = states_named(text(clauses[end - 1]), draft.vocabulary);
    if (state.empty()) break;
    if (source.state.empty()) set_state(source, std::move(state), SourceOrigin::note);
    --end;
  }
  if (end > office) {
    source.office =
        std::string(without_article(draft.parts.left(clauses[office].begin, clauses[end - 1].end)));
  }
  if (source.state.empty()) {
    set_state(source, state_of_office(source.office, draft.vocabulary), SourceOrigin::note);
  }
}

bool is_independent_author(const CitedSource& source) {
  if (is_independent(source.person)) return true;
  std::string_view office = source.office;
  while (!office.empty()) {
    const std::size_t comma = std::min(office.find(", "), office.size());
    if (is_independent(office.substr(0, comma))) return true;
    office.remove_prefix(std::min(comma + 2, office.size()));
  }
  return false;
}

}  // namespace pincite
