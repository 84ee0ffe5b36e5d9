// Metadata: what was given, what the page says, and which of them holds.
#include <catch2/catch.hpp>

#include "tests/indexer/read_text.h"

using namespace pincite;
using Lines = std::vector<std::string>;

TEST_CASE("the metadata of the profile of Azerbaijan") {
  const auto path = shared("seed/azerbaijan-mine-ban-policy-2011.txt");
  if (!std::filesystem::exists(path)) {
    WARN("skipped: there is no " << path);
    return;
  }
  const Recognition all = recognise(read(path));
  const Document& document = all.documents.at(0);
  const Metadata& metadata = document.metadata;
  const std::string sidecar = "sidecar, azerbaijan-mine-ban-policy-2011.txt.json";
  CHECK(all.warnings.empty());
  CHECK(metadata.title == "Azerbaijan: Mine Ban Policy");
  CHECK(metadata.state == Lines{"AZE"});
  CHECK(metadata.on_behalf_of.empty());
  CHECK(metadata.type == "country_profile");
  CHECK(metadata.treaty == Lines{"MBT"});
  CHECK(metadata.meeting == Lines{"MBT-10MSP"});
  CHECK(metadata.date->iso() == "2011");
  CHECK(metadata.publisher == "Landmine Monitor");
  CHECK(metadata.language == "en");
  CHECK(metadata.fields.empty());
  CHECK(provenance_of(document, "title") == sidecar);
  CHECK(provenance_of(document, "date") == sidecar);
  CHECK(provenance_of(document, "type") == sidecar);
  CHECK(provenance_of(document, "publisher") == sidecar);
  CHECK(provenance_of(document, "state") == "header, line 1");
  CHECK(provenance_of(document, "treaty") == "header, line 2");
  CHECK(provenance_of(document, "meeting") == "header, line 8");

  const TemporaryFolder folder;
  std::filesystem::copy(path, folder.path() / "page.txt");
  const Document alone = recognise(read(folder.path() / "page.txt")).documents.at(0);
  CHECK(alone.metadata.title == "Azerbaijan: Mine Ban Policy");
  CHECK(provenance_of(alone, "title") == "header, line 1");
  CHECK(alone.metadata.type == "country_profile");
  CHECK(provenance_of(alone, "type") == "header, line 2");
  CHECK_FALSE(alone.metadata.date);
}

TEST_CASE("what the head of a page says") {
  struct Row {
    const char* text;
    const char* title;
    Lines state;
    const char* type;
    Lines meeting;
    Lines treaty;
    const char* date;
  };
  const std::vector<Row> rows = {
      {"Korea, North\nMine Ban Policy\nA sentence.",
       "Korea, North: Mine Ban Policy",
       {"PRK"},
       "country_profile",
       {},
       {"MBT"},
       ""},
      {"Tonga: Cluster Munition Ban Policy\nA sentence.",
       "Tonga: Cluster Munition Ban Policy",
       {"TON"},
       "country_profile",
       {},
       {"CCM"},
       ""},
      {"Nauru\nMine Action\nA sentence.",
       "Nauru: Mine Action",
       {"NRU"},
       "country_profile",
       {},
       {},
       ""},
      {"Nauru\nOverview\nMine Ban Treaty status |\nState Party |\nA sentence.",
       "Nauru",
       {"NRU"},
       "country_profile",
       {},
       {"MBT"},
       ""},
      // a state's name alone makes no profile, and one in the body makes no state
      {"Nauru\nA sentence about Tonga.", "Nauru", {}, "", {}, {}, ""},
      {"Mine Ban Policy\nA sentence about Tonga.", "Mine Ban Policy", {}, "", {}, {}, ""},
      {"Statement of Tonga, Tenth Meeting of States Parties, Mine Ban Treaty, Geneva, 29 November "
       "2010\nA sentence.",
       "Statement of Tonga, Tenth Meeting of States Parties, Mine Ban Treaty, Geneva, 29 November "
       "2010",
       {"TON"},
       "statement",
       {"MBT-10MSP"},
       {"MBT"},
       "2010-11-29"},
      {"Statement by the Republic of Nauru\nTenth Meeting of the States Parties\nGeneva, 29 "
       "November "
       "2010\nMr. President, a sentence.",
       "Statement by the Republic of Nauru",
       {"NRU"},
       "statement",
       {"MBT-10MSP"},
       {},
       "2010-11-29"},
      {"Statement by the delegate in Nauru\nA sentence.",
       "Statement by the delegate in Nauru",
       {},
       "statement",
       {},
       {},
       ""},
      {"Voluntary Article 7 Report\nA sentence.",
       "Voluntary Article 7 Report",
       {},
       "article7_voluntary",
       {},
       {},
       ""},
  };
  for (const Row& row : rows) {
    const Document document = document_of("page.txt", row.text);
    const Metadata& metadata = document.metadata;
    INFO(row.text);
    CHECK(metadata.title == row.title);
    CHECK(metadata.state == row.state);
    CHECK(metadata.type == row.type);
    CHECK(metadata.meeting == row.meeting);
    CHECK(metadata.treaty == row.treaty);
    CHECK((metadata.date ? metadata.date->iso() : "") == row.date);
  }
}

TEST_CASE("meetings of a header table, but not where it denies them") {
  struct Row {
    const char* value;
    Lines meeting;
  };
  const std::vector<Row> rows = {
      {"Attended as an observer the Tenth Meeting of States Parties in December 2010",
       {"MBT-10MSP"}},
      {"Did not attend the Tenth Meeting of States Parties", {}},
      {"Absent from the Tenth Meeting of States Parties", {}},
      {"Tenth Meeting of States Parties: absent", {}},
      {"Attended the Ninth Meeting of States Parties but not the Tenth Meeting of States Parties",
       {"MBT-9MSP"}},
      {"Did not attend the Ninth Meeting of States Parties; attended the Tenth Meeting of States "
       "Parties",
       {"MBT-10MSP"}},
      {"Has never attended the Ninth Meeting of States Parties, the Tenth Meeting of States "
       "Parties",
       {}},
      {"Attended the Ninth Meeting of States Parties and the Tenth Meeting of States Parties",
       {"MBT-9MSP", "MBT-10MSP"}},
      {"Not a State Party", {}},
  };
  for (const Row& row : rows) {
    const Document document =
        document_of("page.txt", "Nauru\nMine Ban Policy\nOverview\nParticipation |\n" +
                                    std::string(row.value) + " |\nPolicy\nA sentence.");
    INFO(row.value);
    CHECK(document.metadata.meeting == row.meeting);
  }
}

TEST_CASE("the stronger origin holds") {
  const Document document = document_of(
      "page.txt", "---\ntitle: Front\nplace: Geneva\n---\nNauru\nMine Ban Policy\nText.",
      R"({"title": "Side", "state": "TON"})");
  CHECK(document.metadata.title == "Side");
  CHECK(document.metadata.place == "Geneva");
  CHECK(document.metadata.state == Lines{"TON"});
  CHECK(provenance_of(document, "title") == "sidecar, page.txt.json");
  CHECK(provenance_of(document, "place") == "front matter, line 3");
  CHECK(provenance_of(document, "state") == "sidecar, page.txt.json");
  CHECK(provenance_of(document, "type") == "header, line 6");
}

TEST_CASE("given values become ids, or stay as written with a warning") {
  struct Row {
    const char* given;
    const char* field;
    Lines values;
    Lines warnings;
  };
  const std::vector<Row> rows = {
      {R"("state": "az")", "state", {"AZE"}, {}},
      {R"("state": ["Republic of Azerbaijan", "AZE", "Tonga"])", "state", {"AZE", "TON"}, {}},
      {R"("on_behalf_of": "EU")", "on_behalf_of", {"EUE"}, {}},
      {R"("state": "Foo  land")",
       "state",
       {"Foo land"},
       {"unknown_value: state “Foo land” is not in the vocabulary"}},
      {R"("treaty": "Ottawa Convention", "meeting": "10MSP")", "meeting", {"MBT-10MSP"}, {}},
      {R"("meeting": "10MSP", "date": "2022-08-30")", "meeting", {"CCM-10MSP"}, {}},
      {R"("type": "Article 7 report")", "type", {"article7_report"}, {}},
      {R"("type": "poem")",
       "type",
       {"poem"},
       {"unknown_value: type “poem” is not in the vocabulary"}},
      {R"("year": 2010)", "date", {"2010"}, {}},
      {R"("date": "2010-11", "year": 2009)", "date", {"2010-11"}, {}},
      {R"("date": "29 November 2010")", "date", {"2010-11-29"}, {}},
      {R"("date": "2010-02-30")", "date", {}, {"impossible_date: date “2010-02-30” is no date"}},
      {R"("date": "soon", "year": "2010")",
       "date",
       {"2010"},
       {"impossible_date: date “soon” is no date"}},
      {R"("period": "2000-06/2008-11")", "period", {"2000-06/2008-11"}, {}},
      {R"("title": ["a"], "year": 2010)",
       "title",
       {},
       {"wrong_type: the value of “title” is array, not text, and is left out"}},
      {R"("state": null, "place": "", "treaty": [])", "state", {}, {}},
  };
  for (const Row& row : rows) {
    const Recognition all =
        recognise(read("r.jsonl", "{\"text\": \"A sentence.\", " + std::string(row.given) + "}"));
    const Metadata& metadata = all.documents.at(0).metadata;
    const std::string field = row.field;
    Lines values;
    if (field == "state") values = metadata.state;
    if (field == "on_behalf_of") values = metadata.on_behalf_of;
    if (field == "meeting") values = metadata.meeting;
    if (field == "type") values = {metadata.type};
    if (field == "date" && metadata.date) values = {metadata.date->iso()};
    if (field == "period" && metadata.period) values = {metadata.period->iso()};
    if (field == "title" && !metadata.title.empty()) values = {metadata.title};
    INFO(row.given);
    CHECK(values == row.values);
    CHECK(all.warnings == row.warnings);
    CHECK(provenance_of(all.documents.at(0), field).empty() == row.values.empty());
  }
}

TEST_CASE("an ambiguous value is kept, and its meanings are named") {
  const Recognition all = recognise(read("r.jsonl", R"({"text": "A.", "meeting": "10MSP"})"));
  CHECK(all.documents.at(0).metadata.meeting == Lines{"10MSP"});
  REQUIRE(all.warnings.size() == 1);
  CHECK(all.warnings[0].starts_with("ambiguous_value: meeting “10MSP” may be "));
}

TEST_CASE("fields that we do not know are kept as JSON") {
  const Document document = document_of(
      "r.jsonl",
      R"({"text": "A.", "volume": 3, "box": {"a": [1, "ü"]}, "shelf": "x", "no": null})");
  CHECK(document.metadata.fields == std::map<std::string, std::string>{{"box", R"({"a":[1,"ü"]})"},
                                                                       {"shelf", R"("x")"},
                                                                       {"volume", "3"}});
}

TEST_CASE("a page says when it was updated, which is not its date") {
  const Document document = document_of(
      "page.txt", "Nauru\nMine Ban Policy\nLast Updated: 17 December 2012\nPolicy\nA sentence.");
  CHECK(document.metadata.fields.at("updated") == R"("2012-12-17")");
  CHECK_FALSE(document.metadata.date);
}

TEST_CASE("a warning names the record's line") {
  Outcome outcome = read("r.jsonl", "{\"text\": \"A.\"}\n{\"text\": \"B.\", \"type\": \"poem\"}\n");
  std::string where;
  recognise(std::move(outcome.readings.at(1)), Vocabulary::built_in(),
            [&](Warning&& warning) { where = warning.where; });
  CHECK(where == "r.jsonl:2");
}
