#include "corpus/vocabulary.h"
#include "searcher/output/document_text.h"
#include "searcher/output/output.h"
#include "searcher/output/passage_notes.h"

namespace pincite {
namespace {

constexpr std::size_t kIndent = 3;

std::string documents(std::uint32_t count) {
  return std::to_string(count) + (count == 1 ? " document" : " documents");
}

std::string ranks(const std::vector<DocumentHit>& hits) {
  const std::string first = std::to_string(hits.front().rank);
  return hits.size() == 1 ? first : first + "–" + std::to_string(hits.back().rank);
}

std::string header(const Answer& answer) {
  const std::string total = (answer.exact ? "" : "about ") + documents(answer.total);
  if (answer.hits.empty() || answer.hits.size() >= answer.total) return total;
  return total + ", showing " + ranks(answer.hits);
}

void print_hit(Printer& printer, const DocumentHit& hit) {
  print_document_head(printer, hit.document, hit.rank);
  const std::vector<std::uint32_t> carriers = pincite::carriers(hit.document);
  for (const PassageHit& passage : hit.passages) {
    printer.blank();
    print_passage(printer, hit.document, passage, carriers, kIndent);
  }
  if (hit.matching_passages <= hit.passages.size()) return;
  const std::size_t more = hit.matching_passages - hit.passages.size();
  printer.blank();
  printer.line("… and " + std::to_string(more) + " more passage" + (more == 1 ? "" : "s") +
                   " in this document",
               Ink::dim, kIndent);
}

std::string name_of(const FacetCount& count) {
  if (!count.value) return "none";
  return count.label.empty() ? *count.value : count.label;
}

void print_facets(Printer& printer, const Answer& answer) {
  bool first = true;
  for (const auto& [field, counts] : answer.facets) {
    if (counts.empty()) continue;
    if (first) printer.blank();
    first = false;
    InkedText line;
    append(line, field + ":", Ink::bold);
    for (const FacetCount& count : counts) {
      append(line, (&count == &counts.front() ? " " : ", ") + name_of(count), Ink::plain);
      append(line, " (" + std::to_string(count.count) + ")", Ink::dim);
    }
    printer.line(line, 0, 2);
  }
}

}  // namespace

void write_text(std::ostream& out, const Answer& answer, const TextStyle& style) {
  if (answer.total == 0 && answer.hits.empty()) return;
  Printer printer(out, style);
  printer.line(header(answer), Ink::dim);
  for (const DocumentHit& hit : answer.hits) {
    printer.blank();
    print_hit(printer, hit);
  }
  print_facets(printer, answer);
}

}  // namespace pincite
