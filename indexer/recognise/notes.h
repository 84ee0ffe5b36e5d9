// Notes at the end of a text: finding them, and splitting them off one by one.
//
// A note begins with its label. Bracketed labels (`[5] Text`, `[1 ]`, `[5]Text`, Markdown's
// `[^5]: Text`) stand at the start of a line, or, where notes run on, in mid-line behind white
// space; then the number must be that of the note before plus one. Bare labels (`5 Text`) count
// only at the start of a paragraph, and only where the text before has the mark `[5]`.
#pragma once

#include "indexer/recognise/pieces.h"

namespace pincite {

/// Finds the notes of the page; splits and joins its pieces so that each is of one note at most.
/// Says of every other piece which run of notes its marks belong to.
void find_notes(Page& page);

/// The one run of notes with bracketed labels at the end of the page. Returns whether there is one.
bool find_bracketed_notes(Page& page);

/// Runs of notes with bare labels, each behind the text whose marks it explains.
bool find_bare_notes(Page& page);

}  // namespace pincite
