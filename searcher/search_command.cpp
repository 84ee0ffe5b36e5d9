#include "searcher/search_command.h"

#include <ostream>

#include "corpus/error.h"
#include "corpus/text.h"

namespace pincite {
namespace {

void tell(std::ostream& err, const Answer& answer, std::uint64_t documents) {
  for (const Notice& notice : answer.notices) {
    err << "pincite: " << visible(notice.text) << '\n';
  }
  if (answer.total == 0) {
    err << "pincite: nothing found among " << documents
        << (documents == 1 ? " document" : " documents")
        << "; try fewer words, other filters, or words without quotation marks\n";
  }
}

void write_answer(std::ostream& out, const Answer& answer, const SearchCommand& command) {
  switch (command.format) {
    case OutputFormat::text:
      return write_text(out, answer, command.style);
    case OutputFormat::json:
      return write_json(out, answer);
    case OutputFormat::csv:
      return write_csv(out, answer);
    case OutputFormat::ris:
      return write_ris(out, answer);
    case OutputFormat::bibtex:
      return write_bibtex(out, answer);
    case OutputFormat::csl:
      return write_csl(out, answer);
  }
}

}  // namespace

int search_command(const SearchCommand& command, std::ostream& out, std::ostream& err) {
  if (const auto bad = first_invalid_utf8(command.request.query)) {
    throw Error("query", "byte " + std::to_string(*bad + 1) + " is not UTF-8",
                "type the query in a UTF-8 terminal");
  }
  Answer answer;
  std::uint64_t documents = 0;
  with_index(command.index, [&](const IndexReader& index) {
    answer = search(index, command.request);
    documents = index.totals().documents;
  });
  if (command.format != OutputFormat::json) tell(err, answer, documents);
  write_answer(out, answer, command);
  return answer.total > 0 ? 0 : 1;
}

}  // namespace pincite
