#include "searcher/output/passage_json.h"

#include <array>
#include <cstdio>
#include <ostream>

#include "corpus/citing.h"
#include "corpus/text.h"
#include "searcher/output/passage_notes.h"
#include "searcher/output/source_json.h"

namespace pincite {
namespace {

constexpr int kDeepestField = 64;  // levels of a kept field; what is deeper is shown as its text

Json number_or_null(std::uint32_t number) { return number == 0 ? Json() : Json(number); }

Json year_of(const Metadata& metadata) {
  if (metadata.date) return metadata.date->first_year();
  return metadata.period ? Json(metadata.period->first_year()) : Json();
}

/// A kept field: its value, or the text itself where that is not JSON.
Json field_json(const std::string& text) {
  bool too_deep = false;
  const auto shallow = [&too_deep](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > kDeepestField;
    return !too_deep;
  };
  Json value = Json::parse(text, shallow, false);
  return too_deep || value.is_discarded() ? Json(text) : value;
}

Json fields_json(const Metadata& metadata) {
  Json fields = Json::object();
  for (const auto& [name, text] : metadata.fields) fields[name] = field_json(text);
  return fields;
}

std::string hash_digits(std::uint64_t hash) {
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
  return digits.data();
}

Json section_json(const Document& document, std::uint32_t passage) {
  Json section = Json::array();
  for (const std::uint32_t heading : headings_above(document, passage)) {
    section.push_back(section_name(document.passages[heading]));
  }
  return section;
}

/// Code points of one passage's byte offsets, asked for one after the other and answered in that
/// order.
class CodePoints {
 public:
  explicit CodePoints(const std::string& text) : text_(text) {}

  void ask(const Range& range) {
    bytes_.push_back(range.begin);
    bytes_.push_back(range.end);
  }
  void answer() { points_ = code_point_offsets(text_, bytes_); }
  Json next() {
    next_ += 2;
    return Json::array({points_[next_ - 2], points_[next_ - 1]});
  }

 private:
  const std::string& text_;
  std::vector<std::uint32_t> bytes_;
  std::vector<std::size_t> points_;
  std::size_t next_ = 0;
};

Json note_json(const Document& document, const Mark& mark, CodePoints& points) {
  const Note& note = document.notes[mark.note];
  Json json;
  json["label"] = note.label;
  json["at"] = points.next()[0];
  json["covers"] = points.next();
  json["text"] = note_text(document, note);
  json["sources"] = sources_json(note, json["text"].get_ref<const std::string&>());
  return json;
}

Json notes_json(const Document& document, const std::vector<std::uint32_t>& marks,
                CodePoints& points) {
  Json notes = Json::array();
  for (const std::uint32_t mark : marks) {
    notes.push_back(note_json(document, document.marks[mark], points));
  }
  return notes;
}

void ask_marks(const Document& document, const std::vector<std::uint32_t>& marks,
               CodePoints& points) {
  for (const std::uint32_t mark : marks) {
    points.ask(document.marks[mark].at);
    points.ask(document.marks[mark].covers);
  }
}

void add_carrier(Json& json, const Document& document, std::uint32_t passage,
                 const std::vector<std::uint32_t>& carriers) {
  if (document.passages[passage].kind != PassageKind::note) return;
  const std::uint32_t note = note_of(document, passage);
  const std::uint32_t carrier = note == kNone ? kNone : carriers[note];
  json["of"] = carrier == kNone ? Json() : Json(carrier + 1);
}

std::string escape(std::uint32_t code_point) {
  std::array<char, 7> digits{};
  std::snprintf(digits.data(), digits.size(), "\\u%04x", code_point & 0xFFFFU);
  return digits.data();
}

bool must_be_escaped(std::int32_t c) {
  return (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Escapes what the JSON writer leaves as it is. Such characters only occur inside strings.
std::string escape_unseen(std::string_view json) {
  std::string escaped;
  escaped.reserve(json.size());
  std::size_t at = 0;
  while (at < json.size()) {
    const std::size_t begin = at;
    const std::int32_t c = next_code_point(json, at);
    if (must_be_escaped(c)) {
      escaped += escape(static_cast<std::uint32_t>(c));
    } else {
      escaped += json.substr(begin, at - begin);
    }
  }
  return escaped;
}

}  // namespace

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json period_or_null(const std::optional<Period>& period) {
  return period ? Json(period->iso()) : Json();
}

Json place_json(const Document& document, std::uint32_t index) {
  const Passage& passage = document.passages[index];
  const Locator& locator = passage.locator;
  Json json;
  json["number"] = index + 1;
  json["kind"] = to_string(passage.kind);
  json["hash"] = hash_digits(passage.hash);
  json["section"] = section_json(document, index);
  json["paragraph"] = number_or_null(locator.paragraph);
  json["paragraph_label"] = text_or_null(locator.paragraph_label);
  json["page"] = text_or_null(locator.page);
  json["page_index"] = number_or_null(locator.page_index);
  return json;
}

Json document_json(const Document& document) {
  const Metadata& metadata = document.metadata;
  Json json;
  json["id"] = document.id;
  json["title"] = text_or_null(metadata.title);
  json["state"] = metadata.state;
  json["on_behalf_of"] = metadata.on_behalf_of;
  json["type"] = text_or_null(metadata.type);
  json["meeting"] = metadata.meeting;
  json["treaty"] = metadata.treaty;
  json["date"] = period_or_null(metadata.date);
  json["year"] = year_of(metadata);
  json["period"] = period_or_null(metadata.period);
  json["language"] = text_or_null(metadata.language);
  json["symbol"] = text_or_null(metadata.symbol);
  json["author"] = text_or_null(metadata.author);
  json["publisher"] = text_or_null(metadata.publisher);
  json["place"] = text_or_null(metadata.place);
  json["url"] = text_or_null(metadata.url);
  json["source"] = document.source;
  json["sha256"] = document.sha256;
  json["fields"] = fields_json(metadata);
  json["accessed"] = text_or_null(metadata.accessed);
  return json;
}

Json passage_json(const Document& document, const PassageHit& hit,
                  const std::vector<std::uint32_t>& carriers) {
  const auto marks = marks_in_full(document, hit);
  const auto others = marks_besides(hit);
  CodePoints points(document.passages[hit.passage].text);
  for (const Range& highlight : hit.highlights) points.ask(highlight);
  ask_marks(document, marks, points);
  ask_marks(document, others, points);
  points.answer();

  Json json = place_json(document, hit.passage);
  json["text"] = document.passages[hit.passage].text;
  json["highlights"] = Json::array();
  for (std::size_t i = 0; i < hit.highlights.size(); ++i) {
    json["highlights"].push_back(points.next());
  }
  json["match"] = hit.match ? Json(to_string(*hit.match)) : Json();
  json["citation"] = hit.citation;
  json["notes"] = notes_json(document, marks, points);
  json["other_notes"] = notes_json(document, others, points);
  add_carrier(json, document, hit.passage, carriers);
  return json;
}

Json hit_json(const DocumentHit& hit) {
  Json json;
  json["rank"] = hit.rank;
  json["score"] = hit.score;
  json["document"] = document_json(hit.document);
  json["matching_passages"] = hit.matching_passages;
  json["passages"] = Json::array();
  const std::vector<std::uint32_t> carriers = pincite::carriers(hit.document);
  for (const PassageHit& passage : hit.passages) {
    json["passages"].push_back(passage_json(hit.document, passage, carriers));
  }
  return json;
}

Json whole_passage_json(const Document& document, std::uint32_t passage,
                        const std::vector<std::uint32_t>& carriers) {
  const auto marks = paired_marks(document, passage);
  CodePoints points(document.passages[passage].text);
  ask_marks(document, marks, points);
  points.answer();

  Json json = place_json(document, passage);
  json["text"] = document.passages[passage].text;
  json["citation"] = cite(document, passage, {});
  json["notes"] = notes_json(document, marks, points);
  add_carrier(json, document, passage, carriers);
  return json;
}

std::string to_text(const Json& json) {
  constexpr int kIndent = 2;
  return escape_unseen(json.dump(kIndent, ' ', false, Json::error_handler_t::replace));
}

void write(std::ostream& out, const Json& json) { out << to_text(json) << '\n'; }

}  // namespace pincite
