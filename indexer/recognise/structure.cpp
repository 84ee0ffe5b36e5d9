#include "indexer/recognise/structure.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/recognise/marks.h"

namespace pincite {
namespace {

constexpr std::array<std::string_view, 9> kBullets = {
    "- ",           "* ",           "+ ",           "\xE2\x80\xA2",
    "\xE2\x80\xA3", "\xE2\x97\xA6", "\xE2\x96\xAA", "\xE2\x80\x93 ",
    "\xC2\xB7 "};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool is_space_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  return text[at] == ' ' || text[at] == '\t' || text[at] == '\n' ||
         text.substr(at).starts_with("\xC2\xA0");
}

/// End of one to four digits, or of one to four small letters, from `at` on.
std::size_t label_end(std::string_view text, std::size_t at) {
  if (at >= text.size()) return at;
  const auto of_kind = is_digit(text[at]) ? is_digit : is_lower;
  std::size_t end = at;
  while (end < text.size() && end - at < 4 && of_kind(text[end])) ++end;
  return end;
}

/// Counts paragraphs, and keeps the headings above.
class Sections {
 public:
  void place(PassageKind kind, const Piece& piece, std::uint32_t index, Locator& locator) {
    if (kind == PassageKind::title || kind == PassageKind::note) return;
    if (piece.after_notes) leave();
    if (kind == PassageKind::heading) {
      enter(piece.level, index, locator);
      return;
    }
    locator.heading = above_.empty() ? kNone : above_.back().index;
    const bool counted = kind == PassageKind::paragraph || kind == PassageKind::list_item;
    if (!counted || !has_words(piece.text)) return;
    locator.paragraph = above_.empty() ? ++outside_ : ++above_.back().paragraphs;
  }

 private:
  struct Section {
    int level = 0;
    std::uint32_t index = 0;
    std::uint32_t paragraphs = 0;
  };

  void leave() { above_.clear(); }

  void enter(int level, std::uint32_t index, Locator& locator) {
    while (!above_.empty() && above_.back().level >= level) above_.pop_back();
    locator.heading = above_.empty() ? kNone : above_.back().index;
    above_.push_back({level, index, 0});
  }

  std::vector<Section> above_;
  std::uint32_t outside_ = 0;  // paragraphs of no section
};

PassageKind kind_of(const Piece& piece) {
  if (piece.settled) return piece.kind;
  return is_list_item(piece.text) ? PassageKind::list_item : PassageKind::paragraph;
}

/// Enters passages into their notes. The label keeps its position, so that a note pasted with its
/// number is found; no phrase runs across it.
class Notes {
 public:
  Notes(const Page& page, Document& document)
      : page_(page), document_(document), places_(page.notes.size(), kNone) {}

  void add(const Piece& piece, std::uint32_t index) {
    if (piece.note == kNone) return;
    std::uint32_t& place = places_[piece.note];
    if (place != kNone) {
      ++document_.notes[place].passages;
      return;
    }
    place = static_cast<std::uint32_t>(document_.notes.size());
    const FoundNote& found = page_.notes[piece.note];
    document_.notes.push_back({found.label, index, 1, found.text_begin});
    in_order_.push_back(found);
  }

  /// As found, in the order of the document's notes.
  const std::vector<FoundNote>& in_order() const { return in_order_; }

 private:
  const Page& page_;
  Document& document_;
  std::vector<std::uint32_t> places_;
  std::vector<FoundNote> in_order_;
};

}  // namespace

std::string_view printed_label(std::string_view text) {
  const bool open = text.starts_with('(');
  const std::size_t begin = open ? 1 : 0;
  const std::size_t end = label_end(text, begin);
  if (end == begin || end >= text.size() || !is_space_at(text, end + 1)) return {};
  const bool bracket = text[end] == ')';
  const bool stop = text[end] == '.' && !open && is_digit(text[begin]);
  // `ibid) ` and `see) ` are no labels: without an opening bracket only a single letter is
  if (bracket && !open && !is_digit(text[begin]) && end != 1) return {};
  return bracket || stop ? text.substr(0, end + 1) : std::string_view();
}

bool is_list_item(std::string_view text) {
  if (printed_label(text).ends_with(')')) return true;
  return std::any_of(kBullets.begin(), kBullets.end(),
                     [text](std::string_view bullet) { return text.starts_with(bullet); });
}

void assemble(Page&& page, Document& document) {
  document.passages.reserve(page.pieces.size());
  std::vector<std::uint32_t> groups;
  groups.reserve(page.pieces.size());
  Sections sections;
  Notes notes(page, document);
  for (Piece& piece : page.pieces) {
    const auto index = static_cast<std::uint32_t>(document.passages.size());
    Passage& passage = document.passages.emplace_back();
    passage.kind = kind_of(piece);
    sections.place(passage.kind, piece, index, passage.locator);
    if (passage.locator.paragraph != 0) {
      passage.locator.paragraph_label = printed_label(piece.text);
    }
    notes.add(piece, index);
    groups.push_back(piece.group);
    passage.text = std::move(piece.text);
  }
  pair_marks({std::move(groups), notes.in_order(), page.mark_shape}, document);
}

}  // namespace pincite
