// Whether two passages are the same but for some words, and which.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "corpus/document.h"

namespace pincite {

/// Where two passages part: words of the one that stand in the place of words of the other, either
/// of which may be none. Indexes of words.
struct Parting {
  Range own;
  Range other;
};

struct Likeness {
  Range own;                      // words that both have, but for what parts them
  Range other;                    // likewise
  std::vector<Parting> partings;  // in order; those at the ends of both passages among them

  bool is_same() const { return partings.empty(); }
};

/// Lays two passages side by side, given words that they share: from there on to both sides, as
/// long as they go on alike but for a few words. Compounds are alike however they are spelled
/// (`land mine`, `landmine`). What one of them has before the other begins, or behind its end, is a
/// parting at the end. Takes linear time.
Likeness likeness(std::span<const std::string> own, Range shared,
                  std::span<const std::string> other, Range shared_there);

/// Whether what they share makes them copies: it is most of the shorter one, and few words in it
/// part them.
bool are_copies(const Likeness& likeness, std::size_t own_words, std::size_t other_words);

}  // namespace pincite
