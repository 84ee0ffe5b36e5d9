// CSV for spreadsheets and scripts: quoting of RFC 4180, UTF-8 without a byte order mark, rows that
// end in a line feed.
#include <algorithm>
#include <array>
#include <ostream>

#include "corpus/text.h"
#include "searcher/output/document_text.h"
#include "searcher/output/output.h"
#include "searcher/output/passage_notes.h"
#include "searcher/output/source_text.h"

namespace pincite {
namespace {

constexpr std::array kColumns = {"document id", "title",         "state", "type",      "date",
                                 "section",     "paragraph",     "page",  "quotation", "citation",
                                 "note",        "note's source", "url"};

constexpr std::string_view kSeparator = "; ";  // between the values of one cell

using Row = std::array<std::string, kColumns.size()>;

/// Line feeds and tabs stay; other control characters are made visible.
std::string shown(std::string_view text) {
  std::string safe;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\t", begin), text.size());
    std::string_view part = text.substr(begin, end - begin);
    if (end < text.size() && text[end] == '\n' && part.ends_with('\r')) part.remove_suffix(1);
    safe += visible(part);
    if (end < text.size()) safe += text[end];
    begin = end + 1;
  }
  return safe;
}

/// Whether a spreadsheet might take the cell for a formula: it begins with = + - @, in ASCII or
/// full width, or with a tab, white space before it aside.
bool would_run(std::string_view cell) {
  if (cell.starts_with('\t') || cell.starts_with('\n')) return true;
  const std::string_view text = trim(cell);
  if (text.empty()) return false;
  constexpr std::array<std::string_view, 8> kStarts = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  return std::ranges::any_of(kStarts,
                             [&](std::string_view start) { return text.starts_with(start); });
}

void write_cell(std::ostream& out, std::string_view text) {
  const std::string safe = shown(text);
  const std::string cell = (would_run(safe) ? "'" : "") + safe;
  if (cell.find_first_of(",\"\n\t;") == std::string::npos) {
    out << cell;
    return;
  }
  out << '"';
  for (const char c : cell) {
    if (c == '"') out << '"';
    out << c;
  }
  out << '"';
}

template <typename Cells>
void write_row(std::ostream& out, const Cells& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out << ',';
    write_cell(out, cells[i]);
  }
  out << '\n';
}

std::string section(const Document& document, std::uint32_t passage) {
  std::vector<std::string> names;
  for (const std::uint32_t heading : headings_above(document, passage)) {
    names.push_back(section_name(document.passages[heading]));
  }
  return joined(names, " › ");
}

std::string paragraph(const Locator& locator) {
  if (!locator.paragraph_label.empty()) return locator.paragraph_label;
  return locator.paragraph == 0 ? std::string() : std::to_string(locator.paragraph);
}

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
          section(document, hit.passage),
          paragraph(passage.locator),
          passage.locator.page,
          passage.text,
          hit.citation,
          joined(notes, kSeparator),
          joined(sources, kSeparator),
          metadata.url};
}

}  // namespace

void write_csv(std::ostream& out, const Answer& answer) {
  write_row(out, kColumns);
  for (const DocumentHit& hit : answer.hits) {
    for (const PassageHit& passage : hit.passages) write_row(out, row(hit.document, passage));
  }
}

}  // namespace pincite
