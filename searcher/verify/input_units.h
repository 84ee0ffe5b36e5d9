// The units of a text that quotations are read from: its lines, or several that belong together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/verify/input_notes.h"
#include "searcher/verify/quoted_spans.h"

namespace pincite {

struct InputUnit {
  enum class Kind : std::uint8_t {
    bare,        // without quotation marks
    quotation,   // one quotation and what names its source
    with_quotes  // other words, and quotations among them, or one that goes on in the next unit
  };
  Kind kind = Kind::bare;
  std::size_t begin = 0;  // bytes of the text, without white space at the ends
  std::size_t end = 0;
  QuotedSpan span = {};  // of a quotation, in bytes of the text
};

/// Units in order, without notes and blank lines. `wrapped`: whether lines wrapped to one width
/// are one unit.
std::vector<InputUnit> input_units(std::string_view text, const InputNotes& notes, bool wrapped);

}  // namespace pincite
