// Text in inks, and how it is broken into lines of a terminal's columns.
//
// Columns: East Asian wide and full-width characters take two (Unicode Standard Annex 11),
// combining marks none, all others one. Lines break where Unicode Standard Annex 14 lets them, of
// which only white space and the scripts written without it are used: a symbol or an address is
// never broken at its slashes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pincite {

enum class Ink : std::uint8_t {
  plain,
  bold,   // titles and headings
  dim,    // what is not the document's: labels, counts
  match,  // what matched
  name,   // what one would copy: the id
};

struct Span {
  std::string text;
  Ink ink = Ink::plain;

  bool operator==(const Span&) const = default;
};

/// Neighbours have different inks, and none is empty, where append() made it.
using InkedText = std::vector<Span>;

void append(InkedText& text, std::string_view more, Ink ink);

/// Columns that `text` takes. REQUIRES: UTF-8 without control characters.
std::size_t columns(std::string_view text);

/// Breaks `text` into lines of at most `first` columns and then `rest` columns. White space at a
/// break is dropped; a word longer than a line stays whole. There is always one line at least.
/// REQUIRES: UTF-8 without control characters. Throws Error where ICU's data is missing.
std::vector<InkedText> wrap(const InkedText& text, std::size_t first, std::size_t rest);

}  // namespace pincite
