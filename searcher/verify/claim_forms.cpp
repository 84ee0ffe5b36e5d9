#include "searcher/verify/claim_forms.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "corpus/text.h"
#include "searcher/query_quotation.h"

namespace pincite {
namespace {

using Kind = ClaimForm::Kind;

constexpr std::size_t kLongestClaim = 600;  // bytes
constexpr std::size_t kLongestNumber = 3;   // digits of a note's

struct Bracket {
  std::string_view open;
  std::string_view close;
};
constexpr std::array kBrackets =
    std::to_array<Bracket>({{"(", ")"}, {"[", "]"}, {"（", "）"}, {"【", "】"}, {"［", "］"}});
constexpr std::array<std::string_view, 4> kDashes = {"—", "–", "―", "--"};
constexpr std::array<std::string_view, 10> kRaised = {"⁰", "¹", "²", "³", "⁴",
                                                      "⁵", "⁶", "⁷", "⁸", "⁹"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool starts_at(std::string_view text, std::size_t at, std::string_view what) {
  return text.substr(std::min(at, text.size()), what.size()) == what;
}

bool is_note_number(std::string_view text) {
  return !text.empty() && text.size() <= kLongestNumber && std::ranges::all_of(text, is_digit);
}

/// Behind white space, of which a blank line is none to pass.
std::size_t behind_space(std::string_view text, std::size_t at) {
  int lines = 0;
  std::size_t end = at;
  while (end < text.size()) {
    const std::size_t length = white_space_at(text, end);
    if (length == 0) break;
    if (text[end] == '\n' && ++lines == 2) return at;
    end += length;
  }
  return end;
}

std::size_t behind_stops(std::string_view text, std::size_t at) {
  constexpr std::string_view kStops = ".,;:!?";
  while (at < text.size() && kStops.find(text[at]) != std::string_view::npos) ++at;
  return at;
}

std::string cleaned(std::string_view text) {
  constexpr std::string_view kStops = " \t\r\n,;:";
  const std::size_t first = text.find_first_not_of(kStops);
  if (first == std::string_view::npos) return {};
  const std::size_t last = text.find_last_not_of(kStops);
  return squeeze(text.substr(first, last - first + 1));
}

/// Behind the bracket that closes the one at `at`; nothing where it is too far.
std::optional<std::size_t> end_of_bracket(std::string_view text, std::size_t at,
                                          const Bracket& bracket) {
  int depth = 0;
  const std::size_t limit = std::min(text.size(), at + kLongestClaim);
  for (std::size_t i = at; i < limit; ++i) {
    if (starts_at(text, i, bracket.open)) ++depth;
    if (starts_at(text, i, bracket.close) && --depth == 0) return i + bracket.close.size();
  }
  return std::nullopt;
}

/// `…`, `...`, `sic`: what is in brackets but names no source.
bool is_editorial(std::string_view inner) {
  return std::ranges::none_of(inner, [](char c) {
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           static_cast<unsigned char>(c) >= 0xC3U;
  });
}

ClaimForm bracketed(std::string_view text, std::size_t at) {
  for (const Bracket& bracket : kBrackets) {
    if (!starts_at(text, at, bracket.open)) continue;
    const auto end = end_of_bracket(text, at, bracket);
    if (!end) return {};
    const std::string_view inner = text.substr(
        at + bracket.open.size(), *end - at - bracket.open.size() - bracket.close.size());
    const std::string claim = cleaned(inner);
    if (claim.empty() || is_editorial(claim)) return {};
    if (is_note_number(claim)) return {Kind::note, claim, *end};
    return {Kind::written, claim, behind_stops(text, *end)};
  }
  return {};
}

std::size_t dash_at(std::string_view text, std::size_t at) {
  for (const std::string_view dash : kDashes) {
    if (starts_at(text, at, dash)) return dash.size();
  }
  return starts_at(text, at, "- ") ? 1 : 0;
}

/// Where a sentence ends that is not the end of an abbreviation: `2010. The`.
std::size_t end_of_sentence(std::string_view text, std::size_t at, std::size_t until) {
  for (std::size_t i = at; i + 2 < until; ++i) {
    if (text[i] != '.' || text[i + 1] != ' ' || text[i + 2] < 'A' || text[i + 2] > 'Z') continue;
    std::size_t word = i;
    while (word > at && white_space_at(text, word - 1) == 0) --word;
    if (i - word > 3) return i;
  }
  return until;
}

ClaimForm behind_dash(std::string_view text, std::size_t at, std::size_t until) {
  const std::size_t length = dash_at(text, at);
  if (length == 0) return {};
  const std::size_t begin = behind_space(text, at + length);
  std::size_t end = std::min({until, text.size(), text.find('\n', begin), begin + kLongestClaim});
  end = end_of_sentence(text, begin, end);
  std::string claim = cleaned(text.substr(begin, end - begin));
  while (!claim.empty() && claim.back() == '.') claim.pop_back();
  if (claim.empty()) return {};
  if (claim.front() == '(' && claim.back() == ')') claim = claim.substr(1, claim.size() - 2);
  return {Kind::written, claim, end};
}

}  // namespace

ClaimForm note_mark_at(std::string_view text, std::size_t at) {
  std::string digits;
  std::size_t end = at;
  for (bool more = true; more;) {
    more = false;
    for (std::size_t digit = 0; digit < kRaised.size(); ++digit) {
      if (!starts_at(text, end, kRaised[digit])) continue;
      digits += static_cast<char>('0' + digit);
      end += kRaised[digit].size();
      more = true;
    }
  }
  if (is_note_number(digits)) return {Kind::note, digits, end};
  if (!starts_at(text, at, "[")) return {};
  const std::size_t close = text.substr(at, 64).find(']');
  if (close == std::string_view::npos) return {};
  const std::string_view inner = trim(text.substr(at + 1, close - 1));
  if (is_note_number(inner)) return {Kind::note, std::string(inner), at + close + 1};
  if (inner.size() > 1 && inner.front() == '^') {
    return {Kind::note, std::string(inner.substr(1)), at + close + 1};
  }
  return {};
}

ClaimForm claim_form_at(std::string_view text, std::size_t at, std::size_t until) {
  at = behind_space(text, behind_stops(text, at));
  text = text.substr(0, until);
  if (at >= text.size()) return {};
  if (ClaimForm note = note_mark_at(text, at); note.kind != Kind::none) return note;
  if (ClaimForm claim = bracketed(text, at); claim.kind != Kind::none) return claim;
  return behind_dash(text, at, until);
}

std::optional<LineClaim> claim_at_the_end(std::string_view line) {
  std::size_t end = line.size();
  while (end > 0 && (line[end - 1] == '.' || line[end - 1] == ' ')) --end;
  const std::size_t from = end > kLongestClaim ? end - kLongestClaim : 1;
  for (std::size_t at = end; at > from; --at) {
    const bool closes_at_end = std::ranges::any_of(kBrackets, [&](const Bracket& one) {
      return starts_at(line, at - 1, one.open) && end_of_bracket(line, at - 1, one) == end;
    });
    if (!closes_at_end) continue;
    ClaimForm form = bracketed(line.substr(0, end), at - 1);
    if (form.kind != Kind::none) return LineClaim{at - 1, std::move(form)};
  }
  for (const std::string_view dash : {" — ", " – ", " ― ", " -- ", " - "}) {
    const std::size_t at = line.rfind(dash, end);
    if (at == std::string_view::npos || at < from) continue;
    ClaimForm form = behind_dash(line, at + 1, line.size());
    if (form.kind != Kind::none) return LineClaim{at, std::move(form)};
  }
  return std::nullopt;
}

}  // namespace pincite
