// Citing a passage in one line, ready to paste.
//
//   Landmine Monitor, “Azerbaijan: Mine Ban Policy”, 2011, “Production, transfer, stockpiling,
//   and use”, 3rd paragraph, note 5.
//
// Parts, in this order: author or publisher, “title”, symbol, date, “section”, paragraph, page,
// note, URL. A part that the document does not show is left out without trace. A paragraph number
// that is printed is cited `para. 12`, a counted one `3rd paragraph`.
#pragma once

#include <span>
#include <string>

#include "corpus/document.h"

namespace pincite {

/// Cites passage `passage` (an index) of `document`.
/// `notes`: indexes of the notes that are the source of what is quoted, in reading order; they are
/// named. A passage of kind note names its own note.
/// REQUIRES: the texts of the passage's headings are loaded.
std::string cite(const Document& document, std::uint32_t passage,
                 std::span<const std::uint32_t> notes);

/// Of a citation, the part that says where in the document: “section”, paragraph, page, note. Empty
/// where the document shows none of them. `notes` and REQUIRES: as cite().
std::string pinpoint(const Document& document, std::uint32_t passage,
                     std::span<const std::uint32_t> notes);

}  // namespace pincite
