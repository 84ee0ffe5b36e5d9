#include "indexer/recognise/marks.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "indexer/readers/line_shape.h"
#include "indexer/recognise/ascending_marks.h"

namespace pincite {
namespace {

constexpr unsigned kLargestUnpaired = 999;  // numbers with more digits are years
constexpr std::size_t kFewestRunning = 3;

/// A mark of a passage, and the note it names.
struct NamedMark {
  FoundMark found;
  std::uint32_t note = kNone;
};

/// Finds notes by what marks call them.
class NoteIndex {
 public:
  explicit NoteIndex(const MarkContext& context, const Document& document) : document_(document) {
    for (std::uint32_t i = 0; i < context.notes.size(); ++i) {
      const FoundNote& note = context.notes[i];
      if (note.defined) {
        defined_[note.label].push_back(i);
        continue;
      }
      const auto number = static_cast<unsigned>(std::stoul(note.label));
      by_group_.emplace(std::pair(note.group, number), i);
      const bool fresh = by_number_.emplace(number, i).second;
      one_numbering_ = one_numbering_ && fresh;
    }
  }

  std::uint32_t numbered(std::uint32_t group, unsigned number) const {
    const auto own = by_group_.find({group, number});
    if (own != by_group_.end()) return own->second;
    if (!one_numbering_ || group == kNone) return kNone;
    const auto any = by_number_.find(number);
    return any == by_number_.end() ? kNone : any->second;
  }

  /// The definition of a label that comes next behind the passage, else the last before it.
  std::uint32_t defined(std::string_view label, std::uint32_t passage) const {
    const auto found = defined_.find(label);
    if (found == defined_.end()) return kNone;
    const auto next = std::partition_point(
        found->second.begin(), found->second.end(),
        [&](std::uint32_t note) { return document_.notes[note].passage < passage; });
    return next == found->second.end() ? found->second.back() : *next;
  }

 private:
  const Document& document_;
  std::map<std::pair<std::uint32_t, unsigned>, std::uint32_t> by_group_;  // run, number
  std::map<unsigned, std::uint32_t> by_number_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> defined_;
  bool one_numbering_ = true;  // no number has two notes
};

/// Whether nothing that a note could be the source of stands in the text.
bool is_between_marks(std::string_view text) {
  return text.find_first_not_of(" \t\r\n,;") == std::string_view::npos;
}

class MarkPairing {
 public:
  MarkPairing(const MarkContext& context, Document& document)
      : context_(context), document_(document), notes_(context, document) {}

  void pair() {
    if (is_doubtful(context_.shape)) find_doubtful();
    for (std::uint32_t i = 0; i < document_.passages.size(); ++i) {
      if (document_.passages[i].kind != PassageKind::note) add(i, marks_of(i));
    }
    silence();
  }

 private:
  /// The doubtful marks of all passages that name a note and ascend, or stand behind a stop.
  void find_doubtful() {
    std::vector<DoubtfulMark> marks;
    for (std::uint32_t i = 0; i < document_.passages.size(); ++i) {
      if (document_.passages[i].kind == PassageKind::note) continue;
      for (const FoundMark& mark : possible_marks(document_.passages[i].text, context_.shape)) {
        const std::uint32_t note = notes_.numbered(context_.groups[i], mark.number);
        if (note != kNone) marks.push_back({i, mark, note});
      }
    }
    doubtful_ = marks_in_order(std::move(marks));
  }

  std::vector<NamedMark> marks_of(std::uint32_t passage) {
    const std::string_view text = document_.passages[passage].text;
    std::vector<NamedMark> marks;
    add_carets(text, passage, marks);
    add_numbered(text, passage, MarkShape::bracket, marks);
    if (context_.shape == MarkShape::superscript) {
      add_numbered(text, passage, MarkShape::superscript, marks);
    }
    for (; next_doubtful_ < doubtful_.size() && doubtful_[next_doubtful_].passage == passage;
         ++next_doubtful_) {
      marks.push_back({doubtful_[next_doubtful_].mark, doubtful_[next_doubtful_].note});
    }
    std::sort(marks.begin(), marks.end(),
              [](const NamedMark& a, const NamedMark& b) { return a.found.begin < b.found.begin; });
    return marks;
  }

  void add_carets(std::string_view text, std::uint32_t passage,
                  std::vector<NamedMark>& marks) const {
    for (std::size_t at = text.find("[^"); at != std::string_view::npos;
         at = text.find("[^", at + 1)) {
      const auto found = caret_reference_at(text, at);
      if (!found) continue;
      const std::uint32_t note = notes_.defined(found->label, passage);
      if (note != kNone) marks.push_back({{found->begin, found->end, 0, false}, note});
    }
  }

  void add_numbered(std::string_view text, std::uint32_t passage, MarkShape shape,
                    std::vector<NamedMark>& marks) const {
    const std::size_t carets = marks.size();
    for (const FoundMark& mark : possible_marks(text, shape)) {
      const bool taken =
          std::any_of(marks.begin(), marks.begin() + static_cast<std::ptrdiff_t>(carets),
                      [&mark](const NamedMark& caret) { return caret.found.begin == mark.begin; });
      if (taken) continue;
      const std::uint32_t note =
          shape == context_.shape ? notes_.numbered(context_.groups[passage], mark.number) : kNone;
      const bool may_be_mark = mark.begin != 0 && mark.number <= kLargestUnpaired;
      if (note != kNone || may_be_mark) marks.push_back({mark, note});
    }
  }

  void add(std::uint32_t passage, const std::vector<NamedMark>& marks) {
    const std::string_view text = document_.passages[passage].text;
    std::uint32_t covered = 0;  // where the text behind the last mark begins
    Range shared;               // what the last mark covers
    for (const NamedMark& mark : marks) {
      const Range at = {static_cast<std::uint32_t>(mark.found.begin),
                        static_cast<std::uint32_t>(mark.found.end)};
      const bool beside =
          covered != 0 && is_between_marks(text.substr(covered, at.begin - covered));
      if (!beside) shared = {covered, at.begin};
      document_.marks.push_back({mark.note, passage, at, shared});
      numbers_.push_back(mark.found.number);
      covered = at.end;
    }
  }

  /// Whether the mark's number follows the one before it, or the next follows it.
  bool is_running(std::size_t mark) const {
    const bool after = mark > 0 && numbers_[mark - 1] + 1 == numbers_[mark];
    return after || (mark + 1 < numbers_.size() && numbers_[mark] + 1 == numbers_[mark + 1]);
  }

  void silence() {
    std::size_t running = 0;
    for (std::size_t i = 0; i < numbers_.size(); ++i) running += is_running(i) ? 1 : 0;
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      const Mark& mark = document_.marks[i];
      const bool runs = running >= kFewestRunning && is_running(i);
      if (mark.note == kNone && !runs && !is_glued_or_follows(mark)) continue;
      document_.passages[mark.passage].silent.push_back(mark.at);
    }
    if (context_.shape == MarkShape::superscript) return;
    for (Passage& passage : document_.passages) {
      if (passage.kind != PassageKind::note) silence_superscripts(passage);
    }
  }

  /// `slip.[4]`, and the second of `slip.[4], [5]`.
  bool is_glued_or_follows(const Mark& mark) const {
    const Passage& passage = document_.passages[mark.passage];
    const std::string_view text = passage.text;
    if (is_glued(text, mark.at.begin)) return true;
    if (passage.silent.empty()) return false;
    const std::uint32_t behind = passage.silent.back().end;
    return is_between_marks(text.substr(behind, mark.at.begin - behind));
  }

  /// Where the notes are of another shape, or there are none, superscripts are no marks of the
  /// document, but no words of it either.
  static void silence_superscripts(Passage& passage) {
    const std::size_t marks = passage.silent.size();
    for (const FoundMark& mark : possible_marks(passage.text, MarkShape::superscript)) {
      const bool typed = static_cast<unsigned char>(passage.text[mark.begin]) < 128;  // `^2`
      if (typed || !is_glued(passage.text, mark.begin)) continue;
      passage.silent.push_back(
          {static_cast<std::uint32_t>(mark.begin), static_cast<std::uint32_t>(mark.end)});
    }
    const auto by_begin = [](const Range& a, const Range& b) { return a.begin < b.begin; };
    std::inplace_merge(passage.silent.begin(),
                       passage.silent.begin() + static_cast<std::ptrdiff_t>(marks),
                       passage.silent.end(), by_begin);
  }

  const MarkContext& context_;
  Document& document_;
  const NoteIndex notes_;
  std::vector<DoubtfulMark> doubtful_;
  std::size_t next_doubtful_ = 0;
  std::vector<unsigned> numbers_;  // of the document's marks
};

}  // namespace

void pair_marks(const MarkContext& context, Document& document) {
  MarkPairing(context, document).pair();
}

}  // namespace pincite
