// Runs of notes: labels whose numbers follow one another, behind the text whose marks they explain.
//
// A run begins at the label of a number that the text before it marks, and goes on while the next
// number begins a line within a few paragraphs, or stands in mid-line where no line begins with it.
// It is one of notes if it explains most of the marks before it and most of its numbers are marked.
// A page may have several: at the foot of pages, behind each chapter, or all behind the last
// chapter.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/recognise/note_shapes.h"
#include "indexer/recognise/pieces.h"

namespace pincite {

/// A label at a place of the page.
struct PlacedLabel {
  std::uint32_t piece = 0;
  NoteLabel label;
};

/// Notes of one numbering that stand together, in reading order.
struct NoteRun {
  std::vector<PlacedLabel> labels;
};

/// The runs of a page, and of each piece the run that its marks are paired with.
struct NoteRuns {
  std::vector<NoteRun> runs;
  std::vector<std::uint32_t> run_of_piece;  // kNone where there is none
};

/// The labels at the start of the page's lines, in reading order; not those in titles, headings and
/// notes that are known already.
std::vector<PlacedLabel> line_labels(const Page& page);

/// The runs that explain the page's marks of this shape.
NoteRuns runs_of_notes(const Page& page, const std::vector<PlacedLabel>& labels, MarkShape shape);

/// Bracketed labels that no mark announces: a run of paragraphs up to the end of a page of which it
/// is the smaller part.
NoteRuns runs_without_marks(const Page& page, const std::vector<PlacedLabel>& labels);

}  // namespace pincite
