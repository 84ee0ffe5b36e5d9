// Who speaks, writes or is interviewed: persons, offices, organisations and states in a citation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/vocabulary.h"

namespace pincite {

/// Whether `text` is what a person is: `Deputy Minister of Defense`, `Head of Department`.
bool is_role(std::string_view text);

/// Whether `text` is a body and no person: a ministry, an agency, `ICBL`.
bool is_body(std::string_view text);

/// Whether `text` may be a person's name: `Garay Muradov`, `Amb. Tekla Fors`, `Lt. Col. O. Brand`.
bool is_person(std::string_view text);

/// Whether `text` is, or begins with, a body that speaks for no state: ICBL, UNDP, ICRC.
bool is_independent(std::string_view text);

/// The states that all of `text` names: `Azerbaijan`, `the Republic of Palau`, `Austria and
/// Norway`, `Korea, North`. Empty where some part of it is none, or may be several.
std::vector<std::string> states_named(std::string_view text, const Vocabulary& vocabulary);

/// The state that an office is of: `Permanent Mission of Tonga to the UN`, `Grenadian Embassy`,
/// `Palau’s Foreign Minister`. Not one that it is accredited to, or sits in: `High Commissioner to
/// Canada`. Empty where it names none.
std::vector<std::string> state_of_office(std::string_view text, const Vocabulary& vocabulary);

/// `text` without a leading article.
std::string_view without_article(std::string_view text);

}  // namespace pincite
