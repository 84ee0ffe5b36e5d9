// What a line of text looks like, told without knowing its words.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace pincite {

/// Whether the text ends as a sentence does; closing quotation marks, brackets and note marks
/// behind the stop do not matter.
bool ends_sentence(std::string_view text);

/// Whether its first letter is one that no sentence or title begins with: lower case, or of a
/// script without cases. False where something other than a letter comes first.
bool starts_lower(std::string_view text);

/// Whether the line ends in a hyphen that a word is broken at, or in the slash of a document
/// symbol (`A/C.1/`).
bool ends_in_joint(std::string_view text);

/// `text` without white space at its ends; looks at nothing but the ends.
std::string_view trim_ends(std::string_view text);

/// A number in square brackets, as note marks and labels have it: `[5]`, `[1 ]`, `[ 1]`, `[^2]`.
struct BracketNumber {
  std::size_t begin = 0;    // of `[`
  std::size_t end = 0;      // behind `]`
  std::string_view digits;  // one to four of them
  unsigned number = 0;
};

/// The bracketed number that begins at `at`.
std::optional<BracketNumber> bracket_number_at(std::string_view text, std::size_t at);

/// The first bracketed number from `at` on.
std::optional<BracketNumber> find_bracket_number(std::string_view text, std::size_t at);

/// A mark or label of Markdown: `[^5]`, `[^icbl]`.
struct CaretReference {
  std::size_t begin = 0;   // of `[`
  std::size_t end = 0;     // behind `]`
  std::string_view label;  // without white space
};

/// The reference that begins at `at`.
std::optional<CaretReference> caret_reference_at(std::string_view text, std::size_t at);

/// Whether the text begins with a bracketed number, white space aside.
bool starts_with_note_label(std::string_view text);

}  // namespace pincite
