// Folding one word to the form that is indexed.
#pragma once

#include <string>
#include <string_view>

namespace pincite {

/// Compatibility-normalised (NFKC), case folded in full, without accents in the scripts where they
/// are left out in writing (Latin, Greek, Cyrillic but й, Hebrew, Arabic), one apostrophe, Arabic
/// letter forms as Lucene's ArabicNormalizer folds them, no characters that are ignorable.
std::string fold_word(std::string_view word);

}  // namespace pincite
