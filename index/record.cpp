#include "index/record.h"

#include <algorithm>
#include <cassert>

#include "corpus/error.h"
#include "index/analysis.h"
#include "index/bytes.h"
#include "index/compression.h"
#include "index/record_sources.h"
#include "index/record_values.h"

namespace pincite {
namespace {

constexpr std::uint64_t kRecordVersion = 2;
constexpr std::size_t kBlockBytes = 32U << 10U;

void write_metadata(ByteWriter& out, const Metadata& metadata) {
  for (const std::string* text :
       {&metadata.title, &metadata.type, &metadata.language, &metadata.symbol, &metadata.author,
        &metadata.publisher, &metadata.place, &metadata.url, &metadata.accessed}) {
    out.string(*text);
  }
  for (const auto* values :
       {&metadata.state, &metadata.on_behalf_of, &metadata.meeting, &metadata.treaty}) {
    write_strings(out, *values);
  }
  write_period(out, metadata.date);
  write_period(out, metadata.period);
  out.number(metadata.provenance.size());
  for (const auto& [field, provenance] : metadata.provenance) {
    out.string(field);
    out.number(static_cast<std::uint64_t>(provenance.from));
    out.string(provenance.where);
  }
  out.number(metadata.fields.size());
  for (const auto& [field, json] : metadata.fields) {
    out.string(field);
    out.string(json);
  }
}

Metadata read_metadata(ByteReader& in) {
  Metadata metadata;
  for (std::string* text :
       {&metadata.title, &metadata.type, &metadata.language, &metadata.symbol, &metadata.author,
        &metadata.publisher, &metadata.place, &metadata.url, &metadata.accessed}) {
    *text = in.string();
  }
  for (auto* values :
       {&metadata.state, &metadata.on_behalf_of, &metadata.meeting, &metadata.treaty}) {
    *values = read_strings(in);
  }
  metadata.date = read_period(in);
  metadata.period = read_period(in);
  for (std::uint64_t count = in.number(); count > 0; --count) {
    Provenance& provenance = metadata.provenance[std::string(in.string())];
    provenance.from = read_enum(in, Origin::manifest);
    provenance.where = in.string();
  }
  for (std::uint64_t count = in.number(); count > 0; --count) {
    const std::string field(in.string());
    metadata.fields[field] = in.string();
  }
  return metadata;
}

// kNone, which is common, becomes one byte.
void write_index(ByteWriter& out, std::uint32_t index) {
  out.number(index == kNone ? 0 : std::uint64_t{index} + 1);
}

std::uint32_t read_index(ByteReader& in) {
  const std::uint64_t number = in.number();
  if (number > kNone) throw std::overflow_error("number too large");
  return number == 0 ? kNone : static_cast<std::uint32_t>(number - 1);
}

void write_passage(ByteWriter& out, const Passage& passage, std::uint32_t length,
                   std::uint32_t tokens) {
  out.number(static_cast<std::uint64_t>(passage.kind));
  out.number(length);
  out.number(tokens);
  write_index(out, passage.locator.heading);
  out.number(passage.locator.paragraph);
  out.string(passage.locator.paragraph_label);
  out.string(passage.locator.page);
  out.number(passage.locator.page_index);
  out.number(passage.silent.size());
  for (const Range& range : passage.silent) write_range(out, range);
  for (unsigned shift = 0; shift < 64; shift += 8) {
    const char byte = static_cast<char>(passage.hash >> shift);
    out.raw({&byte, 1});
  }
}

Passage read_passage(ByteReader& in, std::uint32_t& length, std::uint32_t& tokens) {
  Passage passage;
  passage.kind = read_enum(in, PassageKind::caption);
  length = in.number32();
  tokens = in.number32();
  passage.locator.heading = read_index(in);
  passage.locator.paragraph = in.number32();
  passage.locator.paragraph_label = in.string();
  passage.locator.page = in.string();
  passage.locator.page_index = in.number32();
  for (std::uint64_t count = in.number(); count > 0; --count) {
    passage.silent.push_back(read_range(in));
  }
  const std::string_view hash = in.take(8);
  for (unsigned i = 0; i < 8; ++i) {
    passage.hash |= static_cast<std::uint64_t>(static_cast<unsigned char>(hash[i])) << (8 * i);
  }
  return passage;
}

void write_notes_and_marks(ByteWriter& out, const Document& document) {
  out.number(document.notes.size());
  for (const Note& note : document.notes) {
    out.string(note.label);
    out.number(note.passage);
    out.number(note.passages);
    out.number(note.text_begin);
    write_sources(out, note.sources);
  }
  out.number(document.marks.size());
  for (const Mark& mark : document.marks) {
    write_index(out, mark.note);
    out.number(mark.passage);
    write_range(out, mark.at);
    write_range(out, mark.covers);
  }
}

void read_notes_and_marks(ByteReader& in, Document& document) {
  for (std::uint64_t count = in.number(); count > 0; --count) {
    Note note;
    note.label = in.string();
    note.passage = in.number32();
    note.passages = in.number32();
    note.text_begin = in.number32();
    note.sources = read_sources(in);
    document.notes.push_back(std::move(note));
  }
  for (std::uint64_t count = in.number(); count > 0; --count) {
    Mark mark;
    mark.note = read_index(in);
    mark.passage = in.number32();
    mark.at = read_range(in);
    mark.covers = read_range(in);
    document.marks.push_back(mark);
  }
}

/// Whether passages, notes and marks refer only to what there is. `lengths`: bytes of each
/// passage's text.
bool fits_together(const Document& document, const std::vector<std::uint32_t>& lengths) {
  const std::size_t passages = document.passages.size();
  const auto in_text = [&](const Range& range, std::size_t passage) {
    return range.begin <= range.end && range.end <= lengths[passage];
  };
  for (std::size_t i = 0; i < passages; ++i) {
    const Passage& passage = document.passages[i];
    const std::uint32_t heading = passage.locator.heading;
    if (heading != kNone && heading >= passages) return false;
    for (const Range& range : passage.silent) {
      if (!in_text(range, i)) return false;
    }
  }
  for (const Note& note : document.notes) {
    if (note.passages == 0 || note.passage >= passages) return false;
    if (note.passages > passages - note.passage) return false;
  }
  return std::all_of(document.marks.begin(), document.marks.end(), [&](const Mark& mark) {
    return (mark.note == kNone || mark.note < document.notes.size()) && mark.passage < passages &&
           in_text(mark.at, mark.passage) && in_text(mark.covers, mark.passage);
  });
}

struct TextBlock {
  std::string text;
  std::uint32_t passages = 0;
};

std::vector<TextBlock> text_blocks(const Document& document) {
  std::vector<TextBlock> blocks;
  for (const Passage& passage : document.passages) {
    const bool full =
        blocks.empty() || (!blocks.back().text.empty() &&
                           blocks.back().text.size() + passage.text.size() > kBlockBytes);
    if (full) blocks.emplace_back();
    blocks.back().text += passage.text;
    ++blocks.back().passages;
  }
  return blocks;
}

}  // namespace

std::vector<std::uint32_t> first_positions(const std::vector<std::uint32_t>& tokens) {
  std::vector<std::uint32_t> positions;
  positions.reserve(tokens.size());
  std::uint32_t next = 1;
  for (const std::uint32_t count : tokens) {
    positions.push_back(next);
    next += count + kPassageGap;
  }
  return positions;
}

std::string encode_record(const Document& document, const std::vector<std::uint32_t>& tokens) {
  assert(tokens.size() == document.passages.size());
  std::vector<std::uint32_t> lengths;
  for (const Passage& passage : document.passages) {
    lengths.push_back(static_cast<std::uint32_t>(passage.text.size()));
  }
  assert(fits_together(document, lengths));
  const std::vector<TextBlock> blocks = text_blocks(document);
  ByteWriter head;
  head.string(document.id);
  head.string(document.source);
  head.string(document.sha256);
  write_metadata(head, document.metadata);
  head.number(document.passages.size());
  for (std::size_t i = 0; i < document.passages.size(); ++i) {
    write_passage(head, document.passages[i], lengths[i], tokens[i]);
  }
  write_notes_and_marks(head, document);
  head.number(blocks.size());
  for (const TextBlock& block : blocks) head.number(block.passages);

  ByteWriter record;
  record.number(kRecordVersion);
  record.string(compress(head.bytes()));
  for (const TextBlock& block : blocks) record.string(compress(block.text));
  return record.bytes();
}

Record::Record(std::string bytes) : bytes_(std::move(bytes)) {
  try {
    ByteReader in(bytes_);
    if (in.number() != kRecordVersion) throw std::runtime_error("unknown version");
    read_head(decompress(in.string()));
    for (Block& block : blocks_) {
      const std::string_view frame = in.string();
      block.offset = static_cast<std::size_t>(frame.data() - bytes_.data());
      block.compressed = frame.size();
    }
    if (!in.at_end()) throw std::runtime_error("stored document is too long");
  } catch (const std::runtime_error& error) {
    throw Error("stored document", error.what(),
                "the index is damaged; run `pincite index --rebuild`");
  } catch (const std::out_of_range& error) {
    throw Error("stored document", error.what(),
                "the index is damaged; run `pincite index --rebuild`");
  }
}

void Record::read_head(std::string_view head) {
  ByteReader in(head);
  document_.id = in.string();
  document_.source = in.string();
  document_.sha256 = in.string();
  document_.metadata = read_metadata(in);
  const std::uint64_t count = in.number();
  for (std::uint64_t i = 0; i < count; ++i) {
    document_.passages.push_back(read_passage(in, lengths_.emplace_back(), tokens_.emplace_back()));
  }
  read_notes_and_marks(in, document_);
  std::uint64_t passages = 0;
  for (std::uint64_t blocks = in.number(); blocks > 0; --blocks) {
    blocks_.push_back({0, 0, static_cast<std::uint32_t>(passages), in.number32(), false});
    passages += blocks_.back().passages;
    if (passages > count) break;
  }
  std::uint64_t positions = kPassageGap * count;
  for (const std::uint32_t tokens : tokens_) positions += tokens;
  if (passages != count || positions > UINT32_MAX || !in.at_end() ||
      !fits_together(document_, lengths_)) {
    throw std::runtime_error("its parts do not fit together");
  }
  first_positions_ = pincite::first_positions(tokens_);
}

void Record::load_block(Block& block) {
  if (block.loaded) return;
  try {
    const std::string text =
        decompress(std::string_view(bytes_).substr(block.offset, block.compressed));
    ByteReader in(text);
    for (std::uint32_t i = block.passage; i < block.passage + block.passages; ++i) {
      document_.passages[i].text = in.take(lengths_[i]);
    }
    if (!in.at_end()) throw std::runtime_error("block is too long");
  } catch (const std::exception& error) {
    throw Error(document_.id, error.what(), "the index is damaged; run `pincite index --rebuild`");
  }
  block.loaded = true;
}

const Passage& Record::load(std::uint32_t passage) {
  const auto behind =
      std::upper_bound(blocks_.begin(), blocks_.end(), passage,
                       [](std::uint32_t p, const Block& block) { return p < block.passage; });
  load_block(*(behind - 1));
  return document_.passages[passage];
}

void Record::load_all() {
  for (Block& block : blocks_) load_block(block);
}

std::uint32_t Record::passage_at(std::uint32_t position) const {
  const auto behind = std::upper_bound(first_positions_.begin(), first_positions_.end(), position);
  return static_cast<std::uint32_t>(behind - first_positions_.begin() - 1);
}

}  // namespace pincite
