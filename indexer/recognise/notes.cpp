#include "indexer/recognise/notes.h"

#include <algorithm>
#include <array>

namespace pincite {

void find_notes(Page& page) {
  find_definitions(page);
  std::vector<PlacedLabel> sure = line_labels(page);
  const auto list_like = std::stable_partition(
      sure.begin(), sure.end(),
      [](const PlacedLabel& label) { return !is_list_like(label.label.shape); });
  const std::vector<PlacedLabel> others(list_like, sure.end());
  sure.erase(list_like, sure.end());
  // the surest first: `(7)` and glued digits are marks where nothing else explains the notes
  static constexpr std::array<MarkShape, 4> kShapes = {MarkShape::bracket, MarkShape::superscript,
                                                       MarkShape::bare, MarkShape::round};
  for (const MarkShape shape : kShapes) {
    for (const bool surely : {true, false}) {
      const std::vector<PlacedLabel>& labels = surely ? sure : others;
      if (labels.empty()) continue;
      const NoteRuns found = runs_of_notes(page, labels, shape);
      if (found.runs.empty()) continue;
      page.mark_shape = shape;
      cut_notes(found, page);
      return;
    }
  }
  const NoteRuns found = runs_without_marks(page, sure);
  if (!found.runs.empty()) cut_notes(found, page);
}

}  // namespace pincite
