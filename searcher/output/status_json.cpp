#include "corpus/vocabulary.h"
#include "searcher/output/passage_json.h"
#include "searcher/output/status.h"

namespace pincite {
namespace {

constexpr int kSchema = 1;

Json coverage_json(const Coverage& coverage) {
  Json json = Json::array();
  for (const auto& [state, covered] : coverage.states) {
    if (state.empty()) continue;
    for (const auto& [year, count] : covered.years) {
      json.push_back(Json{{"state", state}, {"year", year}, {"count", count}});
    }
  }
  return json;
}

Json state_json(const std::string& state, const StateCoverage& covered) {
  Json json;
  json["state"] = state;
  json["label"] = Vocabulary::built_in().label(Table::states, state);
  json["documents"] = covered.documents;
  json["undated"] = covered.undated;
  json["first"] = covered.years.empty() ? Json() : Json(covered.years.begin()->first);
  json["last"] = covered.years.empty() ? Json() : Json(covered.years.rbegin()->first);
  json["missing"] = missing_years(covered.years);
  return json;
}

Json states_json(const Coverage& coverage) {
  Json json = Json::array();
  for (const auto& [state, covered] : coverage.states) {
    if (!state.empty()) json.push_back(state_json(state, covered));
  }
  return json;
}

Json years_json(const Coverage& coverage) {
  Json json = Json::array();
  for (const auto& [year, count] : coverage.years) {
    json.push_back(Json{{"year", year}, {"count", count}});
  }
  return json;
}

/// An object of those that have a value.
Json values_json(const ValueCounts& counts) {
  Json json = Json::object();
  for (const auto& [value, count] : counts) {
    if (!value.empty()) json[value] = count;
  }
  return json;
}

std::uint64_t without(const ValueCounts& counts) {
  const auto found = counts.find("");
  return found == counts.end() ? 0 : found->second;
}

Json without_json(const Coverage& coverage) {
  const auto stateless = coverage.states.find("");
  Json json;
  json["state"] = stateless == coverage.states.end() ? 0 : stateless->second.documents;
  json["date"] = coverage.undated;
  json["type"] = without(coverage.types);
  json["language"] = without(coverage.languages);
  return json;
}

Json skipped_json(const std::vector<Skipped>& skipped) {
  Json json = Json::array();
  for (const Skipped& file : skipped) {
    Json entry;
    entry["path"] = file.path;
    entry["line"] = file.line == 0 ? Json() : Json(file.line);
    entry["reason"] = file.reason;
    json.push_back(std::move(entry));
  }
  return json;
}

}  // namespace

void write_status_json(std::ostream& out, const Status& status) {
  Json json;
  json["schema"] = kSchema;
  json["index"] = status.index;
  json["revision"] = status.revision;
  json["documents"] = status.totals.documents;
  json["passages"] = status.totals.passages;
  json["notes"] = status.totals.notes;
  json["terms"] = status.terms;
  json["bytes"] = status.totals.bytes;
  json["languages"] = values_json(status.coverage.languages);
  json["types"] = values_json(status.coverage.types);
  json["coverage"] = coverage_json(status.coverage);
  json["states"] = states_json(status.coverage);
  json["years"] = years_json(status.coverage);
  json["without"] = without_json(status.coverage);
  json["skipped"] = skipped_json(status.skipped);
  write(out, json);
}

}  // namespace pincite
