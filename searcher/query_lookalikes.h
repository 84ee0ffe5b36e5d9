// What looks like an operator but is none in this language: people carry it over from other search
// programs, and word processors put it in.
#pragma once

#include <string_view>

namespace pincite {

/// Whether a run of characters that is read as a plain word may have been meant as an operator:
/// `--x`, `+-x`, `–x` (a dash), `&&`, `||`, `!x`, `word~2`, `wom?n`, and full-width `ＡＮＤ`,
/// `＋x`, `－x`, `（x`, `x＊`, `state：AZE`.
bool looks_like_operator(std::string_view run);

}  // namespace pincite
