#include "searcher/query_notices.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace pincite {
namespace {

constexpr std::size_t kMostOfOneCode = 5;
constexpr std::size_t kMostShown = 40;  // bytes of what was typed

std::string shown(std::string_view what) {
  if (what.size() <= kMostShown) return "‘" + std::string(what) + "’";
  std::size_t end = kMostShown;
  while (end > 0 && (static_cast<unsigned char>(what[end]) & 0xC0U) == 0x80U) --end;
  return "‘" + std::string(what.substr(0, end)) + "…’";
}

std::string lower(std::string_view name) {
  std::string result(name);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

/// How many letters must be put in, left out or changed to make one of the other.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0U);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0U : 1U);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

/// The known field that `name` may have been meant for; empty if none is near.
std::string_view nearest_field(std::string_view name) {
  constexpr std::size_t kLongest = 20;
  if (name.size() > kLongest) return {};
  const std::string typed = lower(name);
  std::string_view nearest;
  std::size_t least = std::min<std::size_t>(2, name.size() / 3) + 1;
  for (const std::string_view field : query_fields()) {
    const std::size_t distance = edit_distance(typed, field);
    if (distance < least) {
      least = distance;
      nearest = field;
    }
  }
  return nearest;
}

}  // namespace

void QueryNotices::unclosed_quote(std::string_view what) {
  add("unclosed_quote", "the quotation mark at " + shown(what) +
                            " is never closed, so the words after it are looked for one by one; "
                            "close the quotation, or leave the mark out");
}

void QueryNotices::stray_quote(std::string_view what) {
  add("unclosed_quote", "the closing quotation mark at " + shown(what) +
                            " has no opening one and was left out; a phrase is written \"…\"");
}

void QueryNotices::unbalanced_bracket() {
  add("unbalanced_bracket",
      "a bracket without its counterpart was left out; write ( … ) around what belongs together");
}

void QueryNotices::misplaced_operator(std::string_view what) {
  add("misplaced_operator", shown(what) +
                                " joins nothing here and was read as a plain word; write a AND b, "
                                "a OR b, NOT c, a NEAR/8 b, +word, -word");
}

void QueryNotices::misplaced_wildcard(std::string_view what) {
  add("misplaced_operator", "the asterisk in " + shown(what) +
                                " was read as a character; only one at the end of a word finds its "
                                "continuations, as in mine*");
}

void QueryNotices::lookalike(std::string_view what) {
  add("misplaced_operator",
      shown(what) +
          " was read as a plain word; operators are written a AND b, a OR b, NOT c, +word, -word, "
          "( … ), mine*, state:AZE");
}

void QueryNotices::exact_bracket() {
  add("misplaced_operator",
      "= does not apply to brackets and was read as a plain word; write it before each word, "
      "as in =mines");
}

void QueryNotices::idle_plus() {
  add("misplaced_operator",
      "a + next to AND, OR or NOT was left out; + counts among words side by side, "
      "as in mine +ban");
}

void QueryNotices::not_proximate(std::string_view what) {
  add("misplaced_operator", shown(what) +
                                " was read as AND: on both sides it takes a word, mine*, =mines or "
                                "words in brackets joined by OR, and in a row only itself");
}

void QueryNotices::not_comparable(std::string_view what, std::size_t most) {
  add("misplaced_operator", shown(what) + " was read as AND: NEAR and ADJ take at most " +
                                std::to_string(most) + " single words, without hyphens or marks");
}

void QueryNotices::prefix_of_several(std::string_view what) {
  add("misplaced_operator", "the asterisk behind " + shown(what) +
                                " was left out; it follows a single word, as in mine*");
}

void QueryNotices::unknown_field(std::string_view name, std::string_view what) {
  if (is_full("unknown_field")) return;
  const std::string_view nearest = nearest_field(name);
  std::string text =
      shown(name) + " is not a field, so " + shown(what) + " was read as plain words";
  if (!nearest.empty()) text.append("; did you mean ").append(nearest).append(":?");
  add("unknown_field", std::move(text));
}

void QueryNotices::empty_filter(std::string_view what) {
  add("empty_filter", shown(what) +
                          " has no value and was read as a plain word; write the value "
                          "directly after the colon, one of several words in quotation "
                          "marks: state:AZE, meeting:\"Tenth Meeting\"");
}

void QueryNotices::bad_window(std::string_view what) {
  add("bad_window",
      shown(what) + " was read as a plain word; the number goes from 1 to 99, as in a NEAR/8 b");
}

void QueryNotices::too_deep() {
  add("too_deep", "brackets more than " + std::to_string(kMaxBracketDepth) +
                      " deep were left out, and what stands in them was read as plain words");
}

bool QueryNotices::is_full(std::string_view code) const {
  return std::count_if(notices_.begin(), notices_.end(), [&](const Notice& notice) {
           return notice.code == code;
         }) >= static_cast<std::ptrdiff_t>(kMostOfOneCode);
}

void QueryNotices::add(std::string_view code, std::string text) {
  Notice notice{std::string(code), std::move(text)};
  if (is_full(code) || std::find(notices_.begin(), notices_.end(), notice) != notices_.end())
    return;
  notices_.push_back(std::move(notice));
}

}  // namespace pincite
