// Bytes that a stranger or a broken disk has changed: a record says so or gives some document, and
// neither crashes nor asks for memory beyond reason. Worth most under the sanitizers.
#include <catch2/catch.hpp>
#include <sys/resource.h>

#include "corpus/citing.h"
#include "corpus/error.h"
#include "index/bytes.h"
#include "index/compression.h"
#include "index/record.h"
#include "tests/index/random_document.h"

using namespace pincite;

namespace {

Document sample() {
  Document document = RandomDocument(3).make(12, 400);
  document.passages.emplace_back().text = std::string(40'000, 'x');
  document.passages.emplace_back().text = std::string(40'000, 'y');
  return document;
}

std::string sample_record() {
  const Document document = sample();
  return encode_record(document, std::vector<std::uint32_t>(document.passages.size(), 5));
}

/// Does with a record what a search does with it.
std::size_t use(Record& record) {
  record.load_all();
  const Document& document = record.document();
  std::size_t seen = 0;
  for (std::uint32_t i = 0; i < document.passages.size(); ++i) {
    for (const Range& range : document.passages[i].silent) {
      seen += document.passages[i].text.substr(range.begin, range.end - range.begin).size();
    }
    seen += cite(document, i, {}).size() + record.load(i).text.size();
    seen += std::string(to_string(document.passages[i].kind)).size();
    if (record.token_count(i) > 0) seen += record.passage_at(record.first_position(i));
  }
  for (const Note& note : document.notes) seen += note_text(document, note).size();
  for (const Mark& mark : document.marks) {
    if (mark.note != kNone) seen += document.notes[mark.note].label.size();
    const std::string& text = document.passages[mark.passage].text;
    seen += text.substr(mark.covers.begin, mark.covers.end - mark.covers.begin).size();
    seen += text.substr(mark.at.begin, mark.at.end - mark.at.begin).size();
  }
  for (const auto& [field, provenance] : document.metadata.provenance) {
    seen += field.size() + std::string(to_string(provenance.from)).size();
  }
  return seen;
}

/// Whether the bytes are refused; anything but an Error comes through.
bool refused(std::string bytes) {
  try {
    Record record(std::move(bytes));
    use(record);
    return false;
  } catch (const Error& error) {
    CHECK_FALSE(error.advice().empty());
    return true;
  }
}

/// The record's head, unpacked, and what stands before and behind it.
struct Parts {
  std::uint64_t version = 0;
  std::string head;
  std::string blocks;

  explicit Parts(const std::string& bytes) {
    ByteReader in(bytes);
    version = in.number();
    head = decompress(in.string());
    while (!in.at_end()) {
      ByteWriter block;
      block.string(in.string());
      blocks += block.bytes();
    }
  }
  std::string joined(const std::string& changed_head) const {
    ByteWriter out;
    out.number(version);
    out.string(compress(changed_head));
    out.raw(blocks);
    return out.bytes();
  }
};

long peak_kilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/// A frame that claims to hold `size` bytes and holds none.
std::string claiming_frame(std::uint64_t size) {
  std::string frame("\x28\xB5\x2F\xFD\xE0", 5);
  for (unsigned shift = 0; shift < 64; shift += 8) frame += static_cast<char>(size >> shift);
  return frame + std::string("\x01\0\0", 3);
}

}  // namespace

TEST_CASE("the undamaged record is read, also when it is put together anew") {
  const std::string bytes = sample_record();
  CHECK_FALSE(refused(bytes));
  const Parts parts(bytes);
  CHECK_FALSE(refused(parts.joined(parts.head)));
}

TEST_CASE("a record that ends early is refused, whatever its length") {
  const std::string bytes = sample_record();
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    CAPTURE(length);
    REQUIRE(refused(bytes.substr(0, length)));
  }
}

TEST_CASE("a record that goes on behind its end is refused") {
  CHECK(refused(sample_record() + "x"));
  CHECK(refused(sample_record() + std::string(1, '\0')));
}

TEST_CASE("a head that ends early is refused, whatever its length") {
  const Parts parts(sample_record());
  for (std::size_t length = 0; length < parts.head.size(); ++length) {
    CAPTURE(length);
    REQUIRE(refused(parts.joined(parts.head.substr(0, length))));
  }
  CHECK(refused(parts.joined(parts.head + "x")));
}

TEST_CASE("changed bytes of a record are refused or give some document") {
  const std::string bytes = sample_record();
  std::mt19937 random(11);
  std::size_t refusals = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string changed = bytes;
    for (int flips = 1 + round % 3; flips > 0; --flips) {
      changed[random() % changed.size()] ^= static_cast<char>(1U << (random() % 8));
    }
    if (refused(changed)) ++refusals;
  }
  CHECK(refusals > 100);
}

TEST_CASE("every byte of the head may be any other") {
  const Parts parts(sample_record());
  std::size_t refusals = 0;
  for (std::size_t at = 0; at < parts.head.size(); ++at) {
    for (const unsigned value : {0x00U, 0x01U, 0x7FU, 0x80U, 0xFFU}) {
      std::string changed = parts.head;
      changed[at] = static_cast<char>(value);
      if (refused(parts.joined(changed))) ++refusals;
    }
    std::string longest = parts.head;
    longest.replace(at, 1, "\xFF\xFF\xFF\xFF\x0F");
    if (refused(parts.joined(longest))) ++refusals;
    longest.replace(at, 5, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01");
    if (refused(parts.joined(longest))) ++refusals;
  }
  CHECK(refusals > parts.head.size());
}

TEST_CASE("bytes of another kind are refused") {
  CHECK(refused(""));
  CHECK(refused("x"));
  CHECK(refused(std::string(1000, '\0')));
  CHECK(refused(std::string(1000, '\xFF')));
  CHECK(refused("not a record at all, but a line of text"));
  ByteWriter other_version;
  other_version.number(999);
  CHECK(refused(other_version.bytes()));
}

TEST_CASE("a frame that claims gigabytes is refused without taking them") {
  const long before = peak_kilobytes();
  for (const std::uint64_t size :
       {std::uint64_t{3} << 30U, std::uint64_t{1} << 40U, UINT64_MAX - 3, UINT64_MAX}) {
    CHECK_THROWS_AS(decompress(claiming_frame(size)), std::runtime_error);
    ByteWriter record;
    record.number(1);
    record.string(claiming_frame(size));
    CHECK(refused(record.bytes()));
  }
  CHECK(peak_kilobytes() - before < 300'000);
}

TEST_CASE("frames come back whole, of any size") {
  for (const std::size_t size : {0U, 1U, 100U, 1U << 20U, (1U << 20U) + 1U, 5'000'000U}) {
    std::string bytes(size, 'x');
    std::mt19937 random(5);
    for (std::size_t i = 0; i < bytes.size(); i += 1 + random() % 50) {
      bytes[i] = static_cast<char>(random());
    }
    const std::string frame = compress(bytes);
    CHECK((decompress(frame) == bytes));
    CHECK_THROWS_AS(decompress(frame + "x"), std::runtime_error);
    CHECK_THROWS_AS(decompress(frame.substr(0, frame.size() - 1)), std::runtime_error);
  }
}

TEST_CASE("numbers that bytes cannot hold are refused") {
  CHECK_THROWS(ByteReader("").number());
  CHECK_THROWS(ByteReader("\x80").number());
  CHECK_THROWS(ByteReader(std::string(11, '\x80')).number());
  CHECK_THROWS(ByteReader("\x05"
                          "abc")
                   .string());
  CHECK_THROWS(ByteReader("\x80\x80\x80\x80\x10").number32());
  for (const std::uint64_t value : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128},
                                    std::uint64_t{UINT32_MAX}, UINT64_MAX}) {
    ByteWriter out;
    out.number(value);
    ByteReader in(out.bytes());
    CHECK(in.number() == value);
    CHECK(in.at_end());
  }
}
