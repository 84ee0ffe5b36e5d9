#include "indexer/recognise/note_runs.h"

#include <algorithm>

#include "indexer/recognise/headings.h"
#include "indexer/recognise/marked_numbers.h"
#include "indexer/recognise/numbering.h"

namespace pincite {
namespace {

constexpr std::uint32_t kFootPieces = 4;  // how many pieces may stand behind notes at the end
// Runs with more labels that are none of notes, within which another run is looked for.
constexpr std::size_t kShortRun = 8;
constexpr std::size_t kMostRejected = 16;
// How often doubtful marks may be found not to ascend.
constexpr std::size_t kMostDescents = 100;

std::vector<unsigned> numbers_of(const NoteRun& run) {
  std::vector<unsigned> numbers;
  for (const PlacedLabel& label : run.labels) numbers.push_back(label.label.number);
  return numbers;
}

class RunFinder {
 public:
  RunFinder(const Page& page, const std::vector<PlacedLabel>& labels, MarkShape shape)
      : page_(page), labels_(labels), shape_(shape), numbering_(page, labels, shape) {
    found_.run_of_piece.assign(page.pieces.size(), kNone);
  }

  NoteRuns find() {
    find_all();
    if (!pending_.empty() && is_list_like(pending_.back().run) &&
        !reaches_end(pending_.back().run)) {
      pending_.clear();
    }
    settle();
    return std::move(found_);
  }

 private:
  void find_all() {
    for (std::size_t i = 0; i < labels_.size();) {
      const PlacedLabel& label = labels_[i];
      read_marks(label.piece, label.label.begin);
      i = body_.has(label.label.number) ? try_run(i) : i + 1;
    }
  }

  /// A run that explains the marks before it, until what follows tells whether it is one of notes.
  struct Pending {
    NoteRun run;
    std::size_t hits = 0;
  };

  /// Reads the marks up to a byte of a piece; new ones behind a run settle it.
  void read_marks(std::uint32_t piece, std::size_t byte) {
    for (; mark_piece_ < piece; ++mark_piece_, mark_byte_ = 0) {
      read_piece(mark_piece_, std::string::npos);
    }
    read_piece(piece, byte);
  }

  void read_piece(std::uint32_t piece, std::size_t to) {
    if (piece >= page_.pieces.size() || page_.pieces[piece].note != kNone) return;
    if (marks_of_ != piece) {
      marks_of_ = piece;
      next_mark_ = 0;
      marks_ = possible_marks(page_.pieces[piece].text, shape_);
    }
    for (; next_mark_ < marks_.size() && marks_[next_mark_].begin < to; ++next_mark_) {
      const FoundMark& mark = marks_[next_mark_];
      if (mark.begin < mark_byte_) continue;
      if (!pending_.empty()) settle_before(mark.number);
      body_.add(piece, mark);
    }
  }

  /// Tries the run that begins at label `i`; returns the label to go on with.
  std::size_t try_run(std::size_t i) {
    std::size_t next = i;
    NoteRun run = numbering_.run_from(i, body_, next);
    const std::size_t hits = explained(run);
    if (hits == 0) return behind_rejected(run, i, next);
    add_before(i, run);
    skip_marks(run);
    pending_.push_back({std::move(run), hits});
    return next;
  }

  /// Another run may begin within one that is none of notes; but not again and again.
  std::size_t behind_rejected(const NoteRun& run, std::size_t i, std::size_t next) {
    if (run.labels.size() > kShortRun && ++long_rejected_ > kMostRejected) return next;
    return i + 1;
  }

  /// How many marks the run explains; 0 where it is none of notes.
  std::size_t explained(const NoteRun& run) {
    std::size_t hits = 0;
    for (const PlacedLabel& label : run.labels) hits += body_.has(label.label.number) ? 1 : 0;
    const std::size_t labels = run.labels.size();
    const std::size_t running = std::max<std::size_t>(body_.running(), 1);
    // an excerpt of a text may have marks for the first notes only
    const bool all = hits >= running && !is_list_like(run) && !is_doubtful(shape_);
    if (2 * hits < labels && !all) return 0;
    // a number that is a whole paragraph may be a page's
    if (labels == 1 && run.labels.front().label.alone) return 0;
    if (is_doubtful(shape_)) {
      if (is_list_like(run) && !may_be_notes(run)) return 0;
      if (labels == 1 && run.labels.front().label.doubtful) return 0;
      if (shape_ == MarkShape::round && !follows_stops(run)) return 0;
      if (descents_ > kMostDescents) return 0;
      const bool ascend = 5 * body_.ascending(numbers_of(run)) >= 4 * labels;
      if (!ascend) ++descents_;
      return ascend && !holds_new_marks(run) ? hits : 0;
    }
    const bool firm = !run.labels.front().label.doubtful && (labels >= 2 || reaches_end(run));
    const bool most = 5 * hits >= 4 * running || (firm && 2 * hits >= running);
    return most && !holds_new_marks(run) ? hits : 0;
  }

  /// Whether the run's own text goes on with the numbering of the marks, as numbered paragraphs do.
  bool holds_new_marks(const NoteRun& run) const {
    std::size_t fresh = 0;
    for (std::uint32_t piece = run.labels.front().piece; piece <= run.labels.back().piece;
         ++piece) {
      for (const FoundMark& mark : possible_marks(page_.pieces[piece].text, shape_)) {
        const bool label = starts_piece(page_.pieces[piece].text, mark.begin);
        if (!label && mark.number <= kLargestMark && !body_.has(mark.number)) ++fresh;
      }
    }
    return 2 * fresh > run.labels.size();
  }

  /// Labels right before the run that lead up to it belong to it, though their marks are missing.
  void add_before(std::size_t i, NoteRun& run) const {
    while (i-- > 0) {
      const PlacedLabel& label = labels_[i];
      const PlacedLabel& first = run.labels.front();
      if (label.label.number + 1 != first.label.number || label.label.doubtful ||
          !is_of_kind(label.label, first.label) || label.piece + 1 < first.piece) {
        return;
      }
      run.labels.insert(run.labels.begin(), label);
    }
  }

  void skip_marks(const NoteRun& run) {
    const PlacedLabel& last = run.labels.back();
    mark_piece_ = last.piece;
    mark_byte_ = page_.pieces[last.piece].text.size();
  }

  static bool is_list_like(const NoteRun& run) {
    return pincite::is_list_like(run.labels.front().label.shape);
  }

  /// Decides on the runs that wait when a mark of this number stands behind them. A numbering of
  /// marks that goes on within that of the run shows the run to be one of numbered paragraphs.
  void settle_before(unsigned number) {
    const NoteRun& run = pending_.back().run;
    const unsigned first = run.labels.front().label.number;
    const unsigned last = run.labels.back().label.number;
    const bool anew = number <= first || number == last + 1;
    const bool within = number > first && number <= last && !body_.has(number);
    if (within || (is_list_like(run) && !anew)) {
      pending_.clear();
    } else {
      settle();
    }
  }

  /// Lists and numbered paragraphs stand in the text, notes at its end.
  bool reaches_end(const NoteRun& run) const {
    return run.labels.back().piece + kFootPieces >= page_.pieces.size();
  }

  /// Whether marks in round brackets stand behind stops often enough to be no items of lists.
  bool follows_stops(const NoteRun& run) const {
    const auto behind = static_cast<std::size_t>(std::count_if(
        run.labels.begin(), run.labels.end(),
        [this](const PlacedLabel& label) { return body_.has_behind_stop(label.label.number); }));
    return is_list_like(run) ? 5 * behind >= 4 * run.labels.size()
                             : 2 * behind >= run.labels.size();
  }

  /// Whether a run of list-like labels behind doubtful marks shows by itself that it is no list.
  bool may_be_notes(const NoteRun& run) const {
    return reaches_end(run) &&
           std::none_of(run.labels.begin(), run.labels.end(),
                        [](const PlacedLabel& label) { return label.label.doubtful; });
  }

  /// Decides on the runs that wait, and begins a new body.
  void settle() {
    if (pending_.empty()) return;
    std::vector<std::size_t> bounds = chapter_bounds(true);
    if (bounds.size() != pending_.size()) bounds = chapter_bounds(false);
    if (bounds.size() != pending_.size()) bounds = restarts();
    if (bounds.size() == pending_.size()) {
      const std::uint32_t body_end = pending_.front().run.labels.front().piece + 1;
      for (std::size_t i = 0; i < pending_.size(); ++i) {
        const bool last = i + 1 == pending_.size();
        const std::uint32_t from = i == 0 ? body_begin_ : body_.marks()[bounds[i]].piece;
        const std::uint32_t to = last ? body_end : body_.marks()[bounds[i + 1]].piece;
        accept(std::move(pending_[i].run), from, to);
      }
    } else {
      std::size_t best = 0;
      for (std::size_t i = 1; i < pending_.size(); ++i) {
        if (pending_[i].hits >= pending_[best].hits) best = i;
      }
      const std::uint32_t to = pending_[best].run.labels.front().piece + 1;
      accept(std::move(pending_[best].run), body_begin_, to);
    }
    pending_.clear();
    body_.clear();
  }

  /// Where the marks of each chapter begin, whose notes wait one run behind the other: a chapter
  /// ends where the numbering begins anew after the last number of its run. One for a single run.
  /// `under_heading`: only where a heading stands between.
  std::vector<std::size_t> chapter_bounds(bool under_heading) const {
    std::vector<std::size_t> bounds = {0};
    const std::vector<BodyMark>& marks = body_.marks();
    unsigned largest = 0;
    for (std::size_t i = 0; i < marks.size() && bounds.size() < pending_.size(); ++i) {
      const NoteRun& run = pending_[bounds.size() - 1].run;
      const NoteRun& next = pending_[bounds.size()].run;
      const bool anew = marks[i].number <= next.labels.front().label.number;
      const bool apart = i > 0 && marks[i].piece != marks[i - 1].piece &&
                         (!under_heading || heading_between(marks[i - 1].piece, marks[i].piece));
      if (anew && apart && largest >= run.labels.back().label.number) {
        bounds.push_back(i);
        largest = 0;
      }
      largest = std::max(largest, marks[i].number);
    }
    return bounds;
  }

  bool heading_between(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t piece = from + 1; piece <= to; ++piece) {
      const Piece& between = page_.pieces[piece];
      const bool declared = between.settled && between.kind == PassageKind::heading;
      if (declared || (!between.settled && looks_like_heading(between.text))) return true;
    }
    return false;
  }

  /// The marks at which the numbering falls back to where a run begins.
  std::vector<std::size_t> restarts() const {
    std::vector<std::size_t> bounds = {0};
    const std::vector<BodyMark>& marks = body_.marks();
    const unsigned first = pending_.front().run.labels.front().label.number;
    for (std::size_t i = 1; i < marks.size(); ++i) {
      if (marks[i].number <= first && marks[i - 1].number > first) bounds.push_back(i);
    }
    return bounds;
  }

  void accept(NoteRun&& run, std::uint32_t from, std::uint32_t to) {
    const auto index = static_cast<std::uint32_t>(found_.runs.size());
    for (std::uint32_t piece = from; piece < to; ++piece) found_.run_of_piece[piece] = index;
    body_begin_ = run.labels.back().piece + 1;
    found_.runs.push_back(std::move(run));
  }

  const Page& page_;
  const std::vector<PlacedLabel>& labels_;
  MarkShape shape_;
  Numbering numbering_;
  NoteRuns found_;
  MarkedNumbers body_;
  std::uint32_t body_begin_ = 0;
  std::vector<Pending> pending_;
  std::size_t long_rejected_ = 0;
  std::size_t descents_ = 0;
  std::uint32_t mark_piece_ = 0;  // marks are read up to here
  std::size_t mark_byte_ = 0;
  std::uint32_t marks_of_ = kNone;  // the piece whose marks are read, and the next of them
  std::vector<FoundMark> marks_;
  std::size_t next_mark_ = 0;
};

std::size_t bytes_from(const Page& page, std::size_t piece) {
  std::size_t bytes = 0;
  for (; piece < page.pieces.size(); ++piece) bytes += page.pieces[piece].text.size();
  return bytes;
}

}  // namespace

std::vector<PlacedLabel> line_labels(const Page& page) {
  std::vector<PlacedLabel> labels;
  for (std::uint32_t i = 0; i < page.pieces.size(); ++i) {
    const Piece& piece = page.pieces[i];
    const bool above = piece.kind == PassageKind::title || piece.kind == PassageKind::heading;
    if ((piece.settled && above) || piece.note != kNone) continue;
    const std::string_view text = piece.text;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t first = text.find_first_not_of(" \t\r\n\f", at);
      if (first == std::string_view::npos) break;
      if (const auto label = label_at(text, first);
          label && (!label->alone || i + 1 < page.pieces.size())) {
        labels.push_back({i, *label});
      }
      at = std::min(text.find_first_of("\n\r\f", first), text.size());
    }
  }
  return labels;
}

NoteRuns runs_of_notes(const Page& page, const std::vector<PlacedLabel>& labels, MarkShape shape) {
  return RunFinder(page, labels, shape).find();
}

NoteRuns runs_without_marks(const Page& page, const std::vector<PlacedLabel>& labels) {
  NoteRuns found;
  found.run_of_piece.assign(page.pieces.size(), kNone);
  NoteRun run;
  std::size_t i = labels.size();
  std::size_t piece = page.pieces.size();
  while (i-- > 0) {
    const PlacedLabel& label = labels[i];
    if (label.label.shape != LabelShape::bracket || label.label.begin != 0) continue;
    const bool next =
        run.labels.empty() || label.label.number + 1 == run.labels.back().label.number;
    if (label.piece + 1 != piece || !next) break;
    run.labels.push_back(label);
    piece = label.piece;
  }
  if (run.labels.size() < 2) return found;
  const std::size_t notes = bytes_from(page, piece);
  if (bytes_from(page, 0) - notes <= notes) return found;
  std::reverse(run.labels.begin(), run.labels.end());
  found.runs.push_back(std::move(run));
  return found;
}

}  // namespace pincite
