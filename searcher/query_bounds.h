// How much of a query is looked for, so that any query is answered in bounded time and memory.
#pragma once

#include <cstddef>
#include <string_view>

#include "searcher/query.h"

namespace pincite {

/// Bytes of a query that is read at all.
inline constexpr std::size_t kMostQueryBytes = 262'144;
/// Words outside phrases, in a whole query.
inline constexpr std::size_t kMostWords = 1000;
/// Words of one phrase, or of one word that is written with hyphens and the like.
inline constexpr std::size_t kMostPhraseWords = 1000;
/// Words of all phrases together. One in NEAR or ADJ counts as four: its positions are merged.
inline constexpr std::size_t kMostPhrasedWords = 2000;
/// Parts of one NEAR or ADJ: each is compared with all the others.
inline constexpr std::size_t kMostNearParts = 16;
/// Phrases and NEARs of one query.
inline constexpr std::size_t kMostPhrases = 50;
/// A prefix in NEAR or ADJ counts as four too.
inline constexpr std::size_t kMostPrefixes = 8;
inline constexpr std::size_t kMostFilters = 100;

/// Throws Error where `query` has more than kMostQueryBytes.
void check_length(std::string_view query);

/// The query within these bounds: what is repeated side by side stands once, and of what is too
/// much the first parts are kept. A notice, `too_many_words` or `phrase_cut`, tells what was left
/// out. Reads back to the same tree.
ParsedQuery bounded(ParsedQuery query);

}  // namespace pincite
