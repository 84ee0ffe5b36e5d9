// From one label of a page to the one that goes on with its numbering.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/recognise/marked_numbers.h"
#include "indexer/recognise/note_runs.h"

namespace pincite {

/// Whether nothing but emphasis stands before `at`: what begins a paragraph is a label.
bool starts_piece(std::string_view text, std::size_t at);

/// Whether two labels look alike, but for their numbers.
bool is_of_kind(const NoteLabel& a, const NoteLabel& b);

class Numbering {
 public:
  /// REQUIRES: `page` and `labels` outlive it.
  Numbering(const Page& page, const std::vector<PlacedLabel>& labels, MarkShape shape);

  /// The run that begins at label `first` and goes on as far as its numbering does; `next` becomes
  /// the first label behind it. `marked`: the marks of the text before it.
  NoteRun run_from(std::size_t first, const MarkedNumbers& marked, std::size_t& next) const;

 private:
  class FollowingLabel;

  const Page& page_;
  const std::vector<PlacedLabel>& labels_;
  MarkShape shape_;
  std::vector<std::uint32_t> wordless_;  // pieces without words before each piece
};

}  // namespace pincite
