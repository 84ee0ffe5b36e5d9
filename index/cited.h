// What the notes of a document cite, as it is searched: where the text stands that a note covers,
// and the values of each source that it cites. A note that covers nothing, or cites nothing, is not
// searched by.
//
//   slot    := strings:list note*            each string once
//   note    := covers:list of spans  sources:list of source
//   source  := for each cited field: values:list of indexes into strings
//
// Numbers are unsigned LEB128; lists carry their length in front. Of the first position of a span
// the difference to that of the span before is written.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "index/analysis.h"
#include "index/schema.h"

namespace pincite {

/// Positions [first, last] of a document's tokens.
struct PositionSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  bool meets(const PositionSpan& other) const { return first <= other.last && other.first <= last; }
  bool operator==(const PositionSpan&) const = default;
};

struct CoveringNote {
  std::vector<PositionSpan> covers;  // ascending, at least one
  std::vector<CitedValues> sources;  // at least one

  bool operator==(const CoveringNote&) const = default;
};

/// Collects where the notes of a document cover its text, passage by passage.
class CoveringNotes {
 public:
  explicit CoveringNotes(const Document& document)
      : document_(document), covers_(document.notes.size()) {}

  /// `tokens`: those of the passage, the first of which stands at `position`. Passages in order.
  void add_passage(std::uint32_t passage, std::span<const Token> tokens, std::uint32_t position);

  /// The notes that cover something and cite something.
  std::vector<CoveringNote> take();

 private:
  const Document& document_;
  std::vector<std::vector<PositionSpan>> covers_;  // by note
  std::size_t next_mark_ = 0;
};

/// As they stand in Slot::cited; empty for none.
std::string write_covering_notes(std::span<const CoveringNote> notes);
/// Throws std::exception where the bytes are none that were written so.
std::vector<CoveringNote> read_covering_notes(std::string_view slot);

}  // namespace pincite
