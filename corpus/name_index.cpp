#include "corpus/name_index.h"

#include <algorithm>
#include <unicode/uchar.h>

#include "corpus/text.h"

namespace pincite {
namespace {

constexpr std::string_view kArticle = "the";

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

bool is_ascii_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// name_key() for ASCII, where ICU is not needed.
std::string ascii_key(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  bool space = false;
  for (const char c : text) {
    if (!is_ascii_alnum(c)) {
      space = !key.empty();
      continue;
    }
    if (space) key += ' ';
    space = false;
    key += lower(c);
  }
  return key;
}

std::string key_of(std::string_view text) {
  return is_ascii(text) ? ascii_key(text) : name_key(text);
}

/// Calls `each(word)` for the words of a key.
template <typename Each>
void for_each_word(std::string_view key, Each each) {
  while (!key.empty()) {
    const std::size_t space = std::min(key.find(' '), key.size());
    each(key.substr(0, space));
    key.remove_prefix(std::min(space + 1, key.size()));
  }
}

/// Accents and invisible characters (soft hyphens, joiners) stand inside words, as name_key() has
/// it.
bool is_word(std::int32_t c) {
  if (c < 0x80) return c >= 0 && is_ascii_alnum(static_cast<char>(c));
  return u_isalnum(c) != 0 || u_charType(c) == U_NON_SPACING_MARK ||
         u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

std::string_view key_of_name(const NameIndex::Name& name) { return name.key; }

bool keeps_apart(std::string_view between) {
  if (between.find_first_of(";:|") != std::string_view::npos) return true;
  const std::size_t line = between.find('\n');
  return line != std::string_view::npos && between.find('\n', line + 1) != std::string_view::npos;
}

/// Adds the words that text[begin, end) folds to; one piece of text may fold to several (`½`).
void add_tokens(std::string_view text, std::size_t begin, std::size_t end, bool apart,
                std::vector<NameToken>& tokens) {
  for_each_word(key_of(text.substr(begin, end - begin)), [&](std::string_view word) {
    if (word == kArticle) return;
    tokens.push_back({std::string(word), begin, end, apart});
    apart = false;
  });
}

}  // namespace

std::string lookup_key(std::string_view name) {
  std::string key = key_of(name);
  if (key.find(kArticle) == std::string::npos) return key;
  std::string kept;
  for_each_word(key, [&kept](std::string_view word) {
    if (word == kArticle) return;
    if (!kept.empty()) kept += ' ';
    kept += word;
  });
  return kept.empty() ? key : kept;
}

std::vector<NameToken> name_tokens(std::string_view text) {
  std::vector<NameToken> tokens;
  std::size_t last = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    if (!is_word(next_code_point(text, at))) continue;
    std::size_t end = at;
    while (at < text.size() && is_word(next_code_point(text, at))) end = at;
    at = end;
    add_tokens(text, begin, end, keeps_apart(text.substr(last, begin - last)), tokens);
    last = end;
  }
  return tokens;
}

void NameIndex::add(std::string_view name, std::uint32_t entry) {
  add_key(lookup_key(name), entry);
}

void NameIndex::add_key(std::string key, std::uint32_t entry) {
  if (!key.empty()) names_.push_back({std::move(key), entry});
}

void NameIndex::sort() {
  std::sort(names_.begin(), names_.end());
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
}

std::span<const NameIndex::Name> NameIndex::find(std::string_view key) const {
  const auto first = std::ranges::lower_bound(names_, key, {}, key_of_name);
  const auto last = std::ranges::upper_bound(first, names_.end(), key, {}, key_of_name);
  return {first, last};
}

bool NameIndex::begins(std::string_view beginning) const {
  const auto at = std::ranges::lower_bound(names_, beginning, {}, key_of_name);
  return at != names_.end() && at->key.starts_with(beginning);
}

NameIndex::Match NameIndex::longest(std::span<const NameToken> tokens, std::size_t first,
                                    std::size_t last) const {
  Match best;
  std::string key;
  for (std::size_t i = first; i < last; ++i) {
    if (i != first && tokens[i].apart) break;
    key += tokens[i].key;
    if (const auto found = find(key); !found.empty()) best = {i - first + 1, found};
    key += ' ';
    if (!begins(key)) break;
  }
  return best;
}

}  // namespace pincite
