#include <array>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "corpus/text.h"
#include "indexer/readers/line_shape.h"
#include "indexer/recognise/note_shapes.h"
#include "indexer/recognise/numerals.h"

namespace pincite {
namespace {

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
  return c != '.' || !takes_number(word_before(text, at - 1));
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
    if (item || takes_number(word)) continue;
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
  return (word.size() >= 3 || !is_letter(text[at - 1])) && !takes_number(word);
}

/// `meeting. 6` at a paragraph's end, or before the next sentence.
bool stands_behind_stop(std::string_view text, std::size_t at, std::size_t end) {
  const std::size_t last = at < 2 ? std::string_view::npos : at - 2;
  if (last == std::string_view::npos || text[at - 1] != ' ' || text[last] == ' ') return false;
  const UChar32 c = code_point_before(text, at - 1);
  const bool ends = (stops(c) && c != ',' && c != ':' && c != ';') || closes_quotation(c);
  if (!ends || (c == '.' && takes_number(word_before(text, last)))) return false;
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

/// How many letters or digits, `belongs` says which, end at `end`; `most` at most.
template <typename Belongs>
std::size_t run_before(std::string_view text, std::size_t end, std::size_t most, Belongs belongs) {
  std::size_t length = 0;
  while (length < most && end > 0) {
    const UChar32 c = code_point_before(text, end);
    if (!belongs(c)) break;
    end -= static_cast<std::size_t>(U8_LENGTH(c));
    ++length;
  }
  return length;
}

bool is_of_word(UChar32 c) { return u_isalpha(c) != 0 || u_charType(c) == U_NON_SPACING_MARK; }

}  // namespace

bool is_glued(std::string_view text, std::size_t at) {
  constexpr std::size_t kYear = 4;
  constexpr std::size_t kFewestLetters = 3;
  if (at == 0) return false;
  const UChar32 c = code_point_before(text, at);
  if (stops(c) || closes_quotation(c) || c == '%') return true;
  if (u_isdigit(c) != 0) {
    return text[at] == '[' &&
           run_before(text, at, kYear + 1, [](UChar32 d) { return u_isdigit(d) != 0; }) == kYear;
  }
  if (!is_of_word(c)) return false;
  return text[at] == '[' || run_before(text, at, kFewestLetters, is_of_word) == kFewestLetters;
}

bool is_doubtful(MarkShape shape) { return shape == MarkShape::round || shape == MarkShape::bare; }

std::vector<FoundMark> possible_marks(std::string_view text, MarkShape shape) {
  std::vector<FoundMark> marks;
  if (shape == MarkShape::bracket) add_brackets(text, marks);
  if (shape == MarkShape::superscript) add_superscripts(text, marks);
  if (shape == MarkShape::round) add_rounds(text, marks);
  if (shape == MarkShape::bare) add_bare(text, marks);
  return marks;
}

}  // namespace pincite
