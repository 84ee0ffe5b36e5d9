// Numbers as notes write them, and what stands around them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace pincite {

inline constexpr std::size_t kMostDigits = 6;        // of a mark in brackets or a label
inline constexpr std::size_t kMostDigitsOfBare = 4;  // no note of a real document has more

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Bytes of the white space at `at`, a no-break space too; 0 where there is none.
std::size_t space_at(std::string_view text, std::size_t at);

/// The first byte from `at` on that is no white space.
std::size_t skip_space(std::string_view text, std::size_t at);

/// Whether white space, or the text's start, stands before `at`.
bool is_space_before(std::string_view text, std::size_t at);

/// A number as it stands in the text.
struct Digits {
  std::size_t begin = 0;
  std::size_t end = 0;
  unsigned number = 0;
};

/// The digits at `at`, up to `most` of them, that no zero begins.
std::optional<Digits> digits_at(std::string_view text, std::size_t at, std::size_t most);

/// The superscript digits at `at`: `¹⁵`.
std::optional<Digits> superscript_at(std::string_view text, std::size_t at);

/// `<sup>5</sup>`, as Markdown has it.
std::optional<Digits> raised_at(std::string_view text, std::size_t at);

/// The word of Latin letters that ends at `end`.
std::string_view word_before(std::string_view text, std::size_t end);

/// The word before white space and the stop of an abbreviation.
std::string_view word_before_space(std::string_view text, std::size_t end);

/// Whether `word` is `lower`, whatever its case.
bool equals_folded(std::string_view word, std::string_view lower);

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [word](std::string_view other) { return equals_folded(word, other); });
}

/// Whether a number behind the word is what it counts or names: `No.`, `Article`, `p.`.
bool takes_number(std::string_view word);

}  // namespace pincite
