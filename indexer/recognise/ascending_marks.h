// Marks that only their order tells from other numbers.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/recognise/note_shapes.h"

namespace pincite {

/// A number that may be the mark of a note.
struct DoubtfulMark {
  std::uint32_t passage = 0;
  FoundMark mark;
  std::uint32_t note = 0;  // index of the note it would be paired with
};

/// Those of the marks whose notes ascend, as many as can be, those behind a stop counting more; and
/// those behind a stop that name again a note of which a mark stands before.
/// `marks` in reading order; so is the answer.
std::vector<DoubtfulMark> marks_in_order(std::vector<DoubtfulMark> marks);

}  // namespace pincite
