#include "searcher/output/passage_notes.h"

#include <algorithm>

namespace pincite {

std::vector<std::uint32_t> paired_marks(const Document& document, std::uint32_t passage) {
  const auto before = [](const Mark& mark, std::uint32_t wanted) { return mark.passage < wanted; };
  const auto begin = document.marks.begin();
  const auto end = document.marks.end();
  std::vector<std::uint32_t> paired;
  for (auto mark = std::lower_bound(begin, end, passage, before);
       mark != end && mark->passage == passage; ++mark) {
    if (mark->note != kNone) paired.push_back(static_cast<std::uint32_t>(mark - begin));
  }
  return paired;
}

namespace {

/// Whether words, or what a note covers, were asked for, and not the whole passage.
bool is_about_part(const PassageHit& hit) { return hit.match || !hit.sources.empty(); }

}  // namespace

std::vector<std::uint32_t> marks_in_full(const Document& document, const PassageHit& hit) {
  return is_about_part(hit) ? hit.sources : paired_marks(document, hit.passage);
}

std::vector<std::uint32_t> marks_besides(const PassageHit& hit) {
  return is_about_part(hit) ? hit.others : std::vector<std::uint32_t>();
}

std::vector<std::uint32_t> notes_of_match(const Document& document, const PassageHit& hit) {
  const std::uint32_t own = hit.match ? note_of(document, hit.passage) : kNone;
  if (own != kNone) return {own};
  std::vector<std::uint32_t> notes;
  for (const std::uint32_t mark : hit.sources) {
    const std::uint32_t note = document.marks[mark].note;
    if (std::ranges::find(notes, note) == notes.end()) notes.push_back(note);
  }
  return notes;
}

bool is_loaded(const Document& document, const Note& note) {
  for (std::uint32_t i = 0; i < note.passages; ++i) {
    if (document.passages[note.passage + i].text.empty()) return false;
  }
  return true;
}

std::uint32_t carrier_of(const Document& document, std::uint32_t note) {
  const auto mark = std::ranges::find(document.marks, note, &Mark::note);
  return mark == document.marks.end() ? kNone : mark->passage;
}

std::uint32_t carrier_of_passage(const Document& document, std::uint32_t passage) {
  if (document.passages[passage].kind != PassageKind::note) return kNone;
  const std::uint32_t note = note_of(document, passage);
  return note == kNone ? kNone : carrier_of(document, note);
}

}  // namespace pincite
