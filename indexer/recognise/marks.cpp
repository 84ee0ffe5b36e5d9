#include "indexer/recognise/marks.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "indexer/readers/line_shape.h"

namespace pincite {
namespace {

using NoteKey = std::pair<std::uint32_t, unsigned>;  // run of notes, number
using NoteIndex = std::map<NoteKey, std::uint32_t>;

unsigned number_of(std::string_view digits) {
  unsigned number = 0;
  for (const char c : digits) number = number * 10 + static_cast<unsigned>(c - '0');
  return number;
}

NoteIndex index_notes(const std::vector<std::uint32_t>& groups, const std::vector<Note>& notes) {
  NoteIndex index;
  for (std::uint32_t i = 0; i < notes.size(); ++i) {
    index.emplace(NoteKey(groups[i], number_of(notes[i].label)), i);
  }
  return index;
}

/// Whether nothing that a note could be the source of stands in the text.
bool is_between_marks(std::string_view text) {
  return text.find_first_not_of(" \t\r\n,;") == std::string_view::npos;
}

class PassageMarks {
 public:
  PassageMarks(const NoteIndex& notes, Document& document) : notes_(notes), document_(document) {}

  void find(std::uint32_t index, std::uint32_t group) {
    Passage& passage = document_.passages[index];
    const std::string_view text = passage.text;
    std::uint32_t covered = 0;  // where the text behind the last mark begins
    Range shared;               // what the last mark covers
    for (auto found = find_bracket_number(text, 0); found;
         found = find_bracket_number(text, found->end)) {
      const auto note = notes_.find(NoteKey(group, found->number));
      const bool paired = note != notes_.end();
      if (!paired && (found->digits.size() > 3 || found->begin == 0)) continue;
      const Range at = {static_cast<std::uint32_t>(found->begin),
                        static_cast<std::uint32_t>(found->end)};
      const bool beside =
          covered != 0 && is_between_marks(text.substr(covered, at.begin - covered));
      if (!beside) shared = {covered, at.begin};
      document_.marks.push_back({paired ? note->second : kNone, index, at, shared});
      if (paired) passage.silent.push_back(at);
      covered = at.end;
    }
  }

 private:
  const NoteIndex& notes_;
  Document& document_;
};

}  // namespace

void pair_marks(const std::vector<std::uint32_t>& passage_groups,
                const std::vector<std::uint32_t>& note_groups, Document& document) {
  const NoteIndex notes = index_notes(note_groups, document.notes);
  PassageMarks marks(notes, document);
  for (std::uint32_t i = 0; i < document.passages.size(); ++i) {
    if (document.passages[i].kind != PassageKind::note) marks.find(i, passage_groups[i]);
  }
}

}  // namespace pincite
