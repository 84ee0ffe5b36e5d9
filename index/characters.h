// What each character is to the analysis: part of a word, a token of its own, or what parts words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unicode/umachine.h>

namespace pincite {

enum class CharacterClass : std::uint8_t {
  other,        // parts words
  word,         // letters and digits
  extend,       // accents and ignorable characters: belong to the word they follow
  apostrophe,   // belongs to a word that goes on behind it
  bracket,      // square: likewise, where a letter follows
  character,    // a token of its own: of a script without spaces, or one that stands for several
  superscript,  // raised digit
};

/// The code point at byte `at` if UTF-8 writes it in two bytes, else 0: the quick way for most
/// alphabets. REQUIRES: at < text.size().
inline UChar32 two_byte_character(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0xC2 || lead > 0xDF || at + 1 == text.size()) return 0;
  const auto trail = static_cast<unsigned char>(text[at + 1]);
  return (trail & 0xC0U) == 0x80U ? static_cast<UChar32>((lead & 0x1FU) << 6U | (trail & 0x3FU))
                                  : 0;
}

/// The class of a code point; negative ones (what is not UTF-8) part words.
CharacterClass class_of(UChar32 c);

/// Class of the character at byte `at`, which moves behind it; other at the end of the text.
CharacterClass next_class(std::string_view text, std::size_t& at);

/// White space at a line's end and what the next line is indented by, at most; characters.
inline constexpr int kMostSpaces = 8;

/// Where the word goes on behind an ignorable character that ends at `at`: there, or, if it is a
/// soft hyphen at a line's end, at the letter behind the white space.
std::size_t behind_soft_hyphen(std::string_view text, std::size_t at);

/// Characters that are written as two of their own script, and belong together then: Thai and Lao
/// sara am as nikhahit (`before`) and sara aa (`c`), Lao ho sung (`before`) with no or mo.
/// `before`: the token so far.
bool joins_character(std::string_view before, UChar32 c);

}  // namespace pincite
