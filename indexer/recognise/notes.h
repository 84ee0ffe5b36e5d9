// Notes of a page: finding them, and splitting them off one by one.
//
// Markdown's definitions (`[^5]: Text`, `[^icbl]: Text`) are notes wherever they stand. Other
// labels begin notes where they run behind text that marks their numbers (note_runs.h).
#pragma once

#include <vector>

#include "indexer/recognise/note_runs.h"
#include "indexer/recognise/pieces.h"

namespace pincite {

/// Finds the notes of the page; splits and joins its pieces so that each is of one note at most.
/// Says of every other piece which run of notes its marks belong to, and what shape marks have.
void find_notes(Page& page);

/// Splits off the definitions of Markdown.
void find_definitions(Page& page);

/// Splits off the notes of these runs.
void cut_notes(const NoteRuns& runs, Page& page);

}  // namespace pincite
