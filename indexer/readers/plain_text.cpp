#include "indexer/readers/formats.h"
#include "indexer/readers/paragraphs.h"

namespace pincite {

std::vector<Block> read_plain_text(std::string_view text, std::uint32_t first_line) {
  return split_paragraphs(text, first_line);
}

}  // namespace pincite
