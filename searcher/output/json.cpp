#include <cmath>
#include <ostream>

#include "searcher/output/output.h"
#include "searcher/output/passage_json.h"

namespace pincite {
namespace {

constexpr int kSchema = 1;

Json documents_json(const Answer& answer) {
  Json json;
  json["total"] = answer.total;
  json["exact"] = answer.exact;
  json["all_words"] = answer.all_words ? Json(*answer.all_words) : Json();
  return json;
}

Json hits_json(const Answer& answer) {
  Json hits = Json::array();
  for (const DocumentHit& hit : answer.hits) hits.push_back(hit_json(hit));
  return hits;
}

Json counts_json(const std::vector<FacetCount>& counts) {
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

Json facets_json(const Answer& answer) {
  Json facets = Json::object();
  for (const auto& [field, counts] : answer.facets) facets[field] = counts_json(counts);
  return facets;
}

Json notices_json(const Answer& answer) {
  Json notices = Json::array();
  for (const Notice& notice : answer.notices) {
    Json entry;
    entry["code"] = notice.code;
    entry["text"] = notice.text;
    notices.push_back(std::move(entry));
  }
  return notices;
}

double to_microseconds(double milliseconds) { return std::round(milliseconds * 1000) / 1000; }

}  // namespace

void write_json(std::ostream& out, const Answer& answer) {
  Json json;
  json["schema"] = kSchema;
  json["query"] = answer.query;
  json["parsed"] = answer.parsed;
  json["documents"] = documents_json(answer);
  json["revision"] = answer.revision;
  json["hits"] = hits_json(answer);
  json["facets"] = facets_json(answer);
  json["suggestion"] = nullptr;
  json["notices"] = notices_json(answer);
  json["elapsed_ms"] = to_microseconds(answer.elapsed_ms);
  write(out, json);
}

}  // namespace pincite
