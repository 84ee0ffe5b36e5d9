#include <ostream>
#include <sstream>

#include "searcher/output/difference_output.h"
#include "searcher/output/output.h"
#include "searcher/output/passage_json.h"

namespace pincite {
namespace {

Json omissions_json(const std::vector<Omission>& omissions) {
  Json all = Json::array();
  for (const Omission& one : omissions) {
    Json json;
    json["words"] = one.words;
    json["passages"] = one.passages;
    all.push_back(std::move(json));
  }
  return all;
}

void add(Json& json, const char* name, const std::vector<std::string>& values) {
  if (!values.empty()) json[name] = values;
}

/// The claim as it was understood; null where nothing was.
Json claim_json(const Claim& claim) {
  if (!claim.is_understood()) return {};
  Json json = Json::object();
  if (!claim.document.empty()) json["document"] = claim.document;
  add(json, "state", claim.state);
  std::vector<std::string> dates;
  for (const Period& date : claim.date) dates.push_back(date.iso());
  add(json, "date", dates);
  add(json, "type", claim.type);
  add(json, "meeting", claim.meeting);
  add(json, "treaty", claim.treaty);
  add(json, "symbol", claim.symbol);
  add(json, "title", claim.title);
  return json;
}

}  // namespace

void write_verification_json(std::ostream& out, const Verification& verification) {
  Json json;
  json["text"] = verification.text;
  json["line"] = verification.line;
  json["claimed"] = text_or_null(verification.claimed);
  json["claim"] = claim_json(verification.claim);
  json["verdict"] = to_string(verification.verdict);
  const char* attribution = to_string(verification.attribution);
  json["attribution"] = attribution == nullptr ? Json() : Json(attribution);
  json["difference"] = difference_json(verification.difference);
  json["omissions"] = omissions_json(verification.omissions);
  json["documents"] = verification.documents;
  json["best"] = verification.best ? hit_json(*verification.best) : Json();
  write(out, json);
}

void write_verifications_json(std::ostream& out, const std::vector<std::string>& written) {
  out << "{\n  \"schema\": 1,\n  \"quotations\": [";
  for (const std::string& one : written) {
    out << (&one == &written.front() ? "\n" : ",\n");
    std::istringstream lines(one);
    bool first = true;
    for (std::string line; std::getline(lines, line); first = false) {
      out << (first ? "    " : "\n    ") << line;
    }
  }
  out << (written.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace pincite
