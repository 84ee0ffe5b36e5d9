#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "searcher/output/json_stream.h"
#include "searcher/output/output.h"
#include "tests/searcher/invented_document.h"

using namespace pincite;

namespace {

using Json = nlohmann::ordered_json;
using Keys = std::vector<std::string>;

Json found_json(const Answer& answer) {
  std::ostringstream out;
  write_json(out, answer);
  return Json::parse(out.str());
}

Json shown_json(const Document& document, std::uint32_t only) {
  std::ostringstream out;
  write_document_json(out, document, only);
  return Json::parse(out.str());
}

Keys keys(const Json& json) {
  Keys names;
  for (const auto& item : json.items()) names.push_back(item.key());
  return names;
}

const Keys kDocumentKeys = {"id",       "title",  "state",  "on_behalf_of", "type",
                            "meeting",  "treaty", "date",   "year",         "period",
                            "language", "symbol", "author", "publisher",    "place",
                            "url",      "source", "sha256", "fields",       "accessed"};

}  // namespace

TEST_CASE("JSON has the keys of the contract, in its order") {
  const Json json = found_json(invented_answer());
  CHECK(keys(json) == Keys{"schema", "query", "parsed", "documents", "revision", "hits", "facets",
                           "suggestion", "nothing_found", "notices", "elapsed_ms", "search",
                           "exported"});
  CHECK(keys(json["documents"]) == Keys{"total", "exact", "all_words"});
  const Json& hit = json["hits"][0];
  CHECK(keys(hit) == Keys{"rank", "score", "document", "matching_passages", "passages"});
  CHECK(keys(hit["document"]) == kDocumentKeys);
  const Json& passage = hit["passages"][0];
  CHECK(keys(passage) == Keys{"number", "kind", "hash", "section", "paragraph", "paragraph_label",
                              "page", "page_index", "text", "highlights", "match", "citation",
                              "notes", "other_notes"});
  CHECK(keys(passage["notes"][0]) == Keys{"label", "at", "covers", "text", "sources"});
  CHECK(keys(json["facets"]) == Keys{"state", "year"});
  CHECK(keys(json["facets"]["state"][0]) == Keys{"value", "label", "count"});
  CHECK(keys(json["notices"][0]) == Keys{"code", "text"});
}

TEST_CASE("JSON of an answer") {
  const Json json = found_json(invented_answer());
  CHECK(json["schema"] == 1);
  CHECK(json["query"] == "\"old depot\"");
  CHECK(json["documents"] == Json::parse(R"({"total": 3, "exact": true, "all_words": 2})"));
  CHECK(json["facets"]["state"][1]["value"].is_null());
  CHECK(json["facets"]["year"] == Json::array());
  CHECK(json["suggestion"].is_null());
  CHECK(json["nothing_found"].is_null());
  CHECK(json["elapsed_ms"] == 3.142);

  Answer without_words = invented_answer();
  without_words.all_words.reset();
  CHECK(found_json(without_words)["documents"]["all_words"].is_null());
  CHECK(found_json(Answer())["hits"] == Json::array());
  CHECK(found_json(Answer())["facets"] == Json::object());
}

TEST_CASE("JSON of a document") {
  const Json document = found_json(invented_answer())["hits"][0]["document"];
  CHECK(document["state"] == Json::array({"Ruritania"}));
  CHECK(document["date"] == "2010-11");
  CHECK(document["year"] == 2010);
  CHECK(document["period"].is_null());
  CHECK(document["symbol"].is_null());
  CHECK(document["fields"] == Json::parse(R"({"shelf": {"row": 7}})"));

  Answer answer = invented_answer();
  Metadata& metadata = answer.hits[0].document.metadata;
  metadata = {};
  CHECK(found_json(answer)["hits"][0]["document"]["year"].is_null());
  CHECK(found_json(answer)["hits"][0]["document"]["type"].is_null());
  metadata.period = Period::parse("2000-06/2008-11");
  metadata.fields = {{"shelf", "not JSON"}};
  const Json reporting = found_json(answer)["hits"][0]["document"];
  CHECK(reporting["year"] == 2000);
  CHECK(reporting["period"] == "2000-06/2008-11");
  CHECK(reporting["fields"]["shelf"] == "not JSON");
}

TEST_CASE("JSON of a passage counts code points") {
  const Json passage = found_json(invented_answer())["hits"][0]["passages"][0];
  CHECK(passage["number"] == 4);
  CHECK(passage["kind"] == "paragraph");
  CHECK(passage["hash"].get<std::string>().find_first_not_of("0123456789abcdef") ==
        std::string::npos);
  CHECK(passage["hash"].get<std::string>().size() == 16);
  CHECK(passage["section"] == Json::array({"Stockpiles"}));
  CHECK(passage["paragraph"] == 1);
  CHECK(passage["paragraph_label"].is_null());
  CHECK(passage["page"].is_null());
  CHECK(passage["page_index"].is_null());
  CHECK(passage["highlights"] == Json::parse("[[5, 14]]"));
  CHECK(passage["match"] == "typographic");
  CHECK(passage["notes"] == Json::parse(R"([{"label": "1", "at": 36, "covers": [0, 36],
      "text": "Letter from the Ministry of Works, 3 May 2009.", "sources": []}])"));
  CHECK(passage["other_notes"] == Json::parse(R"([{"label": "2", "at": 86, "covers": [39, 86],
      "text": "Interview, Strelsau, 1 June 2009.", "sources": []}])"));
}

TEST_CASE("without words, all notes of a passage are listed") {
  Answer answer = invented_answer();
  answer.hits[0].passages = {{3, {}, {}, {}, {}, {}}};
  const Json passage = found_json(answer)["hits"][0]["passages"][0];
  CHECK(passage["match"].is_null());
  CHECK(passage["highlights"] == Json::array());
  REQUIRE(passage["notes"].size() == 2);
  CHECK(passage["notes"][1]["label"] == "2");
  CHECK(passage["other_notes"].empty());
}

TEST_CASE("JSON of a shown document") {
  const Json json = shown_json(invented_document(), kNone);
  CHECK(keys(json) ==
        Keys{"schema", "document", "provenance", "passages", "notes", "unpaired", "cited_by"});
  CHECK(json["schema"] == 1);
  CHECK(keys(json["document"]) == kDocumentKeys);
  CHECK(json["provenance"]["state"] ==
        Json::parse(R"({"value": ["Ruritania"], "from": "header", "where": "line 1"})"));
  CHECK(json["provenance"]["shelf"] ==
        Json::parse(R"({"value": {"row": 7}, "from": "sidecar", "where": null})"));
  REQUIRE(json["passages"].size() == 9);
  CHECK(keys(json["passages"][3]) == Keys{"number", "kind", "hash", "section", "paragraph",
                                          "paragraph_label", "page", "page_index", "text",
                                          "citation", "notes"});
  CHECK(json["passages"][3]["notes"].size() == 2);
  CHECK(json["passages"][7]["of"] == 4);
  CHECK(json["notes"][0] ==
        Json::parse(R"({"label": "1", "text": "Letter from the Ministry of Works, 3 May 2009.",
                        "of": 4, "sources": []})"));
  CHECK(json["notes"][2]["of"].is_null());
  CHECK(json["unpaired"] == Json::parse(R"({"marks": [{"passage": 4, "at": 112, "text": "[9]"}],
                                            "notes": ["4"]})"));
}

TEST_CASE("JSON of one passage keeps the rest of the document") {
  const Json json = shown_json(invented_document(), 5);
  REQUIRE(json["passages"].size() == 1);
  CHECK(json["passages"][0]["number"] == 6);
  CHECK(json["notes"].size() == 3);
  CHECK(json["document"]["id"] == "ruritania/survey-2010.txt");
}

TEST_CASE("JSON tells how the search was put, and how much was handed on") {
  const Json json = found_json(invented_answer());
  CHECK(json["search"] == Json::parse(R"({
    "date": "2012-11-29T08:30:00Z", "program": "pincite 0.1.0", "index": "papers.index",
    "revision": "000001.1-abcdef", "documents": 7, "query": "\"old depot\"",
    "parsed": "\"old depot\"",
    "filters": {"state": ["Ruritania", "none"], "date": ["2010-01-01.."]},
    "all": true, "sort": "relevance", "limit": 1, "offset": 1, "passages": 0})"));
  CHECK(json["exported"] == Json::parse(R"({"documents": 1, "passages": 1, "occurrences": 1})"));
}

TEST_CASE("JSON made part by part is that made whole") {
  const Json values =
      Json::parse(R"({"a": [], "b": [1, {"c": "line\nfeed", "d": {}}], "e": null})");
  std::ostringstream parts;
  JsonStream stream(parts);
  stream.open_object();
  stream.open_array("a");
  stream.close();
  stream.open_array("b");
  for (const Json& element : values["b"]) stream.element(element);
  stream.close();
  stream.member("e", nullptr);
  stream.close();
  std::ostringstream whole;
  write(whole, values);
  CHECK(parts.str() == whole.str());
}
