// Headings of plain text, by their shape and by what follows them.
#pragma once

#include <string_view>

#include "indexer/recognise/pieces.h"

namespace pincite {

/// Whether a text has the shape of a heading: one short line that begins like a sentence and does
/// not end like one. Dates and addresses are none.
bool looks_like_heading(std::string_view text);

/// Tells the headings of a page that declares none. In records there are none to be told: their
/// short lines are signatures, addresses and markings.
void find_headings(Page& page);

}  // namespace pincite
