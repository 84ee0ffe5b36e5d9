#include "searcher/output/source_json.h"

namespace pincite {
namespace {

Json source_json(const CitedSource& source, const std::string& text) {
  Json json;
  json["type"] = text_or_null(source.type);
  json["state"] = source.state;
  json["state_from"] = text_or_null(to_string(source.state_from));
  json["on_behalf_of"] = source.on_behalf_of;
  json["date"] = period_or_null(source.date);
  json["period"] = period_or_null(source.period);
  json["person"] = text_or_null(source.person);
  json["office"] = text_or_null(source.office);
  json["addressee"] = text_or_null(source.addressee);
  json["title"] = text_or_null(source.title);
  json["publisher"] = text_or_null(source.publisher);
  json["meeting"] = source.meeting;
  json["treaty"] = source.treaty;
  json["treaty_from"] = text_or_null(to_string(source.treaty_from));
  json["place"] = text_or_null(source.place);
  json["form"] = source.form;
  json["page"] = text_or_null(source.page);
  json["symbol"] = text_or_null(source.symbol);
  json["url"] = text_or_null(source.url);
  json["repeats"] = text_or_null(source.repeats);
  json["text"] = source_text(text, source);
  json["document"] = text_or_null(source.document);
  return json;
}

}  // namespace

Json sources_json(const Note& note, const std::string& text) {
  Json json = Json::array();
  for (const CitedSource& source : note.sources) json.push_back(source_json(source, text));
  return json;
}

}  // namespace pincite
