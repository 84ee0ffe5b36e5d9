#include <ostream>

#include "corpus/text.h"
#include "searcher/output/excerpt.h"
#include "searcher/output/output.h"
#include "searcher/output/passage_json.h"
#include "searcher/output/passage_notes.h"
#include "searcher/output/source_json.h"

namespace pincite {
namespace {

constexpr int kSchema = 1;

Json value_of(const std::string& field, const Json& document) {
  const Json& fields = document["fields"];
  if (fields.contains(field)) return fields[field];
  return document.contains(field) ? document[field] : Json();
}

Json provenance_json(const Metadata& metadata, const Json& document) {
  Json json = Json::object();
  for (const auto& [field, provenance] : metadata.provenance) {
    Json entry;
    entry["value"] = value_of(field, document);
    entry["from"] = to_string(provenance.from);
    entry["where"] = text_or_null(provenance.where);
    json[field] = std::move(entry);
  }
  return json;
}

using Carriers = std::vector<std::uint32_t>;  // see carriers()

Json passages_json(const Document& document, const Carriers& carriers, std::uint32_t only) {
  Json passages = Json::array();
  for (std::uint32_t i = 0; i < document.passages.size(); ++i) {
    if (only == kNone || only == i) {
      passages.push_back(whole_passage_json(document, i, carriers));
    }
  }
  return passages;
}

Json notes_json(const Document& document, const Carriers& carriers) {
  Json notes = Json::array();
  for (std::uint32_t i = 0; i < document.notes.size(); ++i) {
    const Note& note = document.notes[i];
    const std::uint32_t carrier = carriers[i];
    Json entry;
    entry["label"] = note.label;
    entry["text"] = note_text(document, note);
    entry["of"] = carrier == kNone ? Json() : Json(carrier + 1);
    entry["sources"] = sources_json(note, entry["text"].get_ref<const std::string&>());
    notes.push_back(std::move(entry));
  }
  return notes;
}

Json unpaired_mark_json(const Document& document, const Mark& mark) {
  const std::string& text = document.passages[mark.passage].text;
  Json json;
  json["passage"] = mark.passage + 1;
  json["at"] = code_point_offsets(text, {mark.at.begin}).front();
  json["text"] = part_of(text, mark.at);
  return json;
}

Json unpaired_json(const Document& document, const Carriers& carriers) {
  Json json;
  json["marks"] = Json::array();
  json["notes"] = Json::array();
  for (const Mark& mark : document.marks) {
    if (mark.note == kNone) json["marks"].push_back(unpaired_mark_json(document, mark));
  }
  for (std::uint32_t i = 0; i < document.notes.size(); ++i) {
    if (carriers[i] == kNone) json["notes"].push_back(document.notes[i].label);
  }
  return json;
}

}  // namespace

void write_document_json(std::ostream& out, const Document& document, std::uint32_t only) {
  const Carriers carriers = pincite::carriers(document);
  Json json;
  json["schema"] = kSchema;
  json["document"] = document_json(document);
  json["provenance"] = provenance_json(document.metadata, json["document"]);
  json["passages"] = passages_json(document, carriers, only);
  json["notes"] = notes_json(document, carriers);
  json["unpaired"] = unpaired_json(document, carriers);
  json["cited_by"] = document.cited_by;
  write(out, json);
}

}  // namespace pincite
