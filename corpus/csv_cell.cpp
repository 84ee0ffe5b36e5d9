#include "corpus/csv_cell.h"

#include <algorithm>
#include <array>

#include "corpus/text.h"

namespace pincite {

std::string csv_cell(std::string_view text) {
  const bool plain =
      text.find_first_of(",;\"\r\n\t") == std::string_view::npos && trim(text) == text;
  if (plain) return std::string(text);
  std::string cell = "\"";
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + '"';
}

bool would_run(std::string_view text) {
  if (text.starts_with('\t') || text.starts_with('\n')) return true;
  const std::string_view trimmed = trim(text);
  constexpr std::array<std::string_view, 8> kStarts = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  return std::ranges::any_of(kStarts,
                             [&](std::string_view start) { return trimmed.starts_with(start); });
}

}  // namespace pincite
