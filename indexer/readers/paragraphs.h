// From plain text to paragraphs.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/reading.h"

namespace pincite {

/// Paragraphs separated by blank lines, each trimmed. As records have them.
std::vector<Block> split_at_blank_lines(std::string_view text, std::uint32_t first_line = 1);

/// Paragraphs of a text file: separated by blank lines, or, where there is none, one a line.
/// Lines that end in a hyphen or in the slash of a symbol, and lines wrapped to one width, belong
/// together. Blank lines right before a note's label, and a page break in mid-sentence with the
/// blank lines around it, separate nothing.
std::vector<Block> split_paragraphs(std::string_view text, std::uint32_t first_line);

}  // namespace pincite
