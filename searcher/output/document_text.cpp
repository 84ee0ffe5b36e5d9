#include "searcher/output/document_text.h"

#include <algorithm>

#include "corpus/text.h"
#include "searcher/output/excerpt.h"
#include "searcher/output/passage_notes.h"
#include "searcher/output/source_text.h"

namespace pincite {
namespace {

constexpr std::size_t kStep = 2;         // columns of one level
constexpr std::size_t kMostMatched = 8;  // different matches named in one line
constexpr std::string_view kLeftOut = "[…]";

std::string prefixed(std::string_view prefix, const std::string& text) {
  return text.empty() ? text : std::string(prefix) + text;
}

std::string in_words(const std::optional<Period>& period) {
  return period ? period->in_words() : std::string();
}

std::string facts(const Metadata& metadata) {
  const Vocabulary& vocabulary = Vocabulary::built_in();
  return joined(
      {labels(Table::states, metadata.state),
       prefixed("on behalf of ", labels(Table::states, metadata.on_behalf_of)),
       in_words(metadata.date), prefixed("on ", in_words(metadata.period)),
       metadata.type.empty() ? std::string() : vocabulary.label(Table::types, metadata.type),
       labels(Table::meetings, metadata.meeting), metadata.symbol},
      " · ");
}

std::string section(const Document& document, std::uint32_t passage) {
  std::vector<std::string> names;
  for (const std::uint32_t heading : headings_above(document, passage)) {
    names.push_back(section_name(document.passages[heading]));
  }
  return joined(names, " › ");
}

std::string paragraph(const Locator& locator) {
  if (locator.paragraph_label.empty()) {
    return locator.paragraph == 0 ? std::string()
                                  : "paragraph " + std::to_string(locator.paragraph);
  }
  std::string label = locator.paragraph_label;
  if (label.back() == '.') label.pop_back();
  return "para. " + label;
}

/// What the passage is, where that is not a paragraph.
std::string kind(const Document& document, std::uint32_t passage,
                 const std::vector<std::uint32_t>& carriers) {
  const PassageKind kind = document.passages[passage].kind;
  if (kind == PassageKind::paragraph || kind == PassageKind::list_item) return {};
  const std::uint32_t note = note_of(document, passage);
  if (note == kNone) return to_string(kind);
  const std::uint32_t carrier = carriers[note];
  return "note " + document.notes[note].label +
         (carrier == kNone ? std::string() : " of passage " + std::to_string(carrier + 1));
}

void print_place(Printer& printer, const Document& document, std::uint32_t passage,
                 const std::vector<std::uint32_t>& carriers, std::size_t indent) {
  const Locator& locator = document.passages[passage].locator;
  const std::string place = joined({section(document, passage), kind(document, passage, carriers),
                                    paragraph(locator), prefixed("p. ", locator.page)},
                                   " · ");
  InkedText line;
  append(line, place, Ink::bold);
  append(line, (place.empty() ? "passage " : " · passage ") + std::to_string(passage + 1),
         Ink::dim);
  printer.line(line, indent, kStep);
}

void append_part(InkedText& line, std::string_view text, const Range& part,
                 const std::vector<Range>& highlights) {
  std::uint32_t at = part.begin;
  for (const Range& highlight : highlights) {
    const Range plain = {at, std::clamp(highlight.begin, at, part.end)};
    const Range matched = {plain.end, std::clamp(highlight.end, plain.end, part.end)};
    append(line, part_of(text, plain), Ink::plain);
    append(line, part_of(text, matched), Ink::match);
    at = matched.end;
  }
  append(line, part_of(text, {at, part.end}), Ink::plain);
}

InkedText passage_text(const std::string& text, const std::vector<Range>& highlights) {
  InkedText line;
  std::uint32_t shown = 0;
  for (const Range& part : excerpt(text, highlights)) {
    if (part.begin > shown) {
      append(line, (shown == 0 ? "" : " ") + std::string(kLeftOut) + " ", Ink::dim);
    }
    append_part(line, text, part, highlights);
    shown = part.end;
  }
  if (shown < text.size()) append(line, " " + std::string(kLeftOut), Ink::dim);
  return line;
}

/// The different texts that matched, in the order of the passage.
std::vector<std::string> matched_texts(const std::string& text,
                                       const std::vector<Range>& highlights) {
  std::vector<std::string> matched;
  for (const Range& highlight : highlights) {
    if (matched.size() > kMostMatched) break;
    const std::string quoted = "“" + std::string(part_of(text, highlight)) + "”";
    if (std::ranges::find(matched, quoted) == matched.end()) matched.push_back(quoted);
  }
  if (matched.size() > kMostMatched) {
    matched.resize(kMostMatched);
    matched.emplace_back("…");
  }
  return matched;
}

void print_labelled(Printer& printer, std::string_view label, std::string_view text,
                    std::size_t indent) {
  InkedText line;
  append(line, label, Ink::dim);
  append(line, text, Ink::plain);
  printer.line(line, indent, kStep);
}

// In colour the passage itself shows what matched, and only how well is left to tell.
void print_match(Printer& printer, const Document& document, const PassageHit& hit,
                 std::size_t indent) {
  if (!hit.match || hit.highlights.empty()) return;
  const std::string how_well = to_string(*hit.match);
  if (printer.style().colour) {
    printer.line("match: " + how_well, Ink::dim, indent, kStep);
    return;
  }
  const std::string& text = document.passages[hit.passage].text;
  print_labelled(printer, "match: ",
                 joined(matched_texts(text, hit.highlights), ", ") + " (" + how_well + ")", indent);
}

void print_notes(Printer& printer, const Document& document, const PassageHit& hit,
                 std::size_t indent) {
  for (const std::uint32_t note : notes_of(document, marks_in_full(document, hit))) {
    printer.line(note_line(document, document.notes[note]), indent, kStep);
    for (const CitedSource& source : document.notes[note].sources) {
      printer.line(source_line(source), indent + kStep, kStep);
    }
  }
  std::vector<std::string> besides;
  for (const std::uint32_t note : notes_of(document, marks_besides(hit))) {
    besides.push_back("note " + document.notes[note].label);
  }
  if (besides.empty()) return;
  printer.line("also in this passage: " + joined(besides, ", "), Ink::dim, indent, kStep);
}

}  // namespace

std::string labels(Table table, const std::vector<std::string>& ids) {
  std::vector<std::string> names;
  for (const std::string& id : ids) names.push_back(Vocabulary::built_in().label(table, id));
  return joined(names, "; ");
}

InkedText note_line(const Document& document, const Note& note) {
  InkedText line;
  append(line, "note " + note.label + ": ", Ink::dim);
  const std::string text = note_text(document, note);
  append(line, trim(text), Ink::plain);
  return line;
}

void print_document_head(Printer& printer, const Document& document, std::uint32_t rank) {
  const std::string number = rank == 0 ? std::string() : std::to_string(rank) + ". ";
  const std::size_t indent = number.size();
  const std::string& title = document.metadata.title;
  InkedText line;
  append(line, number, Ink::dim);
  append(line, title.empty() ? document.id : title, Ink::bold);
  printer.line(line, 0, indent);
  const std::string told = facts(document.metadata);
  if (!told.empty()) printer.line(told, Ink::plain, indent, kStep);
  printer.unbroken(document.id, Ink::name, indent);
}

void print_passage(Printer& printer, const Document& document, const PassageHit& hit,
                   const std::vector<std::uint32_t>& carriers, std::size_t indent) {
  print_place(printer, document, hit.passage, carriers, indent);
  const std::size_t inner = indent + kStep;
  printer.line(passage_text(document.passages[hit.passage].text, hit.highlights), inner);
  print_match(printer, document, hit, inner);
  print_notes(printer, document, hit, inner);
  if (!hit.citation.empty()) print_labelled(printer, "cite: ", hit.citation, inner);
}

}  // namespace pincite
