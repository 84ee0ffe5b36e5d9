// Folding one word to the form that is indexed.
#pragma once

#include <string>
#include <string_view>

namespace pincite {

/// Compatibility-normalised (NFKC), case folded in full, digits as ASCII has them, without accents
/// in the scripts where they are left out in writing: Latin (ø, đ, ł and the like too), Greek,
/// Hebrew, Arabic, and Cyrillic stress and ё, but й, ї, ѓ and ќ are letters of their own. One
/// apostrophe. Arabic and Persian letter forms as Lucene's ArabicNormalizer and PersianNormalizer
/// fold them, and teh marbuta as heh; no nukta in Devanagari. No characters that are ignorable (a
/// zero-width non-joiner is), no white space, no brackets. What is not UTF-8 becomes U+FFFD.
std::string fold_word(std::string_view word);

}  // namespace pincite
