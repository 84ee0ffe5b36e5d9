// Two sequences of words laid side by side: what is the same, what one has and the other lacks.
// Knows no text and no database.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace pincite {

/// Words [begin, end) of a sequence.
struct WordSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const { return begin == end; }
  bool operator==(const WordSpan&) const = default;
};

/// One step along both sequences. A compound has several words on one side: `anti` `personnel`
/// and `antipersonnel` are the same.
struct AlignedWords {
  enum class Kind : std::uint8_t {
    same,
    added,    // words of the quotation that the source lacks
    dropped,  // words of the source that the quotation lacks
  };
  Kind kind = Kind::same;
  WordSpan quoted;  // empty for dropped
  WordSpan source;  // empty for added

  bool operator==(const AlignedWords&) const = default;
};

/// The alignment with the fewest words added, dropped or exchanged, an exchange being a word
/// dropped and one added; at the ends words are added rather than exchanged. All of `quoted` is in
/// it; what `source` has before and behind is passed over. Only words are compared whose distances
/// from the beginnings differ by less than `source.size() - quoted.size()` or twice `kLeastBand`:
/// the time is that of their product.
std::vector<AlignedWords> align(std::span<const std::string_view> quoted,
                                std::span<const std::string_view> source);

inline constexpr std::size_t kLeastBand = 16;  // words

}  // namespace pincite
