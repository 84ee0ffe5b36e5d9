// Words that hold sentences together and say little of what they are about: articles, pronouns,
// prepositions, conjunctions, auxiliaries, question words.
//
// They are looked for like any other word, and only count less for the rank.
#pragma once

#include <string_view>

namespace pincite {

/// Whether a folded term is one, in English, French, Spanish, Portuguese, German, Russian or
/// Arabic. Left out are those that mean something in another of these languages, as `car` and `die`
/// do in English.
bool is_function_word(std::string_view term);

}  // namespace pincite
