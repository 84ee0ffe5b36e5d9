// Note marks in running text, and what they cover.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/document.h"

namespace pincite {

/// Finds the marks in the passages of `document` that are not notes, pairs each with the note of
/// its number, and makes the paired ones silent. A mark covers the text back to the mark before it
/// in its passage, or to the passage's start; marks with nothing between them cover the same.
/// A bracketed number that no note has is a mark only where it may be one: up to three digits, and
/// not at the start of its passage.
/// `passage_groups`: of each passage, the run of notes that its marks belong to.
/// `note_groups`: of each note, its run.
void pair_marks(const std::vector<std::uint32_t>& passage_groups,
                const std::vector<std::uint32_t>& note_groups, Document& document);

}  // namespace pincite
