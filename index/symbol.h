// Where a document symbol ends: `A/RES/59/84`, `APLC/MSP.10/2010/WP.1`.
#pragma once

#include <cstddef>
#include <string_view>

namespace pincite {

/// Scans symbols of one text, in time linear in its length however often it is asked.
///
/// A symbol begins with a letter and has a slash and a digit. Its parts are Latin letters and
/// digits, parted by single slashes, points and hyphens. White space behind a slash, as at a line's
/// end, belongs to it where what stands on both sides looks like one.
class SymbolScanner {
 public:
  explicit SymbolScanner(std::string_view text) : text_(text) {}

  /// The end of the symbol that begins at `begin`, which is where a word does; `begin` where none
  /// does. REQUIRES: `begin` is not below that of an earlier call.
  std::size_t end_of_symbol(std::size_t begin);

 private:
  std::string_view text_;
  std::size_t none_before_ = 0;  // no symbol begins between the last look-up and here
};

}  // namespace pincite
