// What note marks and the labels of notes look like, told from the characters around them.
//
//   marks   bracket      error.”[5]   [1 ]   [^5]
//           superscript  error⁵   error^5^   error<sup>5</sup>
//           round        mines."(302)
//           bare         military.38   Convention3
//   labels  [5] Text   [5]Text   [^5]: Text   5 Text   5. Text   5) Text   (5) Text   ⁵ Text
//           ^5 Text   <sup>5</sup> Text   Note 5: Text
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace pincite {

enum class MarkShape : std::uint8_t { bracket, superscript, round, bare };

/// Whether marks of the shape are told from text only by the notes there are, and their order.
bool is_doubtful(MarkShape shape);

/// What may be a note mark.
struct FoundMark {
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  unsigned number = 0;
  bool behind_stop = false;  // glued to what ends a sentence, or to a closing quotation mark
};

/// All that may be marks of the shape, in order. Reference numbers (`Article 2 (7)`, `No.38`),
/// powers
/// (`m²`), years, decimals (`1992.5`) and formulas (`CO2`) are none.
std::vector<FoundMark> possible_marks(std::string_view text, MarkShape shape);

/// Whether the mark that begins at `at` is glued to a word, a year, or what closes a sentence or a
/// quotation, so that it can be nothing but a mark, whether there is a note or not. `19[47]`, `a
/// [5]` and `=[5]` are text; of superscripts, what stands behind fewer than three letters (`CO²`).
bool is_glued(std::string_view text, std::size_t at);

enum class LabelShape : std::uint8_t {
  bracket,
  bare,
  glued,  // `5Text`
  stop,
  half_round,
  round,
  superscript,
  caret,
  spelled
};

/// Whether lists and numbered paragraphs have such labels too: `5.`, `5)`, `(5)`.
bool is_list_like(LabelShape shape);

/// A number that a note may begin with.
struct NoteLabel {
  LabelShape shape = LabelShape::bare;
  unsigned number = 0;
  std::size_t begin = 0;       // bytes of the text; emphasis before the label belongs to it
  std::size_t text_begin = 0;  // where the note's text begins
  bool alone = false;          // it is all of the text: the note stands in the next paragraph
  bool doubtful = false;       // what follows begins no sentence: lower case, or a month
};

/// The label at `at`, where a line begins.
std::optional<NoteLabel> label_at(std::string_view text, std::size_t at);

/// The label of this shape and number that stands in mid-line behind white space within
/// text[from, to): where notes run on.
std::optional<NoteLabel> label_in_line(std::string_view text, std::size_t from, std::size_t to,
                                       LabelShape shape, unsigned number);

}  // namespace pincite
