#include "indexer/recognise/numbering.h"

#include <algorithm>
#include <optional>

namespace pincite {
namespace {

// How many pieces ahead the next label may stand, and how many if nothing but text of the note can
// be between: its number is the next, it is marked, and no marks stand between.
constexpr std::uint32_t kNearPieces = 4;
constexpr std::uint32_t kFarPieces = 40;
// How many labels ahead it is looked for.
constexpr std::size_t kNearLabels = 24;
// How many numbers may be missing between two labels.
constexpr unsigned kLargestGap = 3;
// How far a label in mid-line is looked for.
constexpr std::size_t kLongestNote = 6000;  // bytes

bool before(const PlacedLabel& a, const PlacedLabel& b) {
  return a.piece != b.piece ? a.piece < b.piece : a.label.begin < b.label.begin;
}

}  // namespace

bool starts_piece(std::string_view text, std::size_t at) {
  return text.find_first_not_of("_* \t") == at;
}

bool is_of_kind(const NoteLabel& a, const NoteLabel& b) {
  return a.shape == b.shape && a.alone == b.alone;
}

/// Looks for the next label of a run.
class Numbering::FollowingLabel {
 public:
  FollowingLabel(const Numbering& of, const MarkedNumbers& marked) : of_(of), marked_(marked) {}

  /// The label that goes on with the numbering of `run`: the best at the start of a line among the
  /// labels from `next` on, unless one in mid-line comes before it. Where the first number stands
  /// again, another run begins.
  std::optional<PlacedLabel> find(const NoteRun& run, std::size_t next) const {
    const PlacedLabel& last = run.labels.back();
    const unsigned number = last.label.number;
    const unsigned first = run.labels.front().label.number;
    const PlacedLabel* exact = nullptr;
    const PlacedLabel* doubtful = nullptr;
    const PlacedLabel* gap = nullptr;
    const std::size_t end = std::min(of_.labels_.size(), next + kNearLabels);
    for (std::size_t i = next; i < end && exact == nullptr; ++i) {
      const PlacedLabel& label = of_.labels_[i];
      if (label.piece - last.piece > kFarPieces) break;
      if (!is_of_kind(last.label, label.label) || !before(last, label)) continue;
      if (label.label.number == first && !label.label.doubtful) break;
      const bool near = is_near(last, label);
      const bool marked = marked_.has(label.label.number);
      if (label.label.number == number + 1) {
        if (!near && !(marked && is_one_note(last, label))) continue;
        if (!label.label.doubtful) exact = &label;
        if (label.label.doubtful && marked && doubtful == nullptr) doubtful = &label;
      } else if (gap == nullptr && near && may_skip_to(last, label)) {
        gap = &label;
      }
    }
    if (exact == nullptr) exact = doubtful;
    if (exact != nullptr) return *exact;
    if (auto in_line = label_between(last, gap)) return in_line;
    return gap == nullptr ? std::nullopt : std::optional(*gap);
  }

 private:
  bool may_skip_to(const PlacedLabel& last, const PlacedLabel& label) const {
    const unsigned number = label.label.number;
    if (number <= last.label.number || label.label.doubtful) return false;
    if (number <= last.label.number + kLargestGap) return true;
    return label.label.shape == LabelShape::bracket && marked_.has(number);
  }

  bool is_near(const PlacedLabel& last, const PlacedLabel& label) const {
    return label.piece - last.piece <= kNearPieces &&
           of_.wordless_[label.piece] == of_.wordless_[last.piece + 1] &&
           !marks_between(last, label, of_.shape_, last.label.number + 1);
  }

  /// Whether a piece between two labels has a mark of this number or a greater one.
  bool marks_between(const PlacedLabel& last, const PlacedLabel& label, MarkShape shape,
                     unsigned least) const {
    for (std::uint32_t piece = last.piece + 1; piece < label.piece; ++piece) {
      for (const FoundMark& mark : possible_marks(of_.page_.pieces[piece].text, shape)) {
        const bool begins = starts_piece(of_.page_.pieces[piece].text, mark.begin);
        if (!begins && mark.number >= least && mark.number <= kLargestMark) return true;
      }
    }
    return false;
  }

  /// Whether nothing but the text of the first note can stand between two labels.
  bool is_one_note(const PlacedLabel& last, const PlacedLabel& label) const {
    if (marks_between(last, label, MarkShape::bracket, 1)) return false;
    return label.piece == last.piece ||
           of_.wordless_[label.piece] <= of_.wordless_[last.piece + 1] + 1;
  }

  /// The last of the near pieces that only lines' ends divide from the label's.
  std::uint32_t last_line_of(const PlacedLabel& label) const {
    std::uint32_t piece = label.piece;
    while (piece + 1 < of_.page_.pieces.size() && piece - label.piece < kNearPieces &&
           is_next_line(of_.page_.pieces[piece], of_.page_.pieces[piece + 1])) {
      ++piece;
    }
    return piece;
  }

  /// The next number in mid-line, between a label and the next one, or in the lines behind it.
  std::optional<PlacedLabel> label_between(const PlacedLabel& last, const PlacedLabel* next) const {
    const unsigned number = last.label.number + 1;
    if (!marked_.has(number)) return std::nullopt;
    const std::uint32_t end = next == nullptr ? last_line_of(last) : next->piece;
    for (std::uint32_t piece = last.piece; piece <= end; ++piece) {
      const std::string& text = of_.page_.pieces[piece].text;
      const std::size_t from = piece == last.piece ? last.label.text_begin : 0;
      std::size_t to = std::min(text.size(), from + kLongestNote);
      if (next != nullptr && piece == next->piece) to = std::min(to, next->label.begin);
      if (const auto label = label_in_line(text, from, to, last.label.shape, number)) {
        return PlacedLabel{piece, *label};
      }
    }
    return std::nullopt;
  }

  const Numbering& of_;
  const MarkedNumbers& marked_;
};

Numbering::Numbering(const Page& page, const std::vector<PlacedLabel>& labels, MarkShape shape)
    : page_(page), labels_(labels), shape_(shape) {
  wordless_.reserve(page.pieces.size() + 1);
  wordless_.push_back(0);
  for (const Piece& piece : page.pieces) {
    wordless_.push_back(wordless_.back() + (has_words(piece.text) ? 0 : 1));
  }
}

NoteRun Numbering::run_from(std::size_t first, const MarkedNumbers& marked,
                            std::size_t& next) const {
  const FollowingLabel following_label(*this, marked);
  NoteRun run;
  run.labels.push_back(labels_[first]);
  next = first + 1;
  while (auto following = following_label.find(run, next)) {
    run.labels.push_back(*following);
    while (next < labels_.size() && !before(*following, labels_[next])) ++next;
  }
  return run;
}

}  // namespace pincite
