// CSL-JSON, an array of items (CSL 1.0.2, schema csl-data.json).
//
// `locator` is the whole pinpoint, and `section` and `page` its parts; `abstract` is the quotation;
// `note` names the sources, ready to paste. `custom`, which processors pass over, has under
// `sources` what the note cites as items of their own, and under `search` the record of the search.
#include "corpus/text.h"
#include "corpus/vocabulary.h"
#include "searcher/output/document_text.h"
#include "searcher/output/json_stream.h"
#include "searcher/output/record_type.h"
#include "searcher/output/reference.h"
#include "searcher/output/writers.h"

namespace pincite {
namespace {

Json date_parts(const CalendarDate& date) {
  Json parts = Json::array({date.year});
  if (date.month != 0) parts.push_back(date.month);
  if (date.day != 0) parts.push_back(date.day);
  return parts;
}

Json date_json(const Period& period) {
  Json json;
  json["date-parts"] = Json::array({date_parts(period.begin())});
  if (!period.is_single()) json["date-parts"].push_back(date_parts(period.end()));
  return json;
}

Json accessed_json(const std::string& accessed) {
  const auto period = Period::parse(squeeze(accessed));
  return period ? date_json(*period) : Json{{"literal", accessed}};
}

/// Names are given whole: which part is a family's is not told.
Json names_json(const std::vector<std::string>& names) {
  Json json = Json::array();
  for (const std::string& name : names) json.push_back(Json{{"literal", name}});
  return json;
}

void add(Json& json, const char* name, const std::string& value) {
  if (!value.empty()) json[name] = value;
}

void add_work(Json& json, const Work& work) {
  const std::string type = record_type(work.type).csl;
  json["type"] = type;
  if (!work.authors.empty()) json["author"] = names_json(work.authors);
  if (!work.recipient.empty()) json["recipient"] = names_json({work.recipient});
  add(json, "title", work.title);
  add(json, "genre",
      work.type.empty() ? work.type : Vocabulary::built_in().label(Table::types, work.type));
  if (work.date) json["issued"] = date_json(*work.date);
  const bool in_newspaper = type == "article-newspaper";
  add(json, in_newspaper ? "container-title" : "publisher", work.publisher);
  const bool at_event = type == "speech" || type == "interview" || type == "hearing";
  add(json, at_event ? "event-place" : "publisher-place", work.place);
  add(json, "event-title", work.meeting);
  add(json, "number", work.symbol);
  add(json, "page", work.page);
  add(json, "language", work.language);
  add(json, "URL", work.url);
  if (!work.accessed.empty()) json["accessed"] = accessed_json(work.accessed);
}

Json sources_json(const std::vector<Work>& sources) {
  Json json = Json::array();
  for (const Work& source : sources) {
    Json item;
    add_work(item, source);
    add(item, "note", source.remark);
    json.push_back(std::move(item));
  }
  return json;
}

Json item_json(const Reference& reference) {
  Json item;
  item["id"] = reference.key;
  add_work(item, reference.work);
  add(item, "section", reference.section);
  add(item, "locator", reference.pinpoint);
  add(item, "abstract", reference.quotation);
  add(item, "note", joined({reference.work.remark, reference.cited_in}, "\n"));
  if (!reference.sources.empty()) item["custom"]["sources"] = sources_json(reference.sources);
  if (!reference.search.empty()) item["custom"]["search"] = reference.search;
  return item;
}

class CslWriter : public RecordWriter {
 public:
  explicit CslWriter(std::ostream& out) : json_(out) {}

  void begin(const AnswerHead& head) override {
    RecordWriter::begin(head);
    json_.open_array();
  }
  void end(const AnswerHead& /*head*/) override { json_.close(); }

 private:
  void write(const Reference& reference) override { json_.element(item_json(reference)); }

  JsonStream json_;
};

}  // namespace

std::unique_ptr<AnswerSink> csl_writer(std::ostream& out) {
  return std::make_unique<CslWriter>(out);
}

}  // namespace pincite
