#include "corpus/nearest_names.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "corpus/text.h"

namespace pincite {
namespace {

constexpr std::size_t kLeastBeginning = 3;
// Among codes of two and three letters, everything is near to everything.
constexpr std::size_t kLeastName = 4;

std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  letters.reserve(text.size());
  std::size_t at = 0;
  while (at < text.size()) letters += static_cast<char32_t>(next_code_point(text, at));
  return letters;
}

/// Distance of two strings, or `most` + 1 where it is greater than `most`.
std::size_t distance(std::u32string_view a, std::u32string_view b, std::size_t most) {
  if (a.size() > b.size() + most || b.size() > a.size() + most) return most + 1;
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      row[j] = std::min({change, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    if (*std::ranges::min_element(row) > most) return most + 1;
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], most + 1);
}

/// How far a name is from the key that someone wrote; nothing where it is further than `most`.
std::optional<std::size_t> nearness(std::u32string_view name, std::u32string_view key,
                                    std::size_t most) {
  if (name.size() < kLeastName) return std::nullopt;
  if (key.size() >= kLeastBeginning) {
    if (name.starts_with(key)) return 1;
    const std::u32string word = std::u32string(U" ").append(key);
    if (name.find(word) != std::u32string_view::npos) return 2;
  }
  const std::size_t far = distance(name, key, most);
  return far > most ? std::nullopt : std::optional(far);
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return distance(letters_of(a), letters_of(b), std::max(a.size(), b.size()));
}

std::vector<NearName> nearest_names(const NameIndex& names, std::string_view key) {
  const std::u32string wanted = letters_of(key);
  const std::size_t most = std::max<std::size_t>(1, wanted.size() / 3);
  std::map<std::uint32_t, std::size_t> nearest;
  for (const NameIndex::Name& name : names.names()) {
    const std::optional<std::size_t> far = nearness(letters_of(name.key), wanted, most);
    if (!far) continue;
    const auto [at, added] = nearest.emplace(name.entry, *far);
    if (!added) at->second = std::min(at->second, *far);
  }
  std::vector<NearName> found;
  for (const auto& [entry, far] : nearest) found.push_back({entry, far});
  return found;
}

bool may_be_slip(const NameIndex& names, std::string_view key,
                 std::span<const NameIndex::Name> meant) {
  const std::u32string wanted = letters_of(key);
  return std::ranges::any_of(names.names(), [&](const NameIndex::Name& name) {
    const std::u32string letters = letters_of(name.key);
    return letters.size() >= kLeastName && distance(letters, wanted, 1) <= 1 &&
           std::ranges::find(meant, name.entry, &NameIndex::Name::entry) == meant.end();
  });
}

}  // namespace pincite
