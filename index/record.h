// A document as it is stored with its index entry: a head with everything but the texts, then the
// texts in compressed blocks, so that showing a passage of a book unpacks that passage's block
// only.
//
//   record  := version:number head:frame block:frame*
//   frame   := zstd frame with its length in front
//   head    := metadata, blocks (passages in each), passages, notes, marks; see record.cpp
//   block   := texts of whole passages, one after the other, 32 KB or the one longer passage
//
// Numbers are unsigned LEB128, strings carry their length in front.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"

namespace pincite {

/// `tokens`: how many tokens each passage has; positions follow from it.
std::string encode_record(const Document& document, const std::vector<std::uint32_t>& tokens);

/// Position of the first token of each passage, from the number of tokens in each. Positions begin
/// at 1; between passages they jump by kPassageGap.
std::vector<std::uint32_t> first_positions(const std::vector<std::uint32_t>& tokens);

/// A stored document whose texts are unpacked when they are asked for.
class Record {
 public:
  /// Throws Error where the bytes are not a record.
  explicit Record(std::string bytes);

  /// The document; the text of a passage is empty until it is loaded.
  const Document& document() const { return document_; }
  /// Hands the document over; the record is not used any more.
  Document take() && { return std::move(document_); }

  /// Unpacks the text of this passage. Throws Error where its block is damaged.
  const Passage& load(std::uint32_t passage);
  void load_all();

  /// Position of a passage's first token.
  std::uint32_t first_position(std::uint32_t passage) const { return first_positions_[passage]; }
  std::uint32_t token_count(std::uint32_t passage) const { return tokens_[passage]; }
  /// The passage that holds `position`. REQUIRES: some passage does.
  std::uint32_t passage_at(std::uint32_t position) const;

 private:
  struct Block {
    std::size_t offset = 0;      // of its compressed bytes, in bytes_
    std::size_t compressed = 0;  // bytes
    std::uint32_t passage = 0;   // first passage
    std::uint32_t passages = 0;
    bool loaded = false;
  };

  void read_head(std::string_view head);
  void load_block(Block& block);

  std::string bytes_;
  Document document_;
  std::vector<std::uint32_t> lengths_;  // bytes of each passage's text
  std::vector<std::uint32_t> tokens_;
  std::vector<std::uint32_t> first_positions_;
  std::vector<Block> blocks_;
};

}  // namespace pincite
