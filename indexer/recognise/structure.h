// From pieces to the passages, notes and marks of a document.
#pragma once

#include "corpus/document.h"
#include "indexer/recognise/pieces.h"

namespace pincite {

/// The number printed before a paragraph, as printed: `12.`, `(a)`, `b)`; empty where there is
/// none.
std::string_view printed_label(std::string_view text);

/// Whether a paragraph is an item of a list: a bullet or a letter or number in brackets before it.
bool is_list_item(std::string_view text);

/// Makes the passages and notes of `document` from the page's pieces, whose texts are taken over,
/// and pairs the marks with the notes.
void assemble(Page&& page, Document& document);

}  // namespace pincite
