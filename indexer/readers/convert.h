// One encoding to UTF-8, strictly.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pincite {

struct Converted {
  std::string text;        // UTF-8; what was converted before a bad sequence
  bool ok = false;         // every byte belongs to a character of the encoding
  std::size_t bad_at = 0;  // offset of the first sequence that does not, where not ok
};

/// `encoding`: a name that ICU knows. Throws Error where it does not.
Converted convert(std::string_view bytes, const char* encoding);

}  // namespace pincite
