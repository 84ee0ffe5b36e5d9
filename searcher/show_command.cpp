#include "searcher/show_command.h"

#include <optional>
#include <ostream>

#include "corpus/text.h"
#include "index/reader.h"
#include "searcher/links.h"

namespace pincite {
namespace {

std::optional<Document> stored(const ShowCommand& command) {
  std::optional<Document> document;
  with_index(command.index, [&](const IndexReader& index) {
    const Xapian::docid entry = index.find(command.id);
    if (entry == 0) return;
    Record record = index.record(entry);
    record.load_all();
    document = std::move(record).take();
    for (std::uint32_t i = 0; i < document->notes.size(); ++i) link_sources(*document, i, index);
    document->cited_by = documents_citing(*document, index);
  });
  return document;
}

}  // namespace

int show_command(const ShowCommand& command, std::ostream& out, std::ostream& err) {
  const std::optional<Document> document = stored(command);
  if (!document) {
    err << "pincite: " << visible(command.id)
        << ": no document has this id\n  `pincite search` prints the id of each document it "
           "finds\n";
    return 1;
  }
  if (command.passage > document->passages.size()) {
    err << "pincite: " << visible(command.id) << ": has no passage " << command.passage
        << "; its last is " << document->passages.size() << '\n';
    return 1;
  }
  const std::uint32_t only = command.passage == 0 ? kNone : command.passage - 1;
  if (command.format == OutputFormat::json) {
    write_document_json(out, *document, only);
  } else {
    write_document_text(out, *document, only, command.style);
  }
  return 0;
}

}  // namespace pincite
