// The readings of what was typed: which words may be spelled together, apart or broken at a line's
// end, and which numbers may be marks of notes.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/analysis.h"
#include "index/reader.h"
#include "searcher/phrase_lattice.h"

namespace pincite {

/// All readings of a phrase that the index may hold.
///   - a compound of the index (index/compounds.h) for a word written together
///   - one word for adjacent ones, if they were typed with hyphens, or if the index or the list of
///     combining prefixes says that they may be one: never across punctuation
///   - `error.[5]` and `error⁵` with and without what may be the mark of a note
///   - `within [30] days`, `m²`, `military.38 The`, `mines.”(38)` and `military38` likewise, but
///     without the number only in documents that have a note mark of this number
/// `tokens` are those of `text`; `prefix` is that of the field whose words are meant.
/// REQUIRES: there are tokens.
PhraseLattice readings_of(std::string_view text, std::span<const Token> tokens,
                          const IndexReader& index, const std::string& prefix);

/// Whether a token can be nothing but the mark of a note: `error.[5]`, `error⁵`; not `within [30]
/// days`, nor `m²`. `tokens` are those of `text`.
bool is_certainly_mark(std::string_view text, std::span<const Token> tokens, std::size_t i);

/// A hyphenated word written together; of one token that token's term. Empty where the tokens are
/// not joined by hyphens.
std::string joined_word(std::string_view text, std::span<const Token> tokens);

/// The terms, with `prefix`, that stand where a word written together begins, however the index
/// has it spelled: the word itself and those of its spellings in parts.
std::vector<std::string> places_of(const std::string& word, const IndexReader& index,
                                   const std::string& prefix);

}  // namespace pincite
