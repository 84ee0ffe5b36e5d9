#include "indexer/recognise/recognise.h"

#include <algorithm>

#include "indexer/recognise/headings.h"
#include "indexer/recognise/line_end_hyphens.h"
#include "indexer/recognise/metadata.h"
#include "indexer/recognise/notes.h"
#include "indexer/recognise/page_header.h"
#include "indexer/recognise/pieces.h"
#include "indexer/recognise/rows.h"
#include "indexer/recognise/sources/cited_sources.h"
#include "indexer/recognise/structure.h"

namespace pincite {
namespace {

/// Path, with `:LINE` for a record.
std::string place_of(const Reading& reading) {
  if (reading.line == 0) return reading.source;
  const std::string line = std::to_string(reading.line);
  std::string path = reading.source;
  if (path.ends_with("#" + line)) path.resize(path.size() - line.size() - 1);
  return path + ":" + line;
}

void warn_of_unpaired(const Document& document, const std::string& where,
                      const std::function<void(Warning&&)>& warn) {
  std::vector<bool> has_mark(document.notes.size(), false);
  for (const Mark& mark : document.marks) {
    if (mark.note == kNone) {
      warn({"unpaired_marks", "note marks without a note", where});
    } else {
      has_mark[mark.note] = true;
    }
  }
  for (const bool paired : has_mark) {
    if (!paired) warn({"unpaired_notes", "notes without a mark in the text", where});
  }
}

}  // namespace

Document recognise(Reading&& reading, const Vocabulary& vocabulary,
                   const std::function<void(Warning&&)>& warn) {
  const std::string where = place_of(reading);
  Document document;
  Page page = page_of(reading);
  drop_navigation(page);
  find_notes(page);
  find_rows(page);
  find_titles(page, vocabulary);
  find_headings(page);
  const PageHeader header = header_of(page);
  assemble(std::move(page), document);
  join_broken_words(document);
  const auto id = std::find_if(reading.given.begin(), reading.given.end(),
                               [](const GivenValue& given) { return given.field == "id"; });
  if (id != reading.given.end() && !id->values.empty()) document.id = id->values.front();
  document.metadata = make_metadata(std::move(reading.given), header, vocabulary, where, warn);
  document.source = std::move(reading.source);
  document.sha256 = std::move(reading.sha256);
  find_cited_sources(document, vocabulary);
  warn_of_unpaired(document, where, warn);
  hash_passages(document);
  return document;
}

}  // namespace pincite
