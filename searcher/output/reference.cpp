#include "searcher/output/reference.h"

#include <algorithm>

#include "corpus/citing.h"
#include "corpus/text.h"
#include "corpus/vocabulary.h"
#include "searcher/output/document_text.h"
#include "searcher/output/passage_notes.h"
#include "searcher/output/record_type.h"
#include "searcher/output/source_text.h"

namespace pincite {
namespace {

std::vector<std::string> names(const std::vector<std::string>& states) {
  std::vector<std::string> named;
  for (const std::string& state : states) {
    named.push_back(Vocabulary::built_in().label(Table::states, state));
  }
  return named;
}

/// The person or body named, else the states where they speak in works of this type.
std::vector<std::string> authors(const std::string& named, const std::string& type,
                                 const std::vector<std::string>& states) {
  if (!trim(named).empty()) return {named};
  return record_type(type).state_speaks ? names(states) : std::vector<std::string>();
}

std::string on_behalf_of(const std::vector<std::string>& states) {
  return states.empty() ? std::string() : "on behalf of " + labels(Table::states, states);
}

/// Of a source, whom its author stands for.
std::string standing(const CitedSource& source) {
  const std::string state =
      source.person.empty() ? std::string() : labels(Table::states, source.state);
  return joined({source.office, state, on_behalf_of(source.on_behalf_of)}, ", ");
}

/// The meetings of a profile are those that its header names: it was not written for them.
std::string meeting(const Metadata& metadata) {
  const std::vector<std::string> types = Vocabulary::built_in().type_and_wider(metadata.type);
  const bool is_profile = std::ranges::find(types, "country_profile") != types.end();
  return is_profile ? std::string() : labels(Table::meetings, metadata.meeting);
}

Work work(const Metadata& metadata) {
  Work work;
  work.type = metadata.type;
  work.authors = authors(metadata.author, metadata.type, metadata.state);
  work.title = metadata.title;
  work.date = metadata.date;
  work.publisher = metadata.publisher;
  work.place = metadata.place;
  work.meeting = meeting(metadata);
  work.symbol = metadata.symbol;
  work.language = metadata.language;
  work.url = metadata.url;
  work.accessed = metadata.accessed;
  work.remark = on_behalf_of(metadata.on_behalf_of);
  return work;
}

Work work(const CitedSource& source) {
  Work work;
  work.type = source.type;
  work.authors = authors(source.person, source.type, source.state);
  work.recipient = source.addressee;
  work.title = source.title;
  work.date = source.date;
  work.publisher = source.publisher;
  work.place = source.place;
  work.meeting = labels(Table::meetings, source.meeting);
  work.symbol = source.symbol;
  work.page = source.page;
  work.url = source.url;
  work.remark = standing(source);
  return work;
}

/// The source in the note's own words; where these only point to another note, what is known of it.
std::string words_of(const CitedSource& source, const std::string& text) {
  std::string words = source.repeats.empty() ? squeeze(source_text(text, source)) : std::string();
  while (!words.empty() && (words.back() == '.' || words.back() == ';')) words.pop_back();
  return words.empty() ? source_facts(source) : words;
}

/// What a note says where it cites nothing known, the note that is quoted aside.
std::string prose(const Document& document, const PassageHit& hit, const Note& note,
                  const std::string& text) {
  const bool is_quoted = document.passages[hit.passage].kind == PassageKind::note;
  if (!note.sources.empty() || is_quoted || trim(text).empty()) return {};
  return "Note " + note.label + ": " + squeeze(text);
}

void add_notes(Reference& made, const Document& document, const PassageHit& hit,
               const std::vector<std::uint32_t>& notes) {
  std::vector<std::string> sources;
  std::vector<std::string> others;
  for (const std::uint32_t index : notes) {
    const Note& note = document.notes[index];
    const std::string text = is_loaded(document, note) ? note_text(document, note) : std::string();
    for (const CitedSource& source : note.sources) {
      made.sources.push_back(work(source));
      sources.push_back(words_of(source, text));
    }
    others.push_back(prose(document, hit, note, text));
  }
  if (!sources.empty()) made.cited_in = joined(sources, "; ") + ", cited in " + hit.citation;
  made.cited_in = joined({made.cited_in, joined(others, " ")}, " ");
}

}  // namespace

Reference reference(const Document& document, const PassageHit& hit) {
  const Passage& passage = document.passages[hit.passage];
  const std::vector<std::uint32_t> notes = notes_of_match(document, hit);
  Reference made;
  made.work = work(document.metadata);
  made.work.page = passage.locator.page;
  const auto above = headings_above(document, hit.passage);
  if (!above.empty()) made.section = section_name(document.passages[above.back()]);
  made.pinpoint = pinpoint(document, hit.passage, notes);
  made.quotation = passage.text;
  add_notes(made, document, hit, notes);
  return made;
}

}  // namespace pincite
