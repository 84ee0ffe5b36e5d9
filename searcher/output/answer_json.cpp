#include "searcher/output/answer_json.h"

#include <cmath>

#include "searcher/output/nothing_found.h"

namespace pincite {
namespace {

constexpr int kSchema = 1;

Json documents_json(const AnswerHead& answer) {
  Json json;
  json["total"] = answer.total;
  json["exact"] = answer.exact;
  json["all_words"] = answer.all_words ? Json(*answer.all_words) : Json();
  return json;
}

Json facet_json(const std::vector<FacetCount>& counts) {
  Json json = Json::array();
  for (const FacetCount& count : counts) {
    Json entry;
    entry["value"] = count.value ? Json(*count.value) : Json();
    entry["label"] = count.label;
    entry["count"] = count.count;
    json.push_back(std::move(entry));
  }
  return json;
}

Json facets_json(const AnswerHead& answer) {
  Json facets = Json::object();
  for (const auto& [field, counts] : answer.facets) facets[field] = facet_json(counts);
  return facets;
}

Json notices_json(const AnswerHead& answer) {
  Json notices = Json::array();
  for (const Notice& notice : answer.notices) {
    Json entry;
    entry["code"] = notice.code;
    entry["text"] = notice.text;
    notices.push_back(std::move(entry));
  }
  return notices;
}

Json occurrence_counts_json(const std::vector<OccurrenceCount>& counts) {
  Json json = Json::array();
  for (const OccurrenceCount& count : counts) {
    Json entry;
    entry["value"] = count.value ? Json(*count.value) : Json();
    entry["label"] = count.label;
    entry["occurrences"] = count.occurrences;
    entry["documents"] = count.documents;
    json.push_back(std::move(entry));
  }
  return json;
}

Json exported_json(const Exported& exported) {
  Json json;
  json["documents"] = exported.documents;
  json["passages"] = exported.passages;
  json["occurrences"] = exported.occurrences;
  return json;
}

double to_microseconds(double milliseconds) { return std::round(milliseconds * 1000) / 1000; }

Json filters_json(const SearchRecord& record) {
  Json filters = Json::object();
  for (const auto& [field, values] : record.filters) filters[field] = values;
  return filters;
}

}  // namespace

Json search_json(const AnswerHead& head) {
  const SearchRecord& record = head.record;
  Json json;
  json["date"] = text_or_null(record.date);
  json["program"] = text_or_null(record.program);
  json["index"] = record.index;
  json["revision"] = head.revision;
  json["documents"] = record.documents;
  json["query"] = head.query;
  json["parsed"] = head.parsed;
  json["filters"] = filters_json(record);
  json["all"] = record.all;
  json["sort"] = text_or_null(record.sort);
  json["limit"] = record.limit;
  json["offset"] = record.offset;
  json["passages"] = record.passages;
  return json;
}

void write_head(JsonStream& json, const AnswerHead& head) {
  json.member("schema", kSchema);
  json.member("query", head.query);
  json.member("parsed", head.parsed);
  json.member("documents", documents_json(head));
  json.member("revision", head.revision);
}

void write_tail(JsonStream& json, const AnswerHead& head, const Exported& exported) {
  json.member("facets", facets_json(head));
  json.member("suggestion", suggestion_json(head));
  json.member("nothing_found", nothing_found_json(head));
  json.member("notices", notices_json(head));
  json.member("elapsed_ms", to_microseconds(head.elapsed_ms));
  json.member("search", search_json(head));
  json.member("exported", exported_json(exported));
}

Json counts_json(const ConcordanceCounts& counts) {
  Json json;
  json["occurrences"] = counts.occurrences();
  json["documents"] = counts.documents();
  json["state"] = occurrence_counts_json(counts.by_state());
  json["year"] = occurrence_counts_json(counts.by_year());
  return json;
}

void write_record(std::ostream& out, const AnswerHead& head, const Exported& exported,
                  const ConcordanceCounts* counts) {
  Json json;
  json["schema"] = kSchema;
  json["search"] = search_json(head);
  json["documents"] = documents_json(head);
  json["exported"] = exported_json(exported);
  if (counts != nullptr) json["counts"] = counts_json(*counts);
  json["facets"] = facets_json(head);
  json["suggestion"] = suggestion_json(head);
  json["nothing_found"] = nothing_found_json(head);
  json["notices"] = notices_json(head);
  write(out, json);
}

}  // namespace pincite
