// The quotations that a text asks to be verified, each with the source claimed for it.
//
// The text is either a list, one quotation a line, in quotation marks or without them, or a running
// text, of which every quoted span is a quotation. Which of the two it is shows in its quotation
// marks. Its units are the lines; a quoted span that goes over lines makes them one, and so do
// lines wrapped to one width. It is a running text where at least every fourth unit has other words
// beside what it quotes.
//
// In a list, a line is a quotation with what stands behind it (claim_forms.h); a line that is only
// a dash and a source belongs to the one above it. In a running text the source is what stands
// behind the quotation; else the next note mark in its paragraph, or brackets at the end of its
// sentence. Notes at the end of the text are no quotations.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query.h"

namespace pincite {

struct ReadQuotation {
  std::string text;     // without the quotation marks around it
  std::string claimed;  // the source; empty where none is named
  std::string whole;   // where `claimed` may be words of the quotation, these with `text`; or empty
  bool loose = false;  // whether `claimed` is a source only if it reads like one
  std::uint32_t line = 0;  // of the input, from 1, that it begins in
};

enum class InputForm : std::uint8_t { automatic, list, running_text };

struct ReadInput {
  InputForm form = InputForm::list;  // what it was read as
  std::vector<ReadQuotation> quotations;
  std::vector<Notice> notices;  // `unclosed_quote`, `note_missing`
};

/// REQUIRES: UTF-8. Takes time in proportion to the text.
ReadInput read_quotations(std::string_view text, InputForm form = InputForm::automatic);

}  // namespace pincite
