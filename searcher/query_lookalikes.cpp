#include "searcher/query_lookalikes.h"

#include <algorithm>
#include <array>
#include <span>

#include "searcher/query.h"

namespace pincite {
namespace {

constexpr std::array<std::string_view, 9> kWhole = {
    "&&", "||", "ＡＮＤ", "ＯＲ", "ＮＯＴ", "ＮＥＡＲ", "ＡＤＪ", "（", "）"};

/// Before a word: other signs, hyphens and short dashes, full-width signs and bracket. A long dash
/// is text.
constexpr std::array<std::string_view, 15> kBefore = {
    "++",     "--",     "+-",     "-+",     "!",  "~",  "\u2010", "\u2011",
    "\u2012", "\u2013", "\u2212", "\uFE63", "－", "＋", "（"};

constexpr std::array<std::string_view, 2> kAfter = {"＊", "）"};

bool is_any(std::span<const std::string_view> marks, std::string_view run) {
  return std::find(marks.begin(), marks.end(), run) != marks.end();
}

/// Letters, digits, and whatever is not ASCII.
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80U;
}

bool stands_before_word(std::string_view run) {
  return std::any_of(kBefore.begin(), kBefore.end(), [&](std::string_view mark) {
    return run.size() > mark.size() && run.starts_with(mark) && is_letter(run[mark.size()]);
  });
}

bool stands_after_word(std::string_view run) {
  return std::any_of(kAfter.begin(), kAfter.end(), [&](std::string_view mark) {
    return run.size() > mark.size() && run.ends_with(mark);
  });
}

/// `word~`, `word~2`.
bool is_fuzzy(std::string_view run) {
  const std::size_t tilde = run.rfind('~');
  if (tilde == std::string_view::npos || tilde == 0 || !is_letter(run[tilde - 1])) return false;
  return run.find_first_not_of("0123456789.", tilde + 1) == std::string_view::npos;
}

/// `wom?n`, but not the address of a page.
bool has_wildcard(std::string_view run) {
  const std::size_t at = run.find('?');
  return at != std::string_view::npos && at > 0 && at + 1 < run.size() && is_letter(run[at - 1]) &&
         is_letter(run[at + 1]) && run.find('/') == std::string_view::npos;
}

bool has_wide_colon(std::string_view run) {
  const std::size_t colon = run.find("：");
  return colon != std::string_view::npos && is_query_field(run.substr(0, colon));
}

}  // namespace

bool looks_like_operator(std::string_view run) {
  return is_any(kWhole, run) || stands_before_word(run) || stands_after_word(run) ||
         is_fuzzy(run) || has_wildcard(run) || has_wide_colon(run);
}

}  // namespace pincite
