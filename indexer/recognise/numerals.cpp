#include "indexer/recognise/numerals.h"

#include <algorithm>

namespace pincite {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

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

// What a number behind it counts or names, so that it is no mark.
constexpr std::array<std::string_view, 48> kReferences = {
    "no",       "nos",       "number",     "p",        "pp",        "page",       "pages",
    "para",     "paras",     "paragraph",  "art",      "article",   "articles",   "section",
    "sections", "chapter",   "rule",       "rules",    "vol",       "volume",     "volumes",
    "document", "note",      "notes",      "footnote", "footnotes", "paragraphs", "form",
    "annex",    "annexes",   "resolution", "part",     "parts",     "item",       "protocol",
    "table",    "figure",    "appendix",   "see",      "fn",        "ch",         "sec",
    "letter",   "cablegram", "enclosure",  "add",      "rev",       "corr"};

}  // namespace

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

std::optional<Digits> digits_at(std::string_view text, std::size_t at, std::size_t most) {
  Digits digits{at, at, 0};
  while (digits.end < text.size() && is_digit(text[digits.end])) {
    if (digits.end - at == most) return std::nullopt;
    digits.number = digits.number * 10 + static_cast<unsigned>(text[digits.end++] - '0');
  }
  if (digits.end == at || text[at] == '0') return std::nullopt;
  return digits;
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

std::optional<Digits> raised_at(std::string_view text, std::size_t at) {
  constexpr std::string_view kOpen = "<sup>";
  constexpr std::string_view kClose = "</sup>";
  if (!text.substr(at).starts_with(kOpen)) return std::nullopt;
  auto digits = digits_at(text, at + kOpen.size(), kMostDigitsOfBare);
  if (!digits || !text.substr(digits->end).starts_with(kClose)) return std::nullopt;
  digits->end += kClose.size();
  return digits;
}

std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

std::string_view word_before_space(std::string_view text, std::size_t end) {
  while (end > 0 && is_space_before(text, end)) --end;
  if (end > 0 && text[end - 1] == '.') --end;
  return word_before(text, end);
}

bool equals_folded(std::string_view word, std::string_view lower) {
  return word.size() == lower.size() && std::equal(word.begin(), word.end(), lower.begin(),
                                                   [](char a, char b) { return (a | 0x20) == b; });
}

bool takes_number(std::string_view word) { return is_one_of(word, kReferences); }

}  // namespace pincite
