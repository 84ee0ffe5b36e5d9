// Whether a passage has a quotation in the very characters that were typed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace pincite {

/// The characters of a quotation that a passage must have to match exactly: without the quotation
/// marks around it; runs of white space are one space. Other punctuation that was typed counts.
std::string typed_characters(std::string_view quotation);

/// A passage's text, made ready to be compared.
class ComparedText {
 public:
  explicit ComparedText(std::string_view text);

  /// Where `typed`, from typed_characters(), stands around `words`, bytes of the text in which the
  /// words of the quotation were found; nothing where the text has other characters.
  std::optional<Range> exact(const std::string& typed, const Range& words) const;

 private:
  std::size_t squeezed_offset(std::uint32_t offset) const;

  std::string squeezed_;
  std::vector<std::uint32_t> offsets_;  // of each byte of squeezed_, and the end, in the text
};

}  // namespace pincite
