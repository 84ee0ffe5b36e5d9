#include "indexer/recognise/note_shapes.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>

#include "corpus/text.h"
#include "indexer/readers/line_shape.h"
#include "indexer/recognise/dates.h"

namespace pincite {
namespace {

constexpr std::size_t kMostDigits = 6;        // of a mark in brackets or a label
constexpr std::size_t kMostDigitsOfBare = 4;  // no note of a real document has more
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Bytes of the white space at `at`, 0 where there is none.
std::size_t space_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const char c = text[at];
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') return 1;
  return text.substr(at).starts_with(kNoBreakSpace) ? kNoBreakSpace.size() : 0;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (const std::size_t space = space_at(text, at)) at += space;
  return at;
}

bool is_space_before(std::string_view text, std::size_t at) {
  return at == 0 || space_at(text, at - 1) != 0 || text.substr(0, at).ends_with(kNoBreakSpace);
}

/// A number as it stands in the text.
struct Digits {
  std::size_t begin = 0;
  std::size_t end = 0;
  unsigned number = 0;
};

std::optional<Digits> digits_at(std::string_view text, std::size_t at, std::size_t most) {
  Digits digits{at, at, 0};
  while (digits.end < text.size() && is_digit(text[digits.end])) {
    if (digits.end - at == most) return std::nullopt;
    digits.number = digits.number * 10 + static_cast<unsigned>(text[digits.end++] - '0');
  }
  if (digits.end == at || text[at] == '0') return std::nullopt;
  return digits;
}

/// The superscript digit at `at`: its value, and its bytes.
std::optional<std::pair<unsigned, std::size_t>> superscript_digit(std::string_view text,
                                                                  std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("\xC2\xB9")) return {{1, 2}};
  if (rest.starts_with("\xC2\xB2")) return {{2, 2}};
  if (rest.starts_with("\xC2\xB3")) return {{3, 2}};
  if (rest.size() < 3 || !rest.starts_with("\xE2\x81")) return std::nullopt;
  const auto last = static_cast<unsigned char>(rest[2]);
  if (last != 0xB0 && (last < 0xB4 || last > 0xB9)) return std::nullopt;
  return {{last - 0xB0U, 3}};
}

std::optional<Digits> superscript_at(std::string_view text, std::size_t at) {
  Digits digits{at, at, 0};
  for (std::size_t count = 0; digits.end < text.size(); ++count) {
    const auto digit = superscript_digit(text, digits.end);
    if (!digit) break;
    if (count == kMostDigits) return std::nullopt;
    digits.number = digits.number * 10 + digit->first;
    digits.end += digit->second;
  }
  if (digits.end == at || digits.number == 0) return std::nullopt;
  return digits;
}

/// The word of Latin letters that ends at `end`.
std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

/// The word before white space and the stop of an abbreviation.
std::string_view word_before_space(std::string_view text, std::size_t end) {
  while (end > 0 && is_space_before(text, end)) --end;
  if (end > 0 && text[end - 1] == '.') --end;
  return word_before(text, end);
}

bool equals_folded(std::string_view word, std::string_view lower) {
  return word.size() == lower.size() && std::equal(word.begin(), word.end(), lower.begin(),
                                                   [](char a, char b) { return (a | 0x20) == b; });
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [word](std::string_view other) { return equals_folded(word, other); });
}

// What a number behind it counts or names, so that it is no mark.
constexpr std::array<std::string_view, 48> kReferences = {
    "no",       "nos",       "number",     "p",        "pp",        "page",       "pages",
    "para",     "paras",     "paragraph",  "art",      "article",   "articles",   "section",
    "sections", "chapter",   "rule",       "rules",    "vol",       "volume",     "volumes",
    "document", "note",      "notes",      "footnote", "footnotes", "paragraphs", "form",
    "annex",    "annexes",   "resolution", "part",     "parts",     "item",       "protocol",
    "table",    "figure",    "appendix",   "see",      "fn",        "ch",         "sec",
    "letter",   "cablegram", "enclosure",  "add",      "rev",       "corr"};

constexpr std::array<std::string_view, 10> kUnits = {"m",  "km", "cm",  "mm", "ft",
                                                     "mi", "dm", "sec", "s",  "in"};

/// The code point that ends at `end`.
UChar32 code_point_before(std::string_view text, std::size_t end) {
  std::size_t at = end - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return next_code_point(text, at);
}

bool closes_quotation(UChar32 c) {
  switch (c) {
    case '"':
    case ')':
    case ']':
    case 0x00BB:
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
      return true;
    default:
      return false;
  }
}

bool stops(UChar32 c) {
  return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == 0x2026 ||
         u_hasBinaryProperty(c, UCHAR_S_TERM) != 0;
}

/// Whether what ends at `at` ends a sentence or a quotation, and is no decimal's stop and no
/// abbreviation's.
bool is_behind_stop(std::string_view text, std::size_t at) {
  if (at < 2) return false;
  const UChar32 c = code_point_before(text, at);
  if (closes_quotation(c)) return true;
  if (!stops(c)) return false;
  if (is_digit(text[at - 2])) return false;
  return c != '.' || !is_one_of(word_before(text, at - 1), kReferences);
}

/// Whether a word goes on at `at`: then what stands before is no mark.
bool is_word_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const UChar32 c = next_code_point(text, at);
  return u_isalnum(c) != 0 || c == '-' || c == '/' || c == '%' || c == 0x2013;
}

void add_brackets(std::string_view text, std::vector<FoundMark>& marks) {
  for (auto found = find_bracket_number(text, 0); found;
       found = find_bracket_number(text, found->end)) {
    marks.push_back({found->begin, found->end, found->number, is_behind_stop(text, found->begin)});
  }
}

/// `<sup>5</sup>`, as Markdown has it.
std::optional<Digits> raised_at(std::string_view text, std::size_t at) {
  constexpr std::string_view kOpen = "<sup>";
  constexpr std::string_view kClose = "</sup>";
  if (!text.substr(at).starts_with(kOpen)) return std::nullopt;
  auto digits = digits_at(text, at + kOpen.size(), kMostDigitsOfBare);
  if (!digits || !text.substr(digits->end).starts_with(kClose)) return std::nullopt;
  digits->end += kClose.size();
  return digits;
}

/// `m²`, `x²`, `10³`, and what no word stands before.
bool is_power(std::string_view text, std::size_t at) {
  if (at == 0 || is_space_before(text, at) || is_digit(text[at - 1])) return true;
  const std::string_view word = word_before(text, at);
  return word.size() == 1 || is_one_of(word, kUnits);
}

void add_superscripts(std::string_view text, std::vector<FoundMark>& marks) {
  constexpr std::string_view kFirst = "\xC2\xE2^<";
  for (std::size_t at = text.find_first_of(kFirst); at != std::string_view::npos;
       at = text.find_first_of(kFirst, at)) {
    const bool caret = text[at] == '^';
    const bool raised = text[at] == '<';
    auto found = caret    ? digits_at(text, at + 1, kMostDigitsOfBare)
                 : raised ? raised_at(text, at)
                          : superscript_at(text, at);
    const bool in_brackets = caret && at > 0 && text[at - 1] == '[';
    if (!found || in_brackets || is_power(text, at)) {
      at = found ? found->end : at + 1;
      continue;
    }
    if (caret && text.substr(found->end).starts_with('^')) ++found->end;
    marks.push_back({at, found->end, found->number, is_behind_stop(text, at)});
    at = found->end;
  }
}

void add_rounds(std::string_view text, std::vector<FoundMark>& marks) {
  for (std::size_t at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
    const auto found = digits_at(text, at + 1, kMostDigitsOfBare);
    if (!found || !text.substr(found->end).starts_with(')') || at == 0) continue;
    const bool glued = !is_space_before(text, at);
    if (glued && is_digit(text[at - 1])) continue;
    const std::string_view word = glued ? word_before(text, at) : word_before_space(text, at);
    const std::size_t last = text.find_last_not_of(" \t\n\r\xC2\xA0", at - 1);
    if (last == std::string_view::npos || is_digit(text[last])) continue;
    // `: (1) first; (2) second`
    const bool item = !glued && std::string_view(":;,)").find(text[last]) != std::string_view::npos;
    if (item || is_one_of(word, kReferences)) continue;
    marks.push_back({at, found->end + 1, found->number, glued && is_behind_stop(text, at)});
  }
}

/// Whether a bare number may be a mark of what is glued to it: a stop, or a word of three letters
/// or more that is no capital's abbreviation.
bool may_carry_bare(std::string_view text, std::size_t at) {
  if (at == 0 || is_space_before(text, at)) return false;
  if (is_behind_stop(text, at)) {
    const UChar32 c = code_point_before(text, at);
    if (c != '.') return c != ',' || !is_digit(text[at - 2]);
    // `U.S.5`, `p.5`: a single letter before the stop is no sentence's end
    return word_before(text, at - 1).size() != 1;
  }
  if (u_islower(code_point_before(text, at)) == 0) return false;
  const std::string_view word = word_before(text, at);
  return (word.size() >= 3 || !is_letter(text[at - 1])) && !is_one_of(word, kReferences);
}

/// `meeting. 6` at a paragraph's end, or before the next sentence.
bool stands_behind_stop(std::string_view text, std::size_t at, std::size_t end) {
  const std::size_t last = at < 2 ? std::string_view::npos : at - 2;
  if (last == std::string_view::npos || text[at - 1] != ' ' || text[last] == ' ') return false;
  const UChar32 c = code_point_before(text, at - 1);
  const bool ends = (stops(c) && c != ',' && c != ':' && c != ';') || closes_quotation(c);
  if (!ends || (c == '.' && is_one_of(word_before(text, last), kReferences))) return false;
  const std::size_t next = skip_space(text, end);
  if (next >= text.size()) return true;
  std::size_t behind = next;
  return next > end && c != ')' && u_isupper(next_code_point(text, behind)) != 0;
}

/// `in 1998.39 The`: behind the stop of a sentence that ends with a year.
bool stands_behind_year(std::string_view text, std::size_t at, std::size_t end) {
  if (at < 5 || text[at - 1] != '.') return false;
  const auto year = digits_at(text, at - 5, 4);
  if (!year || year->end != at - 1 || year->number < 1800 || year->number > 2099) return false;
  if (at > 5 && !is_space_before(text, at - 5)) return false;
  std::size_t next = skip_space(text, end);
  if (next >= text.size()) return true;
  return next > end && u_isupper(next_code_point(text, next)) != 0;
}

void add_bare(std::string_view text, std::vector<FoundMark>& marks) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const auto found = digits_at(text, at, kMostDigitsOfBare);
    const bool decimal =
        end + 1 < text.size() && (text[end] == '.' || text[end] == ',') && is_digit(text[end + 1]);
    if (found && !decimal && !is_word_at(text, end) &&
        (may_carry_bare(text, at) || stands_behind_stop(text, at, end) ||
         stands_behind_year(text, at, end))) {
      marks.push_back({at, end, found->number, is_behind_stop(text, at)});
    }
    at = end;
  }
}

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
  return !is_one_of(word_before_space(text, label.begin), kReferences);
}

}  // namespace

bool is_doubtful(MarkShape shape) { return shape == MarkShape::round || shape == MarkShape::bare; }

bool is_list_like(LabelShape shape) {
  return shape == LabelShape::stop || shape == LabelShape::half_round || shape == LabelShape::round;
}

std::vector<FoundMark> possible_marks(std::string_view text, MarkShape shape) {
  std::vector<FoundMark> marks;
  if (shape == MarkShape::bracket) add_brackets(text, marks);
  if (shape == MarkShape::superscript) add_superscripts(text, marks);
  if (shape == MarkShape::round) add_rounds(text, marks);
  if (shape == MarkShape::bare) add_bare(text, marks);
  return marks;
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
