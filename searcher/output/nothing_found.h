// What is said where nothing was found, and which other query is offered.
#pragma once

#include <iosfwd>

#include "searcher/answer.h"
#include "searcher/output/json_stream.h"

namespace pincite {

/// For people, a line each, behind `pincite: `; nothing where something was found.
void tell_nothing_found(std::ostream& err, const AnswerHead& answer);
/// Nothing where no query is offered.
void tell_suggestion(std::ostream& err, const AnswerHead& answer);

/// The members `suggestion` and `nothing_found`; null where there is none.
Json suggestion_json(const AnswerHead& answer);
Json nothing_found_json(const AnswerHead& answer);

}  // namespace pincite
