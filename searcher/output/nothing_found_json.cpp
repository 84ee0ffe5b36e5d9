#include "searcher/output/difference_output.h"
#include "searcher/output/nothing_found.h"
#include "searcher/output/passage_notes.h"

namespace pincite {
namespace {

Json without_json(const std::vector<Without>& list) {
  Json json = Json::array();
  for (const Without& without : list) {
    Json entry;
    entry["left_out"] = without.parts;
    entry["fields"] = without.fields;
    entry["values"] = without.values;
    entry["documents"] = without.documents;
    json.push_back(std::move(entry));
  }
  return json;
}

Json words_json(const std::vector<WordDocuments>& words) {
  Json json = Json::array();
  for (const WordDocuments& word : words) {
    Json entry;
    entry["word"] = word.word;
    entry["documents"] = word.documents;
    json.push_back(std::move(entry));
  }
  return json;
}

Json offered_json(const std::optional<Suggestion>& offered) {
  if (!offered) return {};
  Json json;
  json["query"] = offered->query;
  json["documents"] = offered->documents;
  json["unfiltered"] = offered->unfiltered;
  return json;
}

Json nearest_json(const std::optional<NearestText>& nearest) {
  if (!nearest) return {};
  Json json;
  json["document"] = document_json(nearest->hit.document);
  const std::vector<std::uint32_t> carriers = pincite::carriers(nearest->hit.document);
  json["passages"] =
      Json::array({passage_json(nearest->hit.document, nearest->hit.passages.front(), carriers)});
  json["difference"] = difference_json(nearest->difference);
  json["likeness"] = nearest->likeness;
  json["unfiltered"] = nearest->unfiltered;
  return json;
}

Json number_or_null(const std::optional<std::uint32_t>& number) {
  return number ? Json(*number) : Json();
}

}  // namespace

Json suggestion_json(const AnswerHead& answer) { return offered_json(answer.suggestion); }

Json nothing_found_json(const AnswerHead& answer) {
  if (!answer.nothing_found) return {};
  const NothingFound& told = *answer.nothing_found;
  Json json;
  json["searched"] = {{"documents", told.documents},
                      {"passages", told.passages},
                      {"without_text", told.without_text},
                      {"skipped", told.skipped}};
  json["without"] = without_json(told.without);
  json["without_two"] = without_json(told.without_two);
  json["unrestricted"] = number_or_null(told.unrestricted);
  json["words"] = words_json(told.words);
  json["in_any_order"] = offered_json(told.in_any_order);
  json["nearest"] = nearest_json(told.nearest);
  return json;
}

}  // namespace pincite
