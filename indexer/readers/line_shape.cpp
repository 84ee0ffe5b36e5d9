#include "indexer/readers/line_shape.h"

#include <unicode/uchar.h>

#include "corpus/text.h"

namespace pincite {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Steps `end` back over the last code point of text[0, end) and returns it.
UChar32 previous_code_point(std::string_view text, std::size_t& end) {
  --end;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  std::size_t at = end;
  return next_code_point(text, at);
}

bool closes(UChar32 c) {
  switch (c) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case 0x00BB:
    case 0x2018:  // closes in German
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x300D:
    case 0x300F:
      return true;
    default:
      return false;
  }
}

/// Drops `[5]` and white space from the end.
std::string_view without_marks(std::string_view text) {
  for (;;) {
    text = trim_ends(text);
    if (!text.ends_with(']')) return text;
    const std::size_t open = text.substr(text.size() < 8 ? 0 : text.size() - 8).rfind('[');
    if (open == std::string_view::npos) return text;
    const std::size_t begin = (text.size() < 8 ? 0 : text.size() - 8) + open;
    const auto mark = bracket_number_at(text, begin);
    if (!mark || mark->end != text.size()) return text;
    text = text.substr(0, begin);
  }
}

bool is_symbol_character(char c) {
  return (c >= 'A' && c <= 'Z') || is_digit(c) || c == '/' || c == '.' || c == '-' || c == '(' ||
         c == ')';
}

/// `A/C.1/`: capitals before the slash, and nothing that a symbol does not have.
bool ends_in_symbol_slash(std::string_view text) {
  if (!text.ends_with('/')) return false;
  std::size_t begin = text.size() - 1;
  bool capital = false;
  while (begin > 0 && is_symbol_character(text[begin - 1])) {
    --begin;
    capital = capital || (text[begin] >= 'A' && text[begin] <= 'Z');
  }
  return capital && (begin == 0 || text[begin - 1] == ' ' || text[begin - 1] == '\n');
}

}  // namespace

std::string_view trim_ends(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t next = begin;
    if (u_isUWhiteSpace(next_code_point(text, next)) == 0) break;
    begin = next;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t before = end;
    if (u_isUWhiteSpace(previous_code_point(text, before)) == 0) break;
    end = before;
  }
  return text.substr(begin, end - begin);
}

bool ends_sentence(std::string_view text) {
  text = without_marks(text);
  std::size_t end = text.size();
  while (end > 0) {
    const UChar32 c = previous_code_point(text, end);
    if (closes(c)) continue;
    return u_hasBinaryProperty(c, UCHAR_S_TERM) != 0 || c == ':' || c == ';' || c == 0x2026;
  }
  return false;
}

bool starts_lower(std::string_view text) {
  text = trim_ends(text);
  std::size_t at = 0;
  if (text.empty()) return false;
  const UChar32 c = next_code_point(text, at);
  return u_isalpha(c) != 0 && u_isupper(c) == 0 && u_istitle(c) == 0;
}

bool ends_in_joint(std::string_view text) {
  text = trim_ends(text);
  if (text.ends_with("\xC2\xAD") || text.ends_with("\xE2\x80\x90")) return true;
  if (ends_in_symbol_slash(text)) return true;
  if (!text.ends_with('-') || text.size() < 2) return false;
  std::size_t end = text.size() - 1;
  return u_isalnum(previous_code_point(text, end)) != 0;
}

constexpr std::size_t kMostNoteDigits = 6;

std::optional<BracketNumber> bracket_number_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return std::nullopt;
  std::size_t i = at + 1;
  if (i < text.size() && (text[i] == ' ' || text[i] == '^')) ++i;
  const std::size_t first = i;
  unsigned number = 0;
  while (i < text.size() && is_digit(text[i]) && i - first < kMostNoteDigits) {
    number = number * 10 + static_cast<unsigned>(text[i++] - '0');
  }
  if (i == first) return std::nullopt;
  const std::string_view digits = text.substr(first, i - first);
  if (i < text.size() && text[i] == ' ') ++i;
  if (i >= text.size() || text[i] != ']') return std::nullopt;
  return BracketNumber{at, i + 1, digits, number};
}

std::optional<BracketNumber> find_bracket_number(std::string_view text, std::size_t at) {
  for (at = text.find('[', at); at != std::string_view::npos; at = text.find('[', at + 1)) {
    if (auto found = bracket_number_at(text, at)) return found;
  }
  return std::nullopt;
}

constexpr std::size_t kLongestCaretLabel = 100;  // bytes

std::optional<CaretReference> caret_reference_at(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("[^")) return std::nullopt;
  const std::string_view rest = text.substr(at + 2, kLongestCaretLabel + 1);
  const std::size_t end = rest.find_first_of("[] \t\n\r\f");
  if (end == 0 || end == std::string_view::npos || rest[end] != ']') return std::nullopt;
  return CaretReference{at, at + end + 3, rest.substr(0, end)};
}

bool starts_with_note_label(std::string_view text) {
  std::size_t at = text.find_first_not_of(" \t");
  return at != std::string_view::npos && bracket_number_at(text, at).has_value();
}

}  // namespace pincite
