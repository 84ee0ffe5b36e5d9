#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "indexer/readers/line_shape.h"
#include "indexer/recognise/notes.h"

namespace pincite {
namespace {

// How far ahead the next label may be for the text between to belong to the note before.
constexpr std::size_t kNearPieces = 3;

/// A bracketed number anywhere in the page.
struct Label {
  std::size_t piece = 0;
  BracketNumber number;
  std::size_t begin = 0;       // of the number, or of the emphasis that begins right before it
  std::size_t text_begin = 0;  // where a note's text would begin
  bool starts_piece = false;
  bool starts_line = false;
  bool spaced = false;  // white space before it
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool starts_line(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  return at == 0 || is_space(text[at - 1]);
}

/// `_[5] Text_`: where the emphasis of Markdown begins.
std::size_t emphasis_begin(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == '_' || text[at - 1] == '*')) --at;
  return at;
}

Label label_of(std::size_t piece, std::string_view text, const BracketNumber& number) {
  std::size_t text_begin = number.end;
  if (text[number.begin + 1] == '^' && text.substr(text_begin).starts_with(':')) ++text_begin;
  while (text_begin < text.size() && is_space(text[text_begin])) ++text_begin;
  const std::size_t begin = emphasis_begin(text, number.begin);
  const bool spaced =
      begin == 0 || is_space(text[begin - 1]) || text.substr(0, begin).ends_with("\xC2\xA0");
  return {piece, number, begin, text_begin, begin == 0, starts_line(text, begin), spaced};
}

std::vector<Label> labels_of(const Page& page) {
  std::vector<Label> labels;
  for (std::size_t i = 0; i < page.pieces.size(); ++i) {
    const std::string& text = page.pieces[i].text;
    for (auto found = find_bracket_number(text, 0); found;
         found = find_bracket_number(text, found->end)) {
      labels.push_back(label_of(i, text, *found));
    }
  }
  return labels;
}

/// Of each label, whether it may begin a note: it starts a line, and its number stands elsewhere
/// too, or starts a paragraph and has a neighbour, so that it is no bracketed year.
std::vector<bool> possible_starts(const std::vector<Label>& labels) {
  std::unordered_map<unsigned, std::size_t> count;
  for (const Label& label : labels) ++count[label.number.number];
  std::vector<bool> possible;
  for (const Label& label : labels) {
    const unsigned number = label.number.number;
    const bool neighbour = count.contains(number - 1) || count.contains(number + 1);
    possible.push_back(label.starts_line &&
                       (count[number] > 1 || (label.starts_piece && neighbour)));
  }
  return possible;
}

/// First of the labels from which on those that may begin a note only ever ascend.
std::size_t ascending_from(const std::vector<Label>& labels, const std::vector<bool>& possible) {
  std::size_t from = labels.size();
  unsigned next = 0;
  for (std::size_t i = labels.size(); i-- > 0;) {
    if (!possible[i]) continue;
    if (from != labels.size() && labels[i].number.number >= next) break;
    next = labels[i].number.number;
    from = i;
  }
  return from;
}

std::size_t bytes_from(const Page& page, std::size_t piece) {
  std::size_t bytes = 0;
  for (; piece < page.pieces.size(); ++piece) bytes += page.pieces[piece].text.size();
  return bytes;
}

/// Whether labels that no mark announces are notes: a run of paragraphs that goes to the end of a
/// page of which it is the smaller part.
bool are_notes_without_marks(const Page& page, const std::vector<Label>& labels,
                             std::size_t first) {
  std::size_t runs = 0;
  std::size_t piece = labels[first].piece;
  for (std::size_t i = first; i < labels.size(); ++i) {
    if (!labels[i].starts_piece) continue;
    if (labels[i].piece != piece + runs) return false;
    ++runs;
  }
  const std::size_t notes = bytes_from(page, piece);
  return runs >= 2 && piece + runs == page.pieces.size() && bytes_from(page, 0) - notes > notes;
}

/// The label of the first note; labels.size() where there is none.
std::size_t first_note(const Page& page, const std::vector<Label>& labels) {
  const std::vector<bool> possible = possible_starts(labels);
  const std::size_t from = ascending_from(labels, possible);
  std::unordered_set<unsigned> marked;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Label& label = labels[i];
    const bool whole = label.number.end < page.pieces[label.piece].text.size();
    if (i >= from && possible[i] && whole) {
      if (marked.contains(label.number.number)) return i;
      if (label.starts_piece && are_notes_without_marks(page, labels, i)) return i;
    }
    marked.insert(label.number.number);
  }
  return labels.size();
}

/// The labels that begin a note, from the first on.
std::vector<Label> note_labels(const std::vector<Label>& labels, std::size_t first) {
  std::unordered_set<unsigned> marked;
  for (std::size_t i = 0; i < first; ++i) marked.insert(labels[i].number.number);
  std::unordered_set<unsigned> at_line_start;
  for (std::size_t i = first; i < labels.size(); ++i) {
    if (labels[i].starts_line) at_line_start.insert(labels[i].number.number);
  }
  std::vector<Label> notes = {labels[first]};
  for (std::size_t i = first + 1; i < labels.size(); ++i) {
    const Label& label = labels[i];
    const unsigned number = label.number.number;
    const unsigned expected = notes.back().number.number + 1;
    const bool next = number == expected &&
                      (label.starts_line || (label.spaced && !at_line_start.contains(number)));
    const bool gap = number > expected && label.starts_line && marked.contains(number);
    if (next || gap) notes.push_back(label);
  }
  return notes;
}

/// Cuts the pieces at the labels.
class NoteCutter {
 public:
  NoteCutter(Page& page, const std::vector<Label>& labels) : page_(page), labels_(labels) {}

  void cut() {
    std::vector<Piece> pieces = std::move(page_.pieces);
    page_.pieces.clear();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (i < labels_.front().piece) {
        page_.pieces.push_back(std::move(pieces[i]));
        page_.pieces.back().group = 0;
      } else {
        cut(i, std::move(pieces[i]));
      }
    }
  }

 private:
  bool has_label(std::size_t i) const {
    return next_ < labels_.size() && labels_[next_].piece == i;
  }

  void cut(std::size_t i, Piece&& piece) {
    PieceCutter cutter(piece);
    if (!has_label(i)) {
      unlabelled(i, std::move(piece));
      return;
    }
    Piece head = cutter.take(labels_[next_].begin);
    if (!head.text.empty()) unlabelled(i, std::move(head));
    while (has_label(i)) {
      const Label& label = labels_[next_++];
      note(label, cutter.take(has_label(i) ? labels_[next_].begin : piece.text.size()));
    }
  }

  void note(const Label& label, Piece&& piece) {
    const std::size_t text_begin = label.text_begin - label.begin;
    FoundNote found;
    found.label = std::string(label.number.digits);
    found.text_begin = static_cast<std::uint32_t>(std::min(text_begin, piece.text.size()));
    piece.kind = PassageKind::note;
    piece.settled = true;
    piece.note = static_cast<std::uint32_t>(page_.notes.size());
    page_.notes.push_back(std::move(found));
    page_.pieces.push_back(std::move(piece));
  }

  /// Text that has no label of its own: of the body, of the note before, or neither.
  void unlabelled(std::size_t i, Piece&& piece) {
    if (next_ == 0) {
      piece.group = 0;
      page_.pieces.push_back(std::move(piece));
      return;
    }
    Piece& last = page_.pieces.back();
    const bool more = next_ < labels_.size() && labels_[next_].piece - i < kNearPieces;
    const bool open = last.note != kNone && (more || !ends_sentence(last.text));
    if (open && is_next_line(last, piece)) {
      join(last, std::move(piece));
      return;
    }
    if (last.note != kNone && more) {
      piece.kind = PassageKind::note;
      piece.settled = true;
      piece.note = last.note;
    } else {
      piece.after_notes = true;
    }
    page_.pieces.push_back(std::move(piece));
  }

  Page& page_;
  const std::vector<Label>& labels_;
  std::size_t next_ = 0;  // the next label
};

/// Whether at least half of the numbers marked before the first note have a note: a paragraph that
/// begins with a mark is none.
bool explains_marks(const std::vector<Label>& labels, std::size_t first,
                    const std::vector<Label>& notes) {
  std::unordered_set<unsigned> marked;
  for (std::size_t i = 0; i < first; ++i) marked.insert(labels[i].number.number);
  const auto explained =
      static_cast<std::size_t>(std::count_if(notes.begin(), notes.end(), [&](const Label& note) {
        return marked.contains(note.number.number);
      }));
  return 2 * explained >= marked.size();
}

}  // namespace

bool find_bracketed_notes(Page& page) {
  const std::vector<Label> labels = labels_of(page);
  const std::size_t first = first_note(page, labels);
  if (first == labels.size()) return false;
  std::vector<Label> notes = note_labels(labels, first);
  if (!explains_marks(labels, first, notes)) return false;
  // the labels' digits are views of texts that are about to move
  std::vector<std::string> digits;
  for (const Label& label : notes) digits.emplace_back(label.number.digits);
  for (std::size_t i = 0; i < notes.size(); ++i) notes[i].number.digits = digits[i];
  NoteCutter(page, notes).cut();
  return true;
}

void find_notes(Page& page) {
  const auto first = page.whole_text ? find_bracketed_notes : find_bare_notes;
  const auto second = page.whole_text ? find_bare_notes : find_bracketed_notes;
  if (!first(page)) second(page);
}

}  // namespace pincite
