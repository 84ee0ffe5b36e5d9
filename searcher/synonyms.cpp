#include "searcher/synonyms.h"

#include <algorithm>
#include <cstdlib>

namespace pincite {
namespace {

constexpr std::size_t kLongestName = 30;  // tokens

std::string_view line_at(std::string_view text, std::size_t at) {
  return text.substr(at, text.find('\n', at) - at);
}

/// Where the first line begins whose key is not before `key`.
std::size_t lower_bound(std::string_view keys, std::string_view key) {
  std::size_t low = 0;
  std::size_t high = keys.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t begin = middle == 0 ? 0 : keys.rfind('\n', middle - 1) + 1;
    const std::string_view line = line_at(keys, begin);
    if (line.substr(0, line.find('\t')) < key) {
      low = begin + line.size() + 1;
    } else {
      high = begin;
    }
  }
  return low;
}

template <typename Each>
void for_each_field(std::string_view line, Each each) {
  while (!line.empty()) {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    each(line.substr(0, tab));
    line.remove_prefix(std::min(tab + 1, line.size()));
  }
}

/// The names of all groups on the line of a key, each once.
std::vector<std::string> names_of(std::string_view line) {
  std::vector<std::string> names;
  line.remove_prefix(line.find('\t') + 1);
  for_each_field(line, [&](std::string_view group) {
    const std::size_t at = std::strtoul(std::string(group).c_str(), nullptr, 10);
    for_each_field(line_at(synonym_text().groups, at), [&](std::string_view name) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
    });
  });
  return names;
}

}  // namespace

SynonymMatch longest_synonym(std::span<const NameToken> tokens, std::size_t first,
                             std::span<const std::size_t> ends) {
  SynonymMatch longest;
  const std::string_view keys = synonym_text().keys;
  std::string key;
  for (std::size_t i = first; i < tokens.size() && i - first < kLongestName; ++i) {
    if (i > first && tokens[i].apart) break;
    key.append(key.empty() ? "" : " ").append(tokens[i].key);
    const std::string_view line = line_at(keys, lower_bound(keys, key));
    if (!line.starts_with(key)) break;
    if (line.substr(0, line.find('\t')) == key && std::binary_search(ends.begin(), ends.end(), i)) {
      longest = {i, names_of(line)};
    }
  }
  return longest;
}

}  // namespace pincite
