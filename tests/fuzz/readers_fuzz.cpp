// libFuzzer target: whatever stands in a file is read, decoded and recognised; ranges are valid,
// and no character but white space is lost.
//
// The first byte chooses: plain text, Markdown, records, or a sidecar.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unicode/uchar.h>
#include <unistd.h>

#include "corpus/text.h"
#include "indexer/readers/decode.h"
#include "indexer/readers/front_matter.h"
#include "indexer/readers/readers.h"
#include "indexer/recognise/recognise.h"
#include "tests/fuzz/expect.h"

namespace {

using namespace pincite;

constexpr std::array<const char*, 4> kNames = {"a.txt", "a.md", "a.jsonl", "b.txt.json"};

std::filesystem::path folder() {
  static const std::string made = [] {
    std::string name = "/tmp/pincite-fuzz-XXXXXX";
    expect(mkdtemp(name.data()) != nullptr, "a temporary folder");
    std::ofstream(name + "/b.txt") << "A text with a sidecar.";
    return name;
  }();
  return made;
}

void check_range(const Range& range, const std::string& text, const char* what) {
  expect(range.begin <= range.end && range.end <= text.size(), what);
  const auto whole = [&text](std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  };
  expect(whole(range.begin) && whole(range.end), "a range cuts no character");
}

void check_passages(const Document& document) {
  const std::size_t count = document.passages.size();
  expect(count != 0, "a document has a passage");
  for (std::uint32_t i = 0; i < count; ++i) {
    const Passage& passage = document.passages[i];
    expect(!first_invalid_utf8(passage.text), "a passage is UTF-8");
    std::uint32_t end = 0;
    for (const Range& range : passage.silent) {
      check_range(range, passage.text, "a silent range is within the passage");
      expect(range.begin >= end, "silent ranges ascend");
      end = range.end;
    }
    const std::uint32_t above = passage.locator.heading;
    expect(above == kNone || above < i, "the heading above stands above");
  }
}

void check_notes(const Document& document) {
  for (const Note& note : document.notes) {
    expect(std::size_t{note.passage} + note.passages <= document.passages.size(),
           "a note's passages are there");
    expect(note.text_begin <= document.passages[note.passage].text.size(), "a note's text begins");
    note_text(document, note);
  }
  for (const Mark& mark : document.marks) {
    expect(mark.passage < document.passages.size(), "a mark's passage is there");
    expect(mark.note == kNone || mark.note < document.notes.size(), "a mark's note is there");
    check_range(mark.at, document.passages[mark.passage].text, "a mark is within its passage");
    check_range(mark.covers, document.passages[mark.passage].text, "so is what it covers");
  }
}

/// The characters that show, in order.
std::string shown(std::string_view text, std::string_view but = {}) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::int32_t c = next_code_point(text, at);
    if (c >= 0 && u_isUWhiteSpace(c) != 0) continue;
    if (c < 0x80 && but.find(static_cast<char>(c)) != std::string_view::npos) continue;
    kept += text.substr(begin, at - begin);
  }
  return kept;
}

// Markdown's headings lose hashes and underlines.
void check_nothing_lost(const std::string& bytes, bool markdown, const std::vector<Block>& blocks) {
  const Decoded decoded = decode(bytes);
  const WarnOf ignore = [](std::string&&, std::string&&) {};
  const std::size_t front = read_front_matter(decoded.text, ignore).bytes;
  const std::string_view but = markdown ? "#=-" : "";
  std::string all;
  for (const Block& block : blocks) all += shown(block.text, but);
  expect(all == shown(std::string_view(decoded.text).substr(front), but),
         "blocks hold every character");
}

std::size_t shown_bytes(const Document& document) {
  std::size_t bytes = 0;
  for (const Passage& passage : document.passages) bytes += shown(passage.text).size();
  return bytes;
}

/// Navigation is dropped; each piece of it holds a bar or is a table of contents.
bool has_navigation(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    if (block.text.find('<') != std::string::npos) return true;
    if (name_key(block.text).find("table of contents") != std::string::npos) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t kind = data[0] % kNames.size();
  const std::string bytes(data + 1, data + size);
  const std::filesystem::path path = folder() / kNames[kind];
  std::ofstream(path, std::ios::binary) << bytes;
  ReadingSink sink;
  sink.skipped = [](Skipped&& skipped) { expect(!skipped.reason.empty(), "a reason is given"); };
  sink.warning = [](Warning&&) {};
  sink.document = [&](Reading&& reading) {
    if (kind < 2) check_nothing_lost(bytes, kind == 1, reading.blocks);
    std::size_t before = 0;
    for (const Block& block : reading.blocks) before += shown(block.text).size();
    const bool navigation = has_navigation(reading.blocks);
    const Document document =
        recognise(std::move(reading), Vocabulary::built_in(), [](Warning&&) {});
    check_passages(document);
    check_notes(document);
    expect(navigation || shown_bytes(document) == before, "passages hold every character");
  };
  read_file(kind == 3 ? folder() / "b.txt" : path, "shown", sink);
  return 0;
}

// What the vocabulary makes once, for the first file that needs it, is no part of the time of any.
extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
  const std::string record = "\2{\"text\":\"Mines.\",\"state\":\"AZE\",\"meeting\":\"10MSP\"}";
  return LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(record.data()),
                                record.size());
}
