// Letters that are written in another way by those who do not have them on their keyboard, and that
// normalisation leaves alone.
#pragma once

#include <string_view>
#include <unicode/umachine.h>

namespace pincite {

/// What `c` is folded to: Latin letters with strokes and hooks (`ø`, `ł`) to plain ones, Arabic and
/// Persian letters as in Lucene's ArabicNormalizer and PersianNormalizer, apostrophes to one.
/// Nothing where it is itself. REQUIRES: `c` is case folded, compatibility-normalised and
/// decomposed.
std::u16string_view stands_for(UChar32 c);

}  // namespace pincite
