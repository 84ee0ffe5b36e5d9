// What must hold of every document, tried on real collections where they are at hand.
#include <catch2/catch.hpp>
#include <fstream>

#include "indexer/readers/line_shape.h"
#include "tests/indexer/read_text.h"

using namespace pincite;

namespace {

/// The bytes of a text without ASCII white space.
void add_words(std::string_view text, std::string& words) {
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v') words += c;
  }
}

bool on_boundaries(std::string_view text, const Range& range) {
  const auto starts = [text](std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  };
  return range.begin <= range.end && range.end <= text.size() && starts(range.begin) &&
         starts(range.end);
}

void check_passages(const Document& document) {
  for (std::uint32_t i = 0; i < document.passages.size(); ++i) {
    const Passage& passage = document.passages[i];
    REQUIRE_FALSE(passage.text.empty());
    REQUIRE(trim_ends(passage.text).size() == passage.text.size());
    if (passage.locator.heading != kNone) REQUIRE(passage.locator.heading < i);
    std::uint32_t silent = 0;
    for (const Range& range : passage.silent) {
      REQUIRE(range.begin >= silent);
      REQUIRE(on_boundaries(passage.text, range));
      silent = range.end;
    }
  }
}

void check_marks(const Document& document) {
  const Mark* before = nullptr;
  for (const Mark& mark : document.marks) {
    const Passage& passage = document.passages.at(mark.passage);
    REQUIRE(passage.kind != PassageKind::note);
    REQUIRE(on_boundaries(passage.text, mark.at));
    REQUIRE(on_boundaries(passage.text, mark.covers));
    REQUIRE(mark.covers.end <= mark.at.begin);
    if (mark.note != kNone) REQUIRE(mark.note < document.notes.size());
    if (before != nullptr && before->passage == mark.passage) {
      const bool shared = mark.covers == before->covers;
      REQUIRE((shared || mark.covers.begin == before->at.end));
    }
    before = &mark;
  }
  for (std::uint32_t i = 0; i < document.notes.size(); ++i) {
    REQUIRE(note_of(document, document.notes[i].passage) == i);
  }
}

void check_document(const Reading& reading, const Document& document) {
  std::string before;
  std::string after;
  for (const Block& block : reading.blocks) add_words(block.text, before);
  for (const Passage& passage : document.passages) add_words(passage.text, after);
  REQUIRE(before == after);
  check_passages(document);
  check_marks(document);
}

/// Every `step`th record of a collection.
void check_collection(const std::string& name, std::size_t step) {
  const auto path = shared("corpora/" + name);
  if (!std::filesystem::exists(path)) {
    WARN("skipped: there is no " << path);
    return;
  }
  std::size_t count = 0;
  ReadingSink sink;
  sink.document = [&](Reading&& reading) {
    if (count++ % step != 0) return;
    const Reading kept = reading;
    check_document(kept, recognise(std::move(reading), Vocabulary::built_in(), [](Warning&&) {}));
  };
  sink.skipped = [](Skipped&& skipped) { FAIL(skipped.line << ": " << skipped.reason); };
  sink.warning = [](Warning&& warning) { FAIL(warning.text); };
  read_file(path, name, sink);
  CHECK(count > 0);
}

}  // namespace

TEST_CASE("nothing is lost from real collections, and every range lies where it should") {
  check_collection("diplomatic-papers.jsonl.zst", 10);
  check_collection("ungdc-dev.jsonl.zst", 100);
  check_collection("unsc-resolutions.jsonl.zst", 10);
  check_collection("treaty-declarations.jsonl.zst", 10);
  check_collection("udhr-un6.jsonl", 1);
}

TEST_CASE("nor from the same texts as pages") {
  const auto path = shared("corpora/diplomatic-papers.jsonl.zst");
  if (!std::filesystem::exists(path)) {
    WARN("skipped: there is no " << path);
    return;
  }
  std::size_t count = 0;
  ReadingSink sink;
  sink.document = [&](Reading&& reading) {
    if (count++ % 20 != 0) return;
    reading.whole_text = true;
    std::uint32_t line = 0;
    for (Block& block : reading.blocks) {
      block.kind = Block::Kind::text;
      block.line = ++line;
    }
    const Reading kept = reading;
    check_document(kept, recognise(std::move(reading), Vocabulary::built_in(), [](Warning&&) {}));
  };
  sink.skipped = [](Skipped&&) {};
  sink.warning = [](Warning&&) {};
  read_file(path, "records", sink);
}

TEST_CASE("hostile texts end, and keep their words") {
  std::string notes = "A. [1]\n";
  for (int i = 1; i < 20000; ++i) notes += "[" + std::to_string(i % 9999) + "] t\n";
  std::string run = "Text.[1] And.[2]\n[1] a";
  for (int i = 2; i < 9999; ++i) run += " note. [" + std::to_string(i) + "] b";
  const auto times = [](std::string_view text, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
  };
  for (const std::string& text :
       {notes, run, times("[1]", 100000), times("x\n", 100000), times("[", 300000),
        times("a\r", 100000), times("a\f", 100000), times("a |\n", 50000),
        "T[1].\n\n" + times("1 X\n\n", 20000), times("1 May ", 50000), times("_", 100000) + "[1]",
        times("\u00AD\n", 50000), times("y,\n", 50000), std::string(500000, ' ') + "x",
        times("---\n", 50000)}) {
    for (const char* name : {"a.txt", "a.md"}) {
      Outcome outcome = read(name, text);
      REQUIRE(outcome.readings.size() == 1);
      const Reading kept = outcome.readings[0];
      const Recognition all = recognise(std::move(outcome));
      check_document(kept, all.documents.at(0));
    }
  }
}
