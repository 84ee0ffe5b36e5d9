// What a reader makes of a file, before anything is recognised in it: blocks of text in reading
// order, and the metadata values that were given with it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "index/skipped.h"

namespace pincite {

/// A stretch of text that its format sets apart.
struct Block {
  enum class Kind : std::uint8_t {
    text,       // a paragraph or a line, as far as the format tells; recognition decides
    title,      // a title that the format declares
    heading,    // a heading that the format declares
    list_item,  // an item of a list that the format declares
  };
  Kind kind = Kind::text;
  std::string text;        // UTF-8, the document's own characters
  int level = 0;           // of a heading, from 1
  std::uint32_t line = 0;  // line of the file where it begins, from 1; 0 where that means nothing
  bool indented = false;   // white space of two columns or more stands before its first line
};

/// A metadata value as it was given, not yet checked against the vocabulary.
struct GivenValue {
  std::string field;                // `state`, `date`, ... or a name we do not know
  std::vector<std::string> values;  // as written; several for a list
  std::string json;                 // the value as JSON text, kept for fields we do not know
  Provenance provenance;
};

/// One document as read.
struct Reading {
  std::string source;      // path or URL it was read from
  std::uint32_t line = 0;  // of a record: its line in the file, from 1
  std::string sha256;      // of the bytes it was read from
  std::vector<Block> blocks;
  std::vector<GivenValue> given;
  bool whole_text = true;  // blocks are a page with its own title and header; false for a record
};

/// Something the person who runs the indexer should know, though the document was indexed.
/// Warnings of one code and text are counted together.
struct Warning {
  std::string code;   // `unknown_value`, `impossible_date`, `unpaired_marks`, ...
  std::string text;   // for people; names the value
  std::string where;  // path, with `:LINE` for a record
};

/// Where a reader hands over what it found. Called from the thread that reads.
struct ReadingSink {
  std::function<void(Reading&&)> document;
  std::function<void(Skipped&&)> skipped;
  std::function<void(Warning&&)> warning;
};

}  // namespace pincite
