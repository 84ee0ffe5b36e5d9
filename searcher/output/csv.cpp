// A row a passage. The last columns are the record of the search, the same in every row, so that it
// stays with the rows when lists are merged or cut.
#include <array>
#include <ostream>

#include "corpus/text.h"
#include "searcher/output/csv_cells.h"
#include "searcher/output/document_text.h"
#include "searcher/output/passage_notes.h"
#include "searcher/output/source_text.h"
#include "searcher/output/writers.h"

namespace pincite {
namespace {

constexpr std::array kColumns = {"document id", "title",         "state", "type",      "date",
                                 "section",     "paragraph",     "page",  "quotation", "citation",
                                 "note",        "note's source", "url"};

using Row = std::array<std::string, kColumns.size()>;

/// The label, and the text where it is at hand.
std::string note_cell(const Document& document, const Note& note) {
  if (!is_loaded(document, note)) return note.label;
  return note.label + ": " + std::string(trim(note_text(document, note)));
}

Row row(const Document& document, const PassageHit& hit) {
  const Metadata& metadata = document.metadata;
  const Passage& passage = document.passages[hit.passage];
  std::vector<std::string> notes;
  std::vector<std::string> sources;
  for (const std::uint32_t note : notes_of_match(document, hit)) {
    notes.push_back(note_cell(document, document.notes[note]));
    for (const CitedSource& source : document.notes[note].sources) {
      sources.push_back(source_facts(source));
    }
  }
  return {document.id,
          metadata.title,
          joined(metadata.state, kSeparator),
          metadata.type,
          metadata.date ? metadata.date->iso() : std::string(),
          section_cell(document, hit.passage),
          paragraph_cell(passage.locator),
          passage.locator.page,
          passage.text,
          hit.citation,
          joined(notes, kSeparator),
          joined(sources, kSeparator),
          metadata.url};
}

class CsvWriter : public AnswerSink {
 public:
  explicit CsvWriter(std::ostream& out) : out_(out) {}

  void begin(const AnswerHead& head) override {
    search_ = search_cells(head);
    write_cells(out_, kColumns);
    write_cells(out_ << ',', kSearchColumns);
    out_ << '\n';
  }

  void hit(DocumentHit&& hit) override {
    for (const PassageHit& passage : hit.passages) {
      write_cells(out_, row(hit.document, passage));
      write_cells(out_ << ',', search_);
      out_ << '\n';
    }
  }

  void end(const AnswerHead& /*head*/) override {}

 private:
  std::ostream& out_;
  SearchCells search_;
};

}  // namespace

std::unique_ptr<AnswerSink> csv_writer(std::ostream& out) {
  return std::make_unique<CsvWriter>(out);
}

}  // namespace pincite
