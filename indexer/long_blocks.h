// Paragraphs of many megabytes, which no document means and some files have.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "indexer/reading.h"

namespace pincite {

/// Bytes of text of the longest passage. Its words are held in memory all at once, about thirty
/// bytes for a byte of text, when it is indexed and when it is found.
inline constexpr std::size_t kLongestBlock = std::size_t{4} << 20U;

/// Cuts longer blocks behind a sentence, else behind a word, else between two characters. A phrase
/// across a cut is not found. `warn` is called with the bytes of each block that is cut.
void cut_long_blocks(std::vector<Block>& blocks, const std::function<void(std::size_t)>& warn);

}  // namespace pincite
