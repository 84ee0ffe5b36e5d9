// Words broken at the end of a line: `tech-` `nical`.
#pragma once

#include "corpus/document.h"

namespace pincite {

/// Makes the hyphen and the line's end silent where the word stands unbroken elsewhere in the
/// document, or where the hyphen is a soft one, so that the halves are one word. Other hyphens at
/// a line's end stay what hyphens are.
void join_broken_words(Document& document);

}  // namespace pincite
