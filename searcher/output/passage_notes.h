// Which notes are shown with a passage, for every format.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/answer.h"

namespace pincite {

/// Indexes of the marks of a passage that are paired with a note, in reading order.
std::vector<std::uint32_t> paired_marks(const Document& document, std::uint32_t passage);

/// Marks whose notes are shown in full: the sources of the match; where no words were asked for,
/// all that are paired.
std::vector<std::uint32_t> marks_in_full(const Document& document, const PassageHit& hit);

/// The passage's other paired marks.
std::vector<std::uint32_t> marks_besides(const PassageHit& hit);

/// The notes of the marks, each once, in the order of the marks.
std::vector<std::uint32_t> notes_of(const Document& document,
                                    const std::vector<std::uint32_t>& marks);

/// Indexes of the notes that are the source of the match, each once, in reading order; of a match
/// in a note, that note.
std::vector<std::uint32_t> notes_of_match(const Document& document, const PassageHit& hit);

/// Whether the texts of all of a note's passages are loaded.
bool is_loaded(const Document& document, const Note& note);

/// Of each note the index of the passage that carries its first mark; kNone where no mark does. All
/// at once, for documents of many notes.
std::vector<std::uint32_t> carriers(const Document& document);

}  // namespace pincite
