#include "corpus/text.h"
#include "index/schema.h"
#include "searcher/output/concordance_writers.h"
#include "searcher/output/context.h"
#include "searcher/output/csv_cells.h"
#include "searcher/output/document_text.h"
#include "searcher/output/excerpt.h"

namespace pincite {
namespace {

constexpr std::array kColumns = {"left",      "match", "right",   "document id", "title",
                                 "state",     "type",  "date",    "year",        "section",
                                 "paragraph", "page",  "passage", "citation"};

using Row = std::array<std::string, kColumns.size()>;

Row row(const Document& document, const ConcordanceLine& line) {
  const Metadata& metadata = document.metadata;
  const Passage& passage = document.passages[line.passage];
  const std::string& text = passage.text;
  return {std::string(part_of(text, context_before(text, line.match.begin, kContext))),
          std::string(part_of(text, line.match)),
          std::string(part_of(text, context_behind(text, line.match.end, kContext))),
          document.id,
          metadata.title,
          joined(metadata.state, kSeparator),
          metadata.type,
          metadata.date ? metadata.date->iso() : std::string(),
          joined(facet_values(*find_field("year"), metadata), kSeparator),
          section_cell(document, line.passage),
          paragraph_cell(passage.locator),
          passage.locator.page,
          std::to_string(line.passage + 1),
          line.citation};
}

class CsvConcordance : public ConcordanceWriter {
 public:
  explicit CsvConcordance(std::ostream& out) : out_(out) {}

  void begin(const AnswerHead& head) override {
    search_ = search_cells(head);
    write_cells(out_, kColumns);
    write_cells(out_ << ',', kSearchColumns);
    out_ << '\n';
  }

  void end(const AnswerHead& /*head*/) override {}

 private:
  void occurrence(const DocumentHit& hit, const ConcordanceLine& line) override {
    write_cells(out_, row(hit.document, line));
    write_cells(out_ << ',', search_);
    out_ << '\n';
  }

  std::ostream& out_;
  SearchCells search_;
};

}  // namespace

std::unique_ptr<AnswerSink> concordance_csv_writer(std::ostream& out) {
  return std::make_unique<CsvConcordance>(out);
}

}  // namespace pincite
