#include "searcher/output/context.h"

#include "corpus/text.h"
#include "searcher/output/wrap.h"
#include "searcher/query_quotation.h"

namespace pincite {
namespace {

constexpr std::size_t kMostBytesPerColumn = 16;

/// Columns of a character; a space in a run of space takes none.
std::size_t columns_of(std::string_view character, bool run_of_space) {
  if (white_space_at(character, 0) > 0) return run_of_space ? 0 : 1;
  return columns(character);
}

}  // namespace

Range context_before(std::string_view text, std::uint32_t match, std::size_t width) {
  std::size_t begin = match;
  std::size_t taken = 0;
  bool space = false;
  for (std::size_t at = match; at > 0 && match - at <= width * kMostBytesPerColumn;) {
    const std::size_t start = start_before(text, at);
    const std::size_t more = columns_of(text.substr(start, at - start), space);
    if (taken + more > width) break;
    space = white_space_at(text, start) > 0;
    if (more > 0) begin = start;  // never at a combining mark, whose letter is not taken
    taken += more;
    at = start;
  }
  return {static_cast<std::uint32_t>(begin), match};
}

Range context_behind(std::string_view text, std::uint32_t match, std::size_t width) {
  std::size_t end = match;
  std::size_t taken = 0;
  bool space = false;
  while (end < text.size() && end - match <= width * kMostBytesPerColumn) {
    std::size_t next = end;
    next_code_point(text, next);
    const std::size_t more = columns_of(text.substr(end, next - end), space);
    if (taken + more > width) break;
    space = white_space_at(text, end) > 0;
    taken += more;
    end = next;
  }
  return {match, static_cast<std::uint32_t>(end)};
}

}  // namespace pincite
