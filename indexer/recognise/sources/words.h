// The words of a note, as its grammar is told by them.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pincite {

struct NoteWord {
  std::string_view text;  // as written
  std::string key;        // lower case, without accents; of `Grenada’s`, `grenada`
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  bool possessive = false;

  bool capital() const;       // begins with a capital letter or a letter without cases
  bool all_capitals() const;  // `ICBL`, `10MSP`: two capitals at least and no small letter
};

/// Words of letters, digits and the hyphens, strokes, apostrophes and points inside them:
/// `E-mail`, `A/RES/65/48`, `d’Ivoire`, `U.S`.
std::vector<NoteWord> note_words(std::string_view text);

using WordList = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view key, WordList list);

/// Whether the words from `at` on are those of `phrase`, which single spaces separate:
/// `says(words, 2, "in response to")`.
bool says(std::span<const NoteWord> words, std::size_t at, std::string_view phrase);

std::size_t count_words(std::string_view phrase);

/// Index of the first place from `at` on where the words are these; words.size() where none is.
std::size_t find_words(std::span<const NoteWord> words, std::string_view phrase,
                       std::size_t at = 0);

}  // namespace pincite
