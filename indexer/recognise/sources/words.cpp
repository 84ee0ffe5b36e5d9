#include "indexer/recognise/sources/words.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>

#include "corpus/text.h"

namespace pincite {
namespace {

bool is_letter_or_digit(std::int32_t c) {
  return c >= 0 && (u_isalnum(c) != 0 || u_charType(c) == U_NON_SPACING_MARK);
}

/// Whether `c` may stand inside a word, between two letters or digits.
bool joins(std::int32_t c) {
  constexpr std::int32_t kApostrophe = 0x2019;
  constexpr std::array<std::int32_t, 2> kHyphens = {0x2010, 0x2011};
  return c == '-' || c == '/' || c == '\'' || c == '.' || c == kApostrophe || c == '&' ||
         std::ranges::find(kHyphens, c) != kHyphens.end();
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (at < text.size()) {
    std::size_t next = at;
    const std::int32_t c = next_code_point(text, next);
    if (is_letter_or_digit(c)) {
      end = at = next;
      continue;
    }
    if (!joins(c) || next == text.size()) break;
    std::size_t behind = next;
    if (!is_letter_or_digit(next_code_point(text, behind))) break;
    at = next;
  }
  return end;
}

std::string key_of(std::string_view word) {
  std::string key(word);
  bool ascii = true;
  for (char& c : key) {
    ascii = ascii && static_cast<unsigned char>(c) < 0x80U;
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return ascii ? key : name_key(word);
}

NoteWord word_of(std::string_view text, std::size_t begin, std::size_t end) {
  NoteWord word{text.substr(begin, end - begin), {}, begin, end, false};
  std::string_view bare = word.text;
  for (const std::string_view ending : {"'s", "’s"}) {
    if (!bare.ends_with(ending) || bare.size() == ending.size()) continue;
    bare.remove_suffix(ending.size());
    word.possessive = true;
    break;
  }
  word.key = key_of(bare);
  return word;
}

}  // namespace

bool NoteWord::capital() const {
  std::size_t at = 0;
  const std::int32_t c = next_code_point(text, at);
  return c >= 0 && u_isalpha(c) != 0 && u_islower(c) == 0;
}

bool NoteWord::all_capitals() const {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::int32_t c = next_code_point(text, at);
    if (u_islower(c) != 0) return false;
    if (u_isupper(c) != 0) ++capitals;
  }
  return capitals >= 2;
}

std::vector<NoteWord> note_words(std::string_view text) {
  std::vector<NoteWord> words;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    if (!is_letter_or_digit(next_code_point(text, at))) continue;
    at = end_of_word(text, begin);
    words.push_back(word_of(text, begin, at));
  }
  return words;
}

bool is_one_of(std::string_view key, WordList list) {
  return std::ranges::find(list, key) != list.end();
}

bool says(std::span<const NoteWord> words, std::size_t at, std::string_view phrase) {
  for (; !phrase.empty(); ++at) {
    const std::size_t space = std::min(phrase.find(' '), phrase.size());
    if (at >= words.size() || words[at].key != phrase.substr(0, space)) return false;
    phrase.remove_prefix(std::min(space + 1, phrase.size()));
  }
  return true;
}

std::size_t count_words(std::string_view phrase) {
  return static_cast<std::size_t>(std::ranges::count(phrase, ' ')) + 1;
}

std::size_t find_words(std::span<const NoteWord> words, std::string_view phrase, std::size_t at) {
  while (at < words.size() && !says(words, at, phrase)) ++at;
  return at;
}

}  // namespace pincite
