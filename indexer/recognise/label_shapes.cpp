#include <algorithm>
#include <array>
#include <unicode/uchar.h>

#include "corpus/dates.h"
#include "corpus/text.h"
#include "indexer/readers/line_shape.h"
#include "indexer/recognise/note_shapes.h"
#include "indexer/recognise/numerals.h"

namespace pincite {
namespace {

/// `_[5] Text_`: where the emphasis of Markdown ends.
std::size_t skip_emphasis(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == '_' || text[at] == '*')) ++at;
  return at;
}

std::optional<NoteLabel> bracket_label(std::string_view text, std::size_t at) {
  const auto found = bracket_number_at(text, at);
  if (!found) return std::nullopt;
  NoteLabel label{LabelShape::bracket, found->number, at, found->end, false, false};
  if (text.substr(label.text_begin).starts_with(':')) ++label.text_begin;
  return label;
}

/// `5 Text`, `5. Text`, `5) Text`, `5Text`: by what stands behind the digits.
std::optional<NoteLabel> digits_label(std::string_view text, std::size_t at) {
  const auto digits = digits_at(text, at, kMostDigitsOfBare);
  if (!digits) return std::nullopt;
  NoteLabel label{LabelShape::bare, digits->number, at, digits->end, false, false};
  if (digits->end == text.size()) return label;
  const char c = text[digits->end];
  if (c == '.' || c == ')' || c == ':') {
    label.shape = c == ')' ? LabelShape::half_round : LabelShape::stop;
    ++label.text_begin;
    // `5.7 per cent`
    if (label.text_begin < text.size() && is_digit(text[label.text_begin])) return std::nullopt;
  } else if (space_at(text, digits->end) == 0) {
    label.shape = LabelShape::glued;
    std::size_t next = digits->end;
    const UChar32 first = next_code_point(text, next);
    const bool word =
        u_isupper(first) != 0 && next < text.size() && u_islower(next_code_point(text, next)) != 0;
    if (!word && first != 0x201C && first != '"') return std::nullopt;
  }
  return label;
}

std::optional<NoteLabel> round_label(std::string_view text, std::size_t at) {
  const auto digits = digits_at(text, at + 1, kMostDigitsOfBare);
  if (!digits || !text.substr(digits->end).starts_with(')')) return std::nullopt;
  return NoteLabel{LabelShape::round, digits->number, at, digits->end + 1, false, false};
}

std::optional<NoteLabel> superscript_label(std::string_view text, std::size_t at) {
  const auto digits = text[at] == '<' ? raised_at(text, at) : superscript_at(text, at);
  if (!digits) return std::nullopt;
  return NoteLabel{LabelShape::superscript, digits->number, at, digits->end, false, false};
}

std::optional<NoteLabel> caret_label(std::string_view text, std::size_t at) {
  const auto digits = digits_at(text, at + 1, kMostDigitsOfBare);
  if (!digits) return std::nullopt;
  NoteLabel label{LabelShape::caret, digits->number, at, digits->end, false, false};
  if (text.substr(label.text_begin).starts_with('^')) ++label.text_begin;
  return label;
}

/// `Note 5: Text`
std::optional<NoteLabel> spelled_label(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 3> kWords = {"note", "footnote", "endnote"};
  std::size_t end = at;
  while (end < text.size() && end - at < 9 && is_letter(text[end])) ++end;
  if (!is_one_of(text.substr(at, end - at), kWords)) return std::nullopt;
  const auto digits = digits_at(text, skip_space(text, end), kMostDigitsOfBare);
  if (!digits || digits->end >= text.size()) return std::nullopt;
  if (text[digits->end] != ':' && text[digits->end] != '.') return std::nullopt;
  return NoteLabel{LabelShape::spelled, digits->number, at, digits->end + 1, false, false};
}

std::optional<NoteLabel> any_label(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '[':
      return bracket_label(text, at);
    case '(':
      return round_label(text, at);
    case '^':
      return caret_label(text, at);
    case 'N':
    case 'F':
    case 'E':
      return spelled_label(text, at);
    default:
      return is_digit(text[at]) ? digits_label(text, at) : superscript_label(text, at);
  }
}

bool begins_lower(std::string_view text) {
  std::size_t at = 0;
  return u_islower(next_code_point(text, at)) != 0;
}

/// Whether a label in mid-line begins a note rather than counts something in its text.
bool may_begin_in_line(std::string_view text, const NoteLabel& label) {
  const std::string_view before = text.substr(0, label.begin);
  if (label.doubtful &&
      !ends_sentence(before.substr(before.size() - std::min<std::size_t>(before.size(), 16)))) {
    return false;
  }
  return !takes_number(word_before_space(text, label.begin));
}

}  // namespace

bool is_list_like(LabelShape shape) {
  return shape == LabelShape::stop || shape == LabelShape::half_round || shape == LabelShape::round;
}

std::optional<NoteLabel> label_at(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  at = skip_emphasis(text, at);
  if (at >= text.size()) return std::nullopt;
  auto label = any_label(text, at);
  if (!label) return std::nullopt;
  label->begin = begin;
  label->text_begin = skip_space(text, label->text_begin);
  const std::string_view rest = text.substr(label->text_begin);
  label->alone = rest.empty();
  if (label->alone) return begin == 0 ? label : std::nullopt;
  label->doubtful = begins_lower(rest) || starts_with_month(rest);
  return label;
}

std::optional<NoteLabel> label_in_line(std::string_view text, std::size_t from, std::size_t to,
                                       LabelShape shape, unsigned number) {
  const std::string digits = std::to_string(number);
  text = text.substr(0, to);
  for (std::size_t at = text.find(digits, from); at != std::string_view::npos;
       at = text.find(digits, at + 1)) {
    std::size_t begin = at;
    while (begin > from && !is_space_before(text, begin)) --begin;
    if (at - begin > 3 || begin == from) continue;
    const auto label = label_at(text, begin);
    if (label && label->shape == shape && label->number == number &&
        may_begin_in_line(text, *label)) {
      return label;
    }
  }
  return std::nullopt;
}

}  // namespace pincite
