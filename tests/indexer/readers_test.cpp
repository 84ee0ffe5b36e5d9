// Files in, blocks and given values out.
#include <catch2/catch.hpp>
#include <zlib.h>
#include <zstd.h>

#include "indexer/readers/paragraphs.h"
#include "tests/indexer/read_text.h"

using namespace pincite;
using Lines = std::vector<std::string>;

namespace {

Lines texts(const std::vector<Block>& blocks) {
  Lines lines;
  for (const Block& block : blocks) lines.push_back(block.text);
  return lines;
}

std::string zstd(std::string_view text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
  return packed;
}

std::string gzip(std::string_view text) {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "x.gz").string();
  gzFile file = gzopen(path.c_str(), "wb");
  gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
  gzclose(file);
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Lines ids(const Outcome& outcome) {
  Lines all;
  for (const Reading& reading : outcome.readings) {
    for (const GivenValue& given : reading.given) {
      if (given.field == "id") all.push_back(given.values.at(0));
    }
  }
  return all;
}

}  // namespace

TEST_CASE("paragraphs of plain text") {
  struct Row {
    const char* what;
    std::string text;
    Lines paragraphs;
  };
  const std::string wide =
      "The first line of this text is as wide as any of those that are\n"
      "in it, since it was wrapped to sixty-four columns by a program,\n"
      "and ends here.\nThen comes another paragraph which begins on a line of its own,\n"
      "and goes on.\n";
  const std::vector<Row> rows = {
      {"one a line", "First.\nSecond one.\nThird", {"First.", "Second one.", "Third"}},
      {"short lines are not wrapped",
       "Azerbaijan\nMine Ban Policy\nPolicy",
       {"Azerbaijan", "Mine Ban Policy", "Policy"}},
      {"blank lines", "One,\ntwo.\n\n \t\nThree.\n", {"One,\ntwo.", "Three."}},
      {"CR LF", "One.\r\nTwo.\r\n", {"One.", "Two."}},
      {"CR LF and blank lines", "One,\r\ntwo.\r\n\r\nThree.", {"One,\r\ntwo.", "Three."}},
      {"CR alone", "One.\rTwo.", {"One.", "Two."}},
      {"a hyphen at a line's end",
       "Of anti-\npersonnel mines.\nNext.",
       {"Of anti-\npersonnel mines.", "Next."}},
      {"a soft hyphen", "tech\u00AD\nnical", {"tech\u00AD\nnical"}},
      {"U+2010", "tech\u2010\nnical", {"tech\u2010\nnical"}},
      {"the slash of a symbol",
       "See APLC/\nMSP.10/2010.\nand/\nor",
       {"See APLC/\nMSP.10/2010.", "and/", "or"}},
      {"wrapped to one width",
       wide,
       {wide.substr(0, wide.find("\nThen")),
        "Then comes another paragraph which begins on a line "
        "of its own,\nand goes on."}},
      {"a page break in mid-sentence",
       "It was so\n\n\fthat it was.\n\nNext.",
       {"It was so\n\n\fthat it was.", "Next."}},
      {"a page break between sentences", "It was.\n\fSo it was.", {"It was.", "So it was."}},
      {"a blank line before notes only",
       "One.\nTwo.\n\n[1] A.\n\n[2] B.",
       {"One.", "Two.", "[1] A.", "[2] B."}},
      {"white space of every kind", "\n\u3000 One.\u00A0\n\u2003\nTwo.", {"One.", "Two."}},
      {"nothing", "\n \n", {}},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(texts(split_paragraphs(row.text, 1)) == row.paragraphs);
  }
}

TEST_CASE("lines are counted for people") {
  const auto blocks = split_paragraphs("One,\r\ntwo.\r\n\r\n\fThree.\rFour.\n\nFive.", 7);
  REQUIRE(blocks.size() == 3);
  CHECK(blocks[0].line == 7);
  CHECK(blocks[1].line == 10);
  CHECK(blocks[2].line == 13);
}

TEST_CASE("names that promise a format") {
  for (const char* name : {"a.txt", "a.TEXT", "a.md", "a.markdown", "a.jsonl", "a.ndjson",
                           "a.jsonl.gz", "a.ndjson.zst", "b/a.json.txt"}) {
    INFO(name);
    CHECK(is_readable_name(name));
  }
  for (const char* name :
       {"a", "a.json", "a.txt.json", "a.csv", "a.gz", "a.txt.gz", ".txt", "a.doc"}) {
    INFO(name);
    CHECK_FALSE(is_readable_name(name));
  }
  CHECK(sidecar_of("b/a.txt") == std::filesystem::path("b/a.txt.json"));
}

TEST_CASE("files that cannot be read say why") {
  struct Row {
    const char* name;
    std::string bytes;
    const char* reason;
  };
  const std::vector<Row> rows = {
      {"a.txt", "", "0: is empty"},
      {"a.txt", " \n\n", "0: holds no text"},
      {"a.md", "---\ntitle: x\n---\n", "0: holds no text"},
      {"a.txt", std::string("ab\0c", 4),
       "0: holds binary data, not text (a zero byte at offset 2)"},
      {"a.txt", "%PDF-1.4 and so on", "0: holds a PDF, not plain text"},
      {"a.md", "\xB1\xB2\xB3",
       "0: is not UTF-8 (byte at offset 0), and no other encoding shows clearly; convert it to "
       "UTF-8"},
      {"a.csv", "a,b", "0: no reader for .csv files"},
      {"README", "a", "0: its name has no extension that tells its format"},
      {"a.jsonl", "", "0: is empty"},
      {"a.jsonl", "\n \n", "0: holds no record"},
      {"a.jsonl", std::string("\x00\x01", 2), "0: holds binary data, not JSON lines"},
      {"a.jsonl.gz", std::string("\x1F\x8B\x08\x00", 4), "0: gzip data ends too early"},
      {"a.jsonl.zst", "not zstd at all", "0: zstd data is damaged: Unknown frame descriptor"},
  };
  for (const Row& row : rows) {
    const Outcome outcome = read(row.name, row.bytes);
    INFO(row.name << " " << row.reason);
    CHECK(outcome.skipped == Lines{row.reason});
    CHECK(outcome.readings.empty());
  }
  const TemporaryFolder folder;
  CHECK(read(folder.path() / "gone.txt").skipped ==
        Lines{"0: cannot be opened: No such file or directory"});
  std::filesystem::create_directory(folder.path() / "folder.txt");
  CHECK(read(folder.path() / "folder.txt").skipped == Lines{"0: is a folder"});
}

TEST_CASE("byte order marks and UTF-16") {
  const Lines expected = {"Côte.", "Two."};
  CHECK(texts(read("a.txt",
                   "\xEF\xBB\xBF"
                   "Côte.\nTwo.")
                  .readings.at(0)
                  .blocks) == expected);
  CHECK(texts(read("a.txt", std::string("\xFF\xFE"
                                        "C\0\xF4\0t\0e\0.\0\n\0T\0w\0o\0.\0",
                                        22))
                  .readings.at(0)
                  .blocks) == expected);
  CHECK(texts(read("a.txt", std::string("\xFE\xFF\0C\0\xF4\0t\0e\0.\0\n\0T\0w\0o\0.", 22))
                  .readings.at(0)
                  .blocks) == expected);
  CHECK(read("a.jsonl", "\xEF\xBB\xBF{\"text\": \"A.\"}").readings.size() == 1);
}

TEST_CASE("records, line by line") {
  const std::string text =
      "{\"id\": \"a\", \"title\": \"T\", \"text\": \"One.\\n\\nTwo,\\ntoo.\"}\r\n"
      "\n"
      "{\"id\": \"b\", \"text\": \n"
      "[1, 2]\n"
      "{\"id\": \"c\"}\n"
      "{\"id\": \"d\", \"text\": 5}\n"
      "{\"id\": \"e\", \"text\": \" \"}\n"
      "{\"id\": \"f\", \"title\": \"One.\", \"text\": \"ONE\\n\\nTwo.\"}\n"
      "{\"id\": 7, \"text\": \"Last.\"}";
  for (const auto& [name, bytes] : {std::pair("r.jsonl", text), std::pair("r.jsonl.gz", gzip(text)),
                                    std::pair("r.ndjson.zst", zstd(text))}) {
    const Outcome outcome = read(name, bytes);
    INFO(name);
    CHECK(ids(outcome) == Lines{"a", "f", "7"});
    CHECK(outcome.skipped == Lines{"3: is not valid JSON (at byte 21)", "4: is not a JSON object",
                                   "5: has no text", "6: its text is number, not a string",
                                   "7: its text is empty"});
    REQUIRE(outcome.readings.size() == 3);
    CHECK(texts(outcome.readings[0].blocks) == Lines{"T", "One.", "Two,\ntoo."});
    CHECK(outcome.readings[0].blocks[0].kind == Block::Kind::title);
    CHECK(texts(outcome.readings[1].blocks) == Lines{"ONE", "Two."});
    CHECK(outcome.readings[1].blocks[0].kind == Block::Kind::title);
    CHECK(outcome.readings[2].line == 9);
    CHECK_FALSE(outcome.readings[2].whole_text);
    CHECK(outcome.readings[2].sha256 == sha256_hex("{\"id\": 7, \"text\": \"Last.\"}"));
  }
}

TEST_CASE("damaged compression keeps the records before it") {
  const std::string text =
      "{\"id\": \"a\", \"text\": \"One.\"}\n" + std::string(300000, ' ') + "\n";
  const std::string packed = zstd(text) + zstd(text).substr(0, 12);
  const Outcome outcome = read("r.jsonl.zst", packed);
  CHECK(ids(outcome) == Lines{"a"});
  CHECK(outcome.skipped == Lines{"3: zstd data ends too early"});
}

TEST_CASE("nesting is bounded") {
  const std::string deep(200000, '[');
  CHECK(read("r.jsonl", "{\"text\": \"A.\", \"x\": " + deep).skipped ==
        Lines{"1: is nested more than 64 levels deep"});
  CHECK(read("a.txt", "A.", "{\"x\": " + deep).warnings ==
        Lines{"bad_sidecar: a.txt.json is nested more than 64 levels deep; the document is indexed "
              "without it"});
}

TEST_CASE("sidecars") {
  const Outcome good = read("a.txt", "A.", R"({"title": "T", "state": ["AZE", "TON"], "x": 1})");
  REQUIRE(good.readings.size() == 1);
  REQUIRE(good.readings[0].given.size() == 3);
  CHECK(good.readings[0].given[0].field == "state");
  CHECK(good.readings[0].given[0].values == Lines{"AZE", "TON"});
  CHECK(good.readings[0].given[0].provenance == Provenance{Origin::sidecar, "a.txt.json"});
  const Outcome bad = read("a.txt", "A.", "{nonsense}");
  CHECK(bad.readings.size() == 1);
  CHECK(bad.warnings == Lines{"bad_sidecar: a.txt.json is not valid JSON (at byte 3); the document "
                              "is indexed without it"});
}

TEST_CASE("front matter") {
  struct Row {
    const char* text;
    Lines given;  // `FIELD=VALUE|VALUE @WHERE`
    Lines blocks;
  };
  const std::vector<Row> rows = {
      {"---\ntitle: A: b # c\n---\nText.", {"title=A: b @line 2"}, {"Text."}},
      {"---\ntitle: 'It''s'\nplace: \"a \\\"b\\\" # c\" # d\n---\nText.",
       {"title=It's @line 2", "place=a \"b\" # c @line 3"},
       {"Text."}},
      {"---\nstate: [AZE, 'a, b', \"c\"]\n---\nText.", {"state=AZE|a, b|c @line 2"}, {"Text."}},
      {"---\nstate:\n  - AZE # one\n- TON\n# x\nurl: http://a/#b\n...\nText.",
       {"state=AZE|TON @line 2", "url=http://a/#b @line 6"},
       {"Text."}},
      {"---\ntitle: A\n  long one\nx: null\ny:\n---\nText.",
       {"title=A long one @line 2"},
       {"Text."}},
      {"---\r\ntitle: A\r\n---\r\nText.", {"title=A @line 2"}, {"Text."}},
      // no front matter at all
      {"---\nA rule stood above.\n---\nText.", {}, {"---", "A rule stood above.", "---", "Text."}},
      {"---\ntitle: A\nText.", {}, {"---", "title: A", "Text."}},
      {"----\ntitle: A\n----\nText.", {}, {"----", "title: A", "----", "Text."}},
  };
  for (const Row& row : rows) {
    const Outcome outcome = read("a.txt", row.text);
    INFO(row.text);
    REQUIRE(outcome.readings.size() == 1);
    Lines given;
    for (const GivenValue& one : outcome.readings[0].given) {
      std::string line = one.field + "=";
      for (std::size_t i = 0; i < one.values.size(); ++i)
        line += (i == 0 ? "" : "|") + one.values[i];
      given.push_back(line + " @" + one.provenance.where);
    }
    CHECK(given == row.given);
    CHECK(texts(outcome.readings[0].blocks) == row.blocks);
    CHECK(outcome.warnings.empty());
  }
}

TEST_CASE("front matter that is not understood is told line by line") {
  const Outcome outcome =
      read("a.md", "---\ntitle: |\n  a\nx: {a: b}\nwhat is this\ny: [a\nplace: Oslo\n---\nText.");
  CHECK(outcome.warnings == Lines{"bad_front_matter: line 2 is not understood",
                                  "bad_front_matter: line 4 is not understood",
                                  "bad_front_matter: line 5 is not understood",
                                  "bad_front_matter: line 6 is not understood"});
  REQUIRE(outcome.readings.at(0).given.size() == 1);
  CHECK(outcome.readings[0].given[0].field == "place");
  CHECK(outcome.readings[0].blocks.at(0).line == 9);
}

TEST_CASE("Markdown blocks") {
  const Outcome outcome = read("a.md",
                               "# One #\ntext\nmore\n\n## Two\n\n#No heading\n\nThree\n===\n"
                               "- a\n- b\n  c\n1. d\n\n```\n# not a heading\n\n```\n####### no");
  Lines lines;
  for (const Block& block : outcome.readings.at(0).blocks) {
    const char* kind = block.kind == Block::Kind::heading     ? "h"
                       : block.kind == Block::Kind::list_item ? "-"
                                                              : "p";
    lines.push_back(kind + std::to_string(block.level) + " " + block.text);
  }
  CHECK(lines == Lines{"h1 One", "p0 text\nmore", "h2 Two", "p0 #No heading", "h1 Three", "-0 - a",
                       "-0 - b\n  c", "-0 1. d", "p0 ```\n# not a heading\n\n```",
                       "p0 ####### no"});
}
