// How a text names the source of what it quotes: in brackets, behind a dash, or in a note.
//
//   “…” (Azerbaijan, 2010)   “…” [Azerbaijan, 2010]   “…” — Azerbaijan, 2010   “…”[5]   “…”⁵
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pincite {

/// What stands behind a quotation.
struct ClaimForm {
  enum class Kind : std::uint8_t {
    none,
    written,  // `text` is the claim itself
    note,     // `text` is the label of a note: `5`, `icbl`
  };
  Kind kind = Kind::none;
  std::string text;
  std::size_t end = 0;  // byte behind it, and behind the stop of the sentence
};

/// The form that begins at byte `at`, punctuation and white space before it aside; it ends before
/// byte `until`, and before a blank line. A claim behind a dash ends where the line or its sentence
/// does.
ClaimForm claim_form_at(std::string_view text, std::size_t at, std::size_t until);

/// The mark of a note that begins exactly at `at`: `[5]`, `[^5]`, `[^icbl]`, `⁵`.
ClaimForm note_mark_at(std::string_view text, std::size_t at);

/// A line that ends in a claim, in brackets or behind a dash with white space at its sides: where
/// the words before it end. Nothing where it does not.
struct LineClaim {
  std::size_t words_end = 0;
  ClaimForm form;
};
std::optional<LineClaim> claim_at_the_end(std::string_view line);

}  // namespace pincite
