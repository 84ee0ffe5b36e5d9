#include "indexer/long_blocks.h"

#include <algorithm>
#include <string_view>

namespace pincite {
namespace {

constexpr std::size_t kSearched = 64 << 10;  // bytes before the longest piece's end

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool ends_sentence(std::string_view text, std::size_t space) {
  return space > 0 && std::string_view(".!?]").find(text[space - 1]) != std::string_view::npos;
}

/// Bytes of the first piece. REQUIRES: the text is longer than a piece may be.
std::size_t first_piece(std::string_view text) {
  std::size_t word = 0;
  for (std::size_t at = kLongestBlock; at > kLongestBlock - kSearched; --at) {
    if (!is_space(text[at])) continue;
    if (ends_sentence(text, at)) return at;
    word = std::max(word, at);
  }
  if (word != 0) return word;
  std::size_t at = kLongestBlock;
  while ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;  // inside a character
  return at;
}

void cut(const Block& block, std::vector<Block>& pieces) {
  std::string_view rest = block.text;
  while (!rest.empty()) {
    const std::size_t bytes = rest.size() > kLongestBlock ? first_piece(rest) : rest.size();
    Block& piece = pieces.emplace_back();
    piece.kind = block.kind;
    piece.level = block.level;
    piece.line = block.line;
    piece.text = rest.substr(0, bytes);
    rest.remove_prefix(bytes);
    while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
  }
}

}  // namespace

void cut_long_blocks(std::vector<Block>& blocks, const std::function<void(std::size_t)>& warn) {
  const bool none = std::none_of(blocks.begin(), blocks.end(), [](const Block& block) {
    return block.text.size() > kLongestBlock;
  });
  if (none) return;
  std::vector<Block> pieces;
  for (Block& block : blocks) {
    if (block.text.size() <= kLongestBlock) {
      pieces.push_back(std::move(block));
      continue;
    }
    warn(block.text.size());
    cut(block, pieces);
    block.text = std::string();  // its memory is needed for what follows
  }
  blocks = std::move(pieces);
}

}  // namespace pincite
