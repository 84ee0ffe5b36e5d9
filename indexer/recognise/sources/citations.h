// A note cut into the stretches that may each be a citation: at semicolons, at the ends of
// sentences, and before `cited in`.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/range.h"
#include "indexer/recognise/sources/quotations.h"

namespace pincite {

struct Stretch {
  Range at;                      // bytes of the note, without signals, stops and white space around
  bool after_semicolon = false;  // it goes on with what stands before
  bool after_and = false;        // likewise, and nothing but `and` joins them
};

/// `enclosed`: find_enclosed() of the note. In the order of the text.
std::vector<Stretch> cut_into_stretches(std::string_view note, const Enclosed& enclosed);

/// `text` without the signals that introduce a citation: `See also,`, `For example,`, `Cited in`.
std::string_view without_signals(std::string_view text);

}  // namespace pincite
