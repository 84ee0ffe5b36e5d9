#include <algorithm>

#include "corpus/text.h"
#include "indexer/readers/line_shape.h"
#include "indexer/recognise/notes.h"

namespace pincite {
namespace {

// A line that was wrapped has at least so many code points.
constexpr std::size_t kShortestWrapped = 36;
// Text behind the last note is a page's foot if it is so small a part of the page.
constexpr std::size_t kFootPart = 10;
constexpr std::size_t kFootBytes = 1000;

std::string_view last_line(std::string_view text) {
  return text.substr(text.find_last_of("\n\r") + 1);
}

/// Whether a paragraph behind the last note of a run is its text: broken off in mid-sentence, or
/// all there is of it.
bool continues(const Piece& note, const Piece& next, bool has_no_text) {
  if (has_no_text) return true;
  if (ends_sentence(note.text) || next.text.empty()) return false;
  if (code_points(last_line(note.text)) < kShortestWrapped) return false;
  return starts_lower(next.text) || (is_next_line(note, next) && ends_sentence(next.text));
}

/// Cuts the pieces at the labels of the runs.
class NoteCutter {
 public:
  NoteCutter(const NoteRuns& found, Page& page) : found_(found), page_(page) {
    for (std::uint32_t run = 0; run < found.runs.size(); ++run) {
      for (const PlacedLabel& label : found.runs[run].labels) cuts_.push_back({label, run});
    }
  }

  void cut() {
    std::vector<Piece> pieces = std::move(page_.pieces);
    pieces_ = pieces.size();
    tell_indents(pieces);
    page_.pieces.clear();
    page_.pieces.reserve(pieces.size() + cuts_.size());
    for (std::uint32_t i = 0; i < pieces.size(); ++i) {
      pieces[i].group = found_.run_of_piece[i];
      at_ = i;
      cut(i, std::move(pieces[i]));
    }
    tell_foot();
  }

 private:
  struct Cut {
    PlacedLabel at;
    std::uint32_t run = 0;
  };

  bool has_label(std::uint32_t i) const {
    return next_ < cuts_.size() && cuts_[next_].at.piece == i;
  }

  void cut(std::uint32_t i, Piece&& piece) {
    if (!has_label(i)) {
      unlabelled(std::move(piece));
      return;
    }
    indented_ = piece.indented;
    PieceCutter cutter(piece);
    Piece head = cutter.take(cuts_[next_].at.label.begin);
    if (!head.text.empty()) unlabelled(std::move(head));
    while (has_label(i)) {
      const Cut& cut = cuts_[next_++];
      note(cut, cutter.take(has_label(i) ? cuts_[next_].at.label.begin : piece.text.size()));
    }
  }

  void note(const Cut& cut, Piece&& piece) {
    const NoteLabel& label = cut.at.label;
    FoundNote found;
    found.label = std::to_string(label.number);
    found.group = cut.run;
    found.text_begin =
        static_cast<std::uint32_t>(std::min(label.text_begin - label.begin, piece.text.size()));
    page_.notes.push_back(std::move(found));
    note_ = static_cast<std::uint32_t>(page_.notes.size() - 1);
    add(std::move(piece));
    alone_ = label.alone;
    note_indented_ = indented_;
    last_ = page_.pieces.size();
  }

  void add(Piece&& piece) {
    piece.kind = PassageKind::note;
    piece.settled = true;
    piece.note = note_;
    page_.pieces.push_back(std::move(piece));
  }

  /// Text that has no label of its own: of the note before, or of the body.
  void unlabelled(Piece&& piece) {
    const bool behind_note =
        note_ != kNone && piece.note == kNone && page_.pieces.back().note == note_;
    const bool inside = behind_note && next_ > 0 && next_ < cuts_.size() &&
                        cuts_[next_].run == cuts_[next_ - 1].run;
    several_ = several_ || inside;
    const bool goes_on = behind_note && (continues(page_.pieces.back(), piece, alone_) ||
                                         is_set_in(piece) || is_last_paragraph(piece));
    if (!inside && !goes_on) {
      page_.pieces.push_back(std::move(piece));
    } else if (is_next_line(page_.pieces.back(), piece)) {
      join(page_.pieces.back(), std::move(piece));
    } else {
      add(std::move(piece));
    }
    alone_ = false;
    if (page_.pieces.back().note == note_) last_ = page_.pieces.size();
  }

  /// First lines that are set in, as in some texts, tell nothing of notes.
  void tell_indents(const std::vector<Piece>& pieces) {
    const std::size_t body = cuts_.empty() ? pieces.size() : cuts_.front().at.piece;
    for (std::size_t i = 0; i < body; ++i) body_indents_ = body_indents_ || pieces[i].indented;
  }

  /// Whether a paragraph is set in behind a note whose label is not.
  bool is_set_in(const Piece& piece) const {
    return piece.indented && !note_indented_ && !body_indents_;
  }

  /// Whether the last paragraph of a page goes on with the last note: others of its run have
  /// several paragraphs, too, and it is a sentence and no imprint.
  bool is_last_paragraph(const Piece& piece) const {
    return several_ && next_ == cuts_.size() && at_ + 1 == pieces_ && !piece.settled &&
           code_points(piece.text) >= kShortestWrapped && ends_sentence(piece.text) &&
           piece.text.find("©") == std::string::npos &&
           piece.text.find("opyright") == std::string::npos;
  }

  /// A page's foot is of no section; an annex behind the last note is more than that.
  void tell_foot() {
    if (!page_.whole_text) return;
    std::size_t all = 0;
    std::size_t behind = 0;
    for (std::size_t i = 0; i < page_.pieces.size(); ++i) {
      all += page_.pieces[i].text.size();
      if (i >= last_) behind += page_.pieces[i].text.size();
    }
    if (behind > kFootBytes && behind > all / kFootPart) return;
    for (std::size_t i = last_; i < page_.pieces.size(); ++i) page_.pieces[i].after_notes = true;
  }

  const NoteRuns& found_;
  Page& page_;
  std::vector<Cut> cuts_;
  std::size_t next_ = 0;        // the next label
  std::uint32_t note_ = kNone;  // the note before
  bool alone_ = false;          // its label is all there is of it yet
  std::size_t last_ = 0;        // behind the last piece of a note
  std::size_t pieces_ = 0;      // of the page, before they are cut
  std::size_t at_ = 0;          // the piece that is being cut
  bool several_ = false;        // a note has had several paragraphs
  bool indented_ = false;       // the piece that is being cut
  bool note_indented_ = false;  // the piece that the note's label stands in
  bool body_indents_ = false;
};

}  // namespace

void cut_notes(const NoteRuns& runs, Page& page) { NoteCutter(runs, page).cut(); }

}  // namespace pincite
