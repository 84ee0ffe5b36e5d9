#include "searcher/ellipses.h"

#include "index/analysis.h"
#include "searcher/query_quotation.h"

namespace pincite {
namespace {

constexpr std::string_view kEllipsis = "…";

std::size_t spaces_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    const std::size_t length = white_space_at(text, end);
    if (length == 0) break;
    end += length;
  }
  return end - at;
}

/// Behind the points that begin at `at`, at least three, which may be spaced; `at` if there are
/// fewer.
std::size_t behind_points(std::string_view text, std::size_t at) {
  int points = 0;
  std::size_t end = at;
  for (std::size_t i = at; i < text.size();) {
    if (text[i] == '.') {
      ++points;
      ++i;
    } else if (text.substr(i).starts_with(kEllipsis)) {
      points += 3;
      i += kEllipsis.size();
    } else {
      break;
    }
    end = i;
    i += spaces_at(text, i);
  }
  return points >= 3 ? end : at;
}

bool is_open_bracket(char c) { return c == '[' || c == '('; }
bool is_closed_bracket(char c) { return c == ']' || c == ')'; }

}  // namespace

std::vector<QuotedPart> ellipses(std::string_view text) {
  std::vector<QuotedPart> all;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end =
        text[at] == '.' || text[at] == kEllipsis.front() ? behind_points(text, at) : at;
    if (end == at) {
      ++at;
      continue;
    }
    QuotedPart found{at, end};
    const std::size_t close = end + spaces_at(text, end);
    std::size_t open = at;
    while (open > 0 && text[open - 1] == ' ') --open;
    if (open > 0 && is_open_bracket(text[open - 1]) && close < text.size() &&
        is_closed_bracket(text[close])) {
      found = {open - 1, close + 1};
    }
    all.push_back(found);
    at = found.end;
  }
  return all;
}

std::vector<QuotedPart> quoted_parts(std::string_view text) {
  std::vector<QuotedPart> parts;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    if (!analyse(text.substr(begin, end - begin)).empty()) parts.push_back({begin, end});
  };
  for (const QuotedPart& ellipsis : ellipses(text)) {
    add(ellipsis.begin);
    begin = ellipsis.end;
  }
  add(text.size());
  return parts;
}

}  // namespace pincite
