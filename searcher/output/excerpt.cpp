#include "searcher/output/excerpt.h"

#include <algorithm>

#include "corpus/text.h"

namespace pincite {
namespace {

// Code points.
constexpr std::size_t kWhole = 3000;
constexpr std::size_t kWindow = 600;
constexpr std::size_t kNearbySpace = 30;

constexpr std::size_t kMostWindows = 5;
constexpr std::string_view kSpace = " \t\r\n";

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::size_t back(std::string_view text, std::size_t at, std::size_t points) {
  for (; points > 0 && at > 0; --points) {
    do {
      --at;
    } while (at > 0 && is_continuation(text[at]));
  }
  return at;
}

std::size_t forward(std::string_view text, std::size_t at, std::size_t points) {
  for (; points > 0 && at < text.size(); --points) {
    do {
      ++at;
    } while (at < text.size() && is_continuation(text[at]));
  }
  return at;
}

/// The start of a word near `at`, at `at` or after it.
std::size_t word_start(std::string_view text, std::size_t at) {
  if (at == 0) return at;
  const std::size_t last = forward(text, at, kNearbySpace);
  const std::size_t space = text.substr(0, last).find_first_of(kSpace, at);
  if (space == std::string_view::npos) return at;
  const std::size_t word = text.substr(0, last).find_first_not_of(kSpace, space);
  return word == std::string_view::npos ? at : word;
}

/// The end of a word near `at`, at `at` or before it.
std::size_t word_end(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  const std::size_t first = back(text, at, kNearbySpace);
  const std::size_t space = text.find_last_of(kSpace, at);
  if (space == std::string_view::npos || space < first) return at;
  const std::size_t word = text.find_last_not_of(kSpace, space);
  return word == std::string_view::npos || word < first ? at : word + 1;
}

Range range(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// The window that shows bytes [begin, end).
Range window_around(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t matched = code_points(text.substr(begin, end - begin));
  const std::size_t margin = matched < kWindow ? (kWindow - matched) / 2 : kNearbySpace;
  const std::size_t from = word_start(text, back(text, begin, margin));
  const std::size_t to = word_end(text, forward(text, end, margin));
  return range(std::min(from, begin), std::max(to, end));
}

/// How many of `highlights`, from the first on, one window takes in.
std::size_t taken_together(std::string_view text, std::span<const Range> highlights) {
  const std::size_t limit = forward(text, highlights.front().begin, kWindow / 2);
  std::size_t taken = 1;
  while (taken < highlights.size() && highlights[taken].end <= limit) ++taken;
  return taken;
}

void add(std::vector<Range>& windows, const Range& window) {
  if (!windows.empty() && window.begin <= windows.back().end) {
    windows.back().end = std::max(windows.back().end, window.end);
  } else {
    windows.push_back(window);
  }
}

}  // namespace

std::string_view part_of(std::string_view text, const Range& range) {
  const std::size_t begin = std::min<std::size_t>(range.begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(range.end, begin, text.size());
  return text.substr(begin, end - begin);
}

std::vector<Range> excerpt(std::string_view text, std::span<const Range> highlights) {
  if (text.empty()) return {};
  if (code_points(text) <= kWhole) return {range(0, text.size())};
  if (highlights.empty()) return {range(0, word_end(text, forward(text, 0, kWindow)))};
  std::vector<Range> windows;
  for (std::size_t made = 0; made < kMostWindows && !highlights.empty(); ++made) {
    const std::size_t taken = taken_together(text, highlights);
    const std::size_t begin = std::min<std::size_t>(highlights.front().begin, text.size());
    const std::size_t end = std::clamp<std::size_t>(highlights[taken - 1].end, begin, text.size());
    add(windows, window_around(text, begin, end));
    highlights = highlights.subspan(taken);
  }
  return windows;
}

}  // namespace pincite
