#include "corpus/text.h"

#include "corpus/vocabulary.h"
#include "searcher/output/document_text.h"
#include "searcher/output/passage_notes.h"
#include "searcher/output/writers.h"

namespace pincite {
namespace {

constexpr std::size_t kIndent = 3;

std::string documents(std::uint32_t count) {
  return std::to_string(count) + (count == 1 ? " document" : " documents");
}

std::string ranks(const AnswerHead& head) {
  const std::string first = std::to_string(head.first_rank);
  return head.shown == 1 ? first : first + "–" + std::to_string(head.first_rank + head.shown - 1);
}

std::string header(const AnswerHead& head) {
  const std::string total = (head.exact ? "" : "about ") + documents(head.total);
  const std::string folded =
      head.folded == 0 ? "" : ", " + std::to_string(head.folded) + " folded into others as copies";
  if (head.shown == 0 || head.shown + head.folded >= head.total) return total + folded;
  return total + folded + ", showing " + ranks(head);
}

std::string in_words(const CopyDifference& difference) {
  if (difference.own_text.empty() && difference.text.empty()) {
    return difference.own_words == 0 || difference.words == 0
               ? std::to_string(difference.own_words + difference.words) + " words " +
                     (difference.words == 0 ? "left out" : "more")
               : std::to_string(difference.words) + " other words";
  }
  if (difference.own_text.empty()) return "“" + difference.text + "” added";
  if (difference.text.empty()) return "“" + difference.own_text + "” left out";
  return "“" + difference.text + "” for “" + difference.own_text + "”";
}

InkedText copy_line(const PassageCopy& copy) {
  std::vector<std::string> differences;
  for (const CopyDifference& difference : copy.differences) {
    differences.push_back(in_words(difference));
  }
  const std::string likeness = copy.same_document
                                   ? "again here"
                                   : (copy.differences.empty() ? "the same" : "nearly the same");
  InkedText line;
  append(line, "copy, " + likeness, Ink::dim);
  if (!differences.empty()) append(line, " (" + joined(differences, "; ") + ")", Ink::dim);
  append(line, ": ", Ink::dim);
  append(line, copy.date ? copy.date->in_words() + " · " : "undated · ", Ink::plain);
  append(line, copy.id, Ink::name);
  append(line, " · " + copy.citation, Ink::plain);
  return line;
}

void print_copies(Printer& printer, const PassageHit& hit) {
  for (const PassageCopy& copy : hit.copies) printer.line(copy_line(copy), kIndent + 2, 2);
  if (hit.more_copies == 0) return;
  printer.line("… and " + std::to_string(hit.more_copies) + " more " +
                   (hit.more_copies == 1 ? "copy" : "copies"),
               Ink::dim, kIndent + 2);
}

void print_hit(Printer& printer, const DocumentHit& hit) {
  print_document_head(printer, hit.document, hit.rank);
  const std::vector<std::uint32_t> carriers = pincite::carriers(hit.document);
  for (const PassageHit& passage : hit.passages) {
    printer.blank();
    print_passage(printer, hit.document, passage, carriers, kIndent);
    print_copies(printer, passage);
  }
  if (hit.folded_passages > 0) {
    printer.blank();
    printer.line("… and " + std::to_string(hit.folded_passages) + " more that " +
                     (hit.folded_passages == 1 ? "is a copy of one" : "are copies of those") +
                     " shown",
                 Ink::dim, kIndent);
  }
  const std::size_t told = hit.passages.size() + hit.folded_passages;
  if (hit.matching_passages <= told) return;
  const std::size_t more = hit.matching_passages - told;
  printer.blank();
  printer.line("… and " + std::to_string(more) + " more passage" + (more == 1 ? "" : "s") +
                   " in this document",
               Ink::dim, kIndent);
}

std::string name_of(const FacetCount& count) {
  if (!count.value) return "none";
  return count.label.empty() ? *count.value : count.label;
}

void print_facets(Printer& printer, const AnswerHead& answer) {
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

class TextWriter : public AnswerSink {
 public:
  TextWriter(std::ostream& out, const TextStyle& style) : printer_(out, style) {}

  void begin(const AnswerHead& head) override {
    if (!is_empty(head)) printer_.line(header(head), Ink::dim);
  }

  void hit(DocumentHit&& hit) override {
    printer_.blank();
    print_hit(printer_, hit);
  }

  void end(const AnswerHead& head) override {
    if (!is_empty(head)) print_facets(printer_, head);
  }

 private:
  static bool is_empty(const AnswerHead& head) { return head.total == 0 && head.shown == 0; }

  Printer printer_;
};

}  // namespace

std::unique_ptr<AnswerSink> text_writer(std::ostream& out, const TextStyle& style) {
  return std::make_unique<TextWriter>(out, style);
}

}  // namespace pincite
