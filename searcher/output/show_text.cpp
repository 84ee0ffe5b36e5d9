#include <algorithm>

#include "corpus/citing.h"
#include "searcher/output/document_text.h"
#include "searcher/output/excerpt.h"
#include "searcher/output/output.h"
#include "searcher/output/passage_notes.h"
#include "searcher/output/source_text.h"

namespace pincite {
namespace {

/// A metadata field's values as people read them; empty where the document has none.
struct ShownField {
  std::string name;
  std::string value;
};

/// `AZE Azerbaijan`, or the id alone where the vocabulary has no more to say.
std::string id_and_label(Table table, const std::string& id) {
  const std::string label = Vocabulary::built_in().label(table, id);
  return label == id || id.empty() ? id : id + " " + label;
}

std::string ids_and_labels(Table table, const std::vector<std::string>& ids) {
  std::string line;
  for (const std::string& id : ids) line += (line.empty() ? "" : "; ") + id_and_label(table, id);
  return line;
}

std::string iso_and_words(const std::optional<Period>& period) {
  if (!period) return {};
  const std::string iso = period->iso();
  const std::string words = period->in_words();
  return iso == words ? iso : iso + " " + words;
}

std::vector<ShownField> shown_fields(const Metadata& metadata) {
  std::vector<ShownField> fields = {
      {"title", metadata.title},
      {"state", ids_and_labels(Table::states, metadata.state)},
      {"on_behalf_of", ids_and_labels(Table::states, metadata.on_behalf_of)},
      {"type", id_and_label(Table::types, metadata.type)},
      {"meeting", ids_and_labels(Table::meetings, metadata.meeting)},
      {"treaty", ids_and_labels(Table::treaties, metadata.treaty)},
      {"date", iso_and_words(metadata.date)},
      {"period", iso_and_words(metadata.period)},
      {"language", metadata.language},
      {"symbol", metadata.symbol},
      {"author", metadata.author},
      {"publisher", metadata.publisher},
      {"place", metadata.place},
      {"url", metadata.url},
      {"accessed", metadata.accessed},
  };
  for (const auto& [name, json] : metadata.fields) fields.push_back({name, json});
  return fields;
}

std::string origin_of(const Metadata& metadata, const std::string& field) {
  const auto found = metadata.provenance.find(field);
  if (found == metadata.provenance.end()) return {};
  const Provenance& provenance = found->second;
  return std::string("  (") + to_string(provenance.from) +
         (provenance.where.empty() ? "" : ", " + provenance.where) + ")";
}

void print_field(Printer& printer, const ShownField& field, const std::string& origin) {
  if (field.value.empty()) return;
  InkedText line;
  append(line, field.name + ": ", Ink::dim);
  append(line, field.value, Ink::plain);
  append(line, origin, Ink::dim);
  printer.line(line, 0, 2);
}

void print_metadata(Printer& printer, const Document& document) {
  printer.blank();
  for (const ShownField& field : shown_fields(document.metadata)) {
    print_field(printer, field, origin_of(document.metadata, field.name));
  }
  print_field(printer, {"source", document.source}, {});
  print_field(printer, {"sha256", document.sha256}, {});
}

/// The text of a passage behind its number, in a column as wide as the longest number.
class Numbered {
 public:
  Numbered(Printer& printer, const Document& document)
      : printer_(printer), gutter_(std::to_string(document.passages.size()).size() + 2) {}

  void line(std::uint32_t passage, const InkedText& text) {
    const std::string number = std::to_string(passage + 1);
    InkedText numbered;
    append(numbered, std::string(gutter_ - 2 - number.size(), ' ') + number + "  ", Ink::dim);
    for (const Span& span : text) append(numbered, span.text, span.ink);
    printer_.line(numbered, 0, gutter_);
  }

  /// A line that belongs to the one before.
  void below(const InkedText& text) { printer_.line(text, gutter_ + 2, 2); }

 private:
  Printer& printer_;
  std::size_t gutter_;  // columns
};

bool is_set_apart(PassageKind kind) {
  return kind == PassageKind::title || kind == PassageKind::heading;
}

bool belongs_to_note(const Document& document, std::uint32_t passage) {
  return document.passages[passage].kind == PassageKind::note &&
         note_of(document, passage) != kNone;
}

void print_body(Printer& printer, const Document& document) {
  Numbered numbered(printer, document);
  std::optional<PassageKind> before;
  for (std::uint32_t i = 0; i < document.passages.size(); ++i) {
    const Passage& passage = document.passages[i];
    if (belongs_to_note(document, i)) continue;
    const bool same_list = before == passage.kind && (passage.kind == PassageKind::row ||
                                                      passage.kind == PassageKind::list_item);
    if (!same_list) printer.blank();
    before = passage.kind;
    InkedText text;
    append(text, passage.text, is_set_apart(passage.kind) ? Ink::bold : Ink::plain);
    numbered.line(i, text);
  }
}

void print_notes(Printer& printer, const Document& document,
                 const std::vector<std::uint32_t>& carriers) {
  if (document.notes.empty()) return;
  printer.blank();
  printer.line("Notes", Ink::bold);
  printer.blank();
  Numbered numbered(printer, document);
  for (std::uint32_t i = 0; i < document.notes.size(); ++i) {
    const Note& note = document.notes[i];
    const std::uint32_t carrier = carriers[i];
    InkedText line = note_line(document, note);
    if (carrier != kNone) {
      append(line, "  (of passage " + std::to_string(carrier + 1) + ")", Ink::dim);
    }
    numbered.line(note.passage, line);
    for (const CitedSource& source : note.sources) numbered.below(source_line(source));
  }
}

void print_cited_by(Printer& printer, const Document& document) {
  if (document.cited_by.empty()) return;
  printer.blank();
  printer.line("Cited by", Ink::bold);
  printer.blank();
  for (const std::string& id : document.cited_by) printer.line(id, Ink::plain, 2, 2);
}

std::vector<std::string> unpaired(const Document& document,
                                  const std::vector<std::uint32_t>& carriers) {
  std::vector<std::string> lines;
  for (const Mark& mark : document.marks) {
    if (mark.note != kNone) continue;
    const std::string text(part_of(document.passages[mark.passage].text, mark.at));
    lines.push_back("mark " + text + " of passage " + std::to_string(mark.passage + 1) +
                    " has no note");
  }
  for (std::uint32_t i = 0; i < document.notes.size(); ++i) {
    if (carriers[i] != kNone) continue;
    lines.push_back("note " + document.notes[i].label + " has no mark");
  }
  return lines;
}

void print_unpaired(Printer& printer, const Document& document,
                    const std::vector<std::uint32_t>& carriers) {
  const std::vector<std::string> lines = unpaired(document, carriers);
  if (lines.empty()) return;
  printer.blank();
  printer.line("Unpaired", Ink::bold);
  printer.blank();
  for (const std::string& line : lines) printer.line(line, Ink::plain, 2, 2);
}

}  // namespace

void write_document_text(std::ostream& out, const Document& document, std::uint32_t only,
                         const TextStyle& style) {
  Printer printer(out, style);
  const std::vector<std::uint32_t> carriers = pincite::carriers(document);
  print_document_head(printer, document, 0);
  if (only != kNone) {
    printer.blank();
    print_passage(printer, document, {only, {}, {}, {}, {}, cite(document, only, {})}, carriers, 0);
    return;
  }
  print_metadata(printer, document);
  print_body(printer, document);
  print_notes(printer, document, carriers);
  print_cited_by(printer, document);
  print_unpaired(printer, document, carriers);
}

}  // namespace pincite
