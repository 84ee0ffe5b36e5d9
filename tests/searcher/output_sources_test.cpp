// What notes cite, as it is shown.
#include <catch2/catch.hpp>
#include <sstream>

#include "searcher/output/output.h"
#include "searcher/output/passage_json.h"
#include "tests/searcher/invented_document.h"

using namespace pincite;

namespace {

Document with_source() {
  Document document = invented_document();
  CitedSource source;
  source.type = "letter";
  source.state = {"GRD"};
  source.state_from = SourceOrigin::document;
  source.office = "Ministry of Works";
  source.date = Period::parse("2009-05-03");
  source.treaty = {"MBT"};
  source.treaty_from = SourceOrigin::note;
  source.form = {"MBT/C"};
  source.page = "7";
  source.repeats = "2";
  source.at = {0, 6};
  document.notes[0].sources = {source};
  return document;
}

}  // namespace

TEST_CASE("a source in JSON has every field of the contract, and says what is inherited") {
  std::ostringstream out;
  write_document_json(out, with_source(), kNone);
  const Json json = Json::parse(out.str());
  const Json expected = Json::parse(R"([{
      "type": "letter", "state": ["GRD"], "state_from": "document", "on_behalf_of": [],
      "date": "2009-05-03", "period": null, "person": null, "office": "Ministry of Works",
      "addressee": null, "title": null, "publisher": null, "meeting": [], "treaty": ["MBT"],
      "treaty_from": "note", "place": null, "form": ["MBT/C"], "page": "7", "symbol": null,
      "url": null, "repeats": "2", "text": "Letter",
      "document": null}])");
  CHECK(json["notes"][0]["sources"] == expected);
  CHECK(json["notes"][1]["sources"] == Json::array());
  CHECK(json["passages"][3]["notes"][0]["sources"] == expected);
}

TEST_CASE("a source in text stands below its note, what is inherited in brackets") {
  std::ostringstream out;
  write_document_text(out, with_source(), kNone, {});
  CHECK(out.str().find("cites: Letter · [Grenada] · Ministry of Works · form MBT/C · 3 May 2009 · "
                       "p. 7 · as in note 2") != std::string::npos);
}
