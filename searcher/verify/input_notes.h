// The notes at the end of a text that quotes, by their labels.
//
//   [5] Text   [^5]: Text   [^icbl]: Text   5 Text   5. Text   5) Text   (5) Text   ⁵ Text
//   Note 5: Text
//
// A line is a note only where a mark of its label stands before it in the text: in square brackets,
// raised, or a number behind a quotation mark, bare or in round brackets. A note ends at the next
// one and at a blank line.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pincite {

struct InputNote {
  std::string text;       // without the label, white space squeezed
  std::size_t begin = 0;  // bytes of its lines
  std::size_t end = 0;
};

struct NoteMark {
  std::string label;
  std::size_t at = 0;  // byte
};

struct InputNotes {
  std::map<std::string, InputNote, std::less<>> notes;      // by label; the first of each
  std::vector<NoteMark> marks;                              // in order, of those that have a note
  std::vector<std::pair<std::size_t, std::size_t>> ranges;  // bytes of the notes, ascending

  /// Whether byte `at` is of a note.
  bool hold(std::size_t at) const;
};

InputNotes read_input_notes(std::string_view text);

}  // namespace pincite
