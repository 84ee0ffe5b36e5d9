#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "indexer/readers/line_shape.h"
#include "indexer/recognise/dates.h"
#include "indexer/recognise/notes.h"

namespace pincite {
namespace {

// Paragraphs without a label that may stand between two notes and belong to the first.
constexpr std::size_t kMostBetween = 3;
// How many numbers may be missing between two labels.
constexpr unsigned kLargestGap = 3;

struct BareLabel {
  unsigned number = 0;
  std::size_t digits = 0;  // how many bytes
};

/// `5 Text`: the number, a space, and what a note may begin with. Not `5 May 1944`.
std::optional<BareLabel> bare_label(std::string_view text) {
  BareLabel label;
  while (label.digits < text.size() && label.digits < 3 && text[label.digits] >= '0' &&
         text[label.digits] <= '9') {
    label.number = label.number * 10 + static_cast<unsigned>(text[label.digits++] - '0');
  }
  if (label.number == 0 || text.front() == '0' || label.digits + 1 >= text.size()) {
    return std::nullopt;
  }
  const std::string_view rest = text.substr(label.digits + 1);
  if (text[label.digits] != ' ' || starts_lower(rest) || starts_with_month(rest)) {
    return std::nullopt;
  }
  return label;
}

/// A run of notes: pieces [first, end), with the label of each that has one.
struct Run {
  std::size_t first = 0;
  std::size_t end = 0;
  std::vector<std::optional<BareLabel>> labels;
  unsigned last_number = 0;
};

/// The next label that continues the numbering, within a few pieces from `at`; the piece's index.
std::optional<std::size_t> next_note(const std::vector<Piece>& pieces, std::size_t at,
                                     unsigned number) {
  const std::size_t end = std::min(pieces.size(), at + kMostBetween + 1);
  for (std::size_t i = at; i < end && has_words(pieces[i].text); ++i) {
    const auto label = bare_label(pieces[i].text);
    if (label && label->number > number && label->number <= number + kLargestGap) return i;
  }
  return std::nullopt;
}

Run run_from(const std::vector<Piece>& pieces, std::size_t first, const BareLabel& label) {
  Run run{first, first + 1, {label}, label.number};
  while (const auto next = next_note(pieces, run.end, run.last_number)) {
    const auto found = bare_label(pieces[*next].text);
    run.labels.resize(*next - first);
    run.labels.push_back(found);
    run.last_number = found->number;
    run.end = *next + 1;
  }
  return run;
}

void collect_marks(std::string_view text, std::set<unsigned>& marks) {
  for (auto mark = find_bracket_number(text, 0); mark;
       mark = find_bracket_number(text, mark->end)) {
    marks.insert(mark->number);
  }
}

/// Whether the run has notes for nearly all the marks before it.
bool explains(const Run& run, const std::set<unsigned>& marks) {
  if (run.last_number < *marks.begin()) return false;
  const auto within = std::distance(marks.begin(), marks.upper_bound(run.last_number));
  return 5 * static_cast<std::size_t>(within) >= 4 * marks.size();
}

void take_run(Page& page, const Run& run, std::size_t body_from, std::uint32_t group) {
  for (std::size_t i = body_from; i < run.first; ++i) page.pieces[i].group = group;
  for (std::size_t i = run.first; i < run.end; ++i) {
    if (const auto& label = run.labels[i - run.first]) {
      const std::string& text = page.pieces[i].text;
      page.notes.push_back(
          {text.substr(0, label->digits), group, static_cast<std::uint32_t>(label->digits + 1)});
    }
    page.pieces[i].kind = PassageKind::note;
    page.pieces[i].settled = true;
    page.pieces[i].note = static_cast<std::uint32_t>(page.notes.size() - 1);
  }
}

}  // namespace

bool find_bare_notes(Page& page) {
  std::set<unsigned> marks;
  std::size_t body_from = 0;
  std::uint32_t group = 0;
  for (std::size_t i = 0; i < page.pieces.size(); ++i) {
    const Piece& piece = page.pieces[i];
    const auto label = marks.empty() || piece.settled ? std::nullopt : bare_label(piece.text);
    if (label && label->number <= *marks.begin()) {
      const Run run = run_from(page.pieces, i, *label);
      if (explains(run, marks)) {
        take_run(page, run, body_from, group++);
        marks.clear();
        body_from = run.end;
        i = run.end - 1;
        continue;
      }
    }
    collect_marks(piece.text, marks);
  }
  return group != 0;
}

}  // namespace pincite
