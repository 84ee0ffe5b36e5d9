// Note marks in running text, and what they cover.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/document.h"
#include "indexer/recognise/pieces.h"

namespace pincite {

/// What is known of a document's notes and passages before its marks are paired.
struct MarkContext {
  std::vector<std::uint32_t> groups;  // of each passage, the run of notes that its marks belong to
  std::vector<FoundNote> notes;       // as the document has them
  MarkShape shape = MarkShape::bracket;
};

/// Finds the marks in the passages of `document` that are not notes, and pairs each with the note
/// of its number in its run; where the numbering goes on through all runs, in any. Of round and
/// bare marks, those are taken that ascend, and those behind a stop.
///
/// A mark covers the text back to the mark before it in its passage, or to the passage's start;
/// marks with nothing between them cover the same.
///
/// Bracketed numbers and superscripts without a note are unpaired marks: up to three digits, and
/// not at the start of the passage.
///
/// Paired marks are silent, so that phrases run across them. So are unpaired ones, whose notes were
/// left out, that are glued to what stands before them (`is_glued`) or follow such a mark, and
/// those whose numbers follow one another, at least three. Any other number in brackets or
/// superscript is text.
void pair_marks(const MarkContext& context, Document& document);

}  // namespace pincite
