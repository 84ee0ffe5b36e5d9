// Text as TeX writes it, in Unicode: `{\"o}` and `\'e` with their accents, `\ss`, `--`, `\&`;
// braces that only group are left out. What is not known stays as it is written.
#pragma once

#include <string>
#include <string_view>

namespace pincite {

/// Composed (NFC), white space runs as one space.
std::string text_of_tex(std::string_view tex);

}  // namespace pincite
