// The tables, and meetings, treaties, types and resolutions by their names.
#include "corpus/vocabulary.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "corpus/error.h"
#include "corpus/vocabulary_table.h"

using pincite::Entry;
using pincite::Table;
using pincite::Vocabulary;

namespace {

using Ids = std::vector<std::string>;

constexpr Table kTables[] = {Table::states, Table::meetings, Table::treaties, Table::types,
                             Table::resolutions};

Ids resolve(Table table, std::string_view text) {
  return Vocabulary::built_in().resolve(table, text);
}

}  // namespace

TEST_CASE("every table is well-formed") {
  const Vocabulary& vocabulary = Vocabulary::built_in();
  for (const Table table : kTables) {
    INFO(pincite::to_string(table));
    CHECK(pincite::table_named(pincite::to_string(table)) == table);
    CHECK_FALSE(vocabulary.entries(table).empty());
    for (const Entry& entry : vocabulary.entries(table)) {
      INFO(entry.id);
      CHECK(vocabulary.find(table, entry.id) == &entry);
      CHECK(vocabulary.label(table, entry.id) == entry.label);
      CHECK(resolve(table, entry.id) == Ids{entry.id});
      CHECK(entry.names.front() == entry.label);
      CHECK(std::set<std::string>(entry.names.begin(), entry.names.end()).size() ==
            entry.names.size());
      for (const auto* list : {&entry.names, &entry.codes, &entry.demonyms}) {
        for (const std::string& name : *list) {
          INFO(name);
          CHECK_FALSE(pincite::lookup_key(name).empty());
          CHECK(name.find("unverified") == std::string::npos);
        }
      }
    }
  }
  CHECK_FALSE(pincite::table_named("states parties"));
}

TEST_CASE("what a row refers to exists") {
  const Vocabulary& vocabulary = Vocabulary::built_in();
  const std::map<Table, Table> parents = {{Table::meetings, Table::treaties},
                                          {Table::treaties, Table::treaties},
                                          {Table::types, Table::types},
                                          {Table::resolutions, Table::treaties}};
  for (const auto& [table, parent] : parents) {
    for (const Entry& entry : vocabulary.entries(table)) {
      INFO(entry.id);
      CHECK((entry.parent.empty() || vocabulary.find(parent, entry.parent) != nullptr));
    }
  }
  for (const Entry& meeting : vocabulary.entries(Table::meetings)) {
    INFO(meeting.id);
    CHECK(meeting.period);
    CHECK(vocabulary.find(Table::states, meeting.more.at("country")) != nullptr);
  }
  for (const Entry& resolution : vocabulary.entries(Table::resolutions)) {
    INFO(resolution.id);
    REQUIRE(resolution.period);
    CHECK(resolution.period->first_year() - 1945 == std::stoi(resolution.more.at("session")));
  }
  for (const Entry& state : vocabulary.entries(Table::states)) {
    for (const char* column : {"signed", "deposited", "entry_into_force", "withdrawn"}) {
      const auto date = state.more.find(column);
      INFO(state.id << " " << column);
      CHECK((date == state.more.end() || pincite::Period::parse(date->second)));
    }
  }
}

TEST_CASE("a malformed table is refused, with its line") {
  const auto cause = [](std::string_view text) -> std::string {
    try {
      const pincite::VocabularyTable table("states", text);
      return "accepted";
    } catch (const pincite::Error& error) {
      return error.what();
    }
  };
  CHECK(cause("id\tlabel\nAZE\tAzerbaijan\n") == "accepted");
  CHECK(cause("id\tlabel\nAZE\n") == "vocabulary/states.tsv line 2: has 1 columns, the header 2");
  CHECK(cause("id\tlabel\nAZE\t\n") == "vocabulary/states.tsv line 2: lacks its id or label");
  CHECK(cause("id\tlabel\nAZE\tA\nAZE\tB\n") == "vocabulary/states.tsv: has the id AZE twice");
  CHECK(cause("id\tlabel\tstart\nX\tX\t2010-02-30\n") ==
        "vocabulary/states.tsv line 2: has a date that does not exist");
}

TEST_CASE("names of meetings") {
  const struct {
    const char* name;
    Ids ids;
  } kRows[] = {
      {"MBT-10MSP", {"MBT-10MSP"}},
      {"MBT 10MSP", {"MBT-10MSP"}},
      {"10MSP, Mine Ban Treaty", {"MBT-10MSP"}},
      {"10MSP", {"MBT-10MSP", "CCM-10MSP"}},
      {"10th MSP", {"MBT-10MSP", "CCM-10MSP"}},
      {"MSP10", {"MBT-10MSP", "CCM-10MSP"}},
      {"MSP 10", {"MBT-10MSP", "CCM-10MSP"}},
      {"Tenth Meeting of the States Parties", {"MBT-10MSP", "CCM-10MSP"}},
      {"tenth meeting of states parties", {"MBT-10MSP", "CCM-10MSP"}},
      {"10th Meeting of the States Parties", {"MBT-10MSP", "CCM-10MSP"}},
      {"Tenth Meeting of States Parties, Mine Ban Treaty", {"MBT-10MSP"}},
      {"Tenth Meeting of the States Parties to the Mine Ban Treaty", {"MBT-10MSP"}},
      {"Tenth Meeting of States Parties to the Ottawa Convention", {"MBT-10MSP"}},
      {"Tenth Meeting of States Parties to the Convention on Cluster Munitions", {"CCM-10MSP"}},
      {"Convention on Cluster Munitions Tenth Meeting of States Parties", {"CCM-10MSP"}},
      {"CCM 10MSP", {"CCM-10MSP"}},
      {"10MSP of the Arms Trade Treaty", {}},
      {"Twenty-first Meeting of the States Parties", {"MBT-21MSP"}},
      {"21st Meeting of States Parties", {"MBT-21MSP"}},
      {"First Review Conference", {"MBT-1RC", "CCM-1RC", "CCW-1RC"}},
      {"First Review Conference of the Mine Ban Treaty", {"MBT-1RC"}},
      {"CCW Third Review Conference", {"CCW-3RC"}},
      {"Third Review Conference of the CCW", {"CCW-3RC"}},
      {"Nairobi Summit on a Mine-Free World", {"MBT-1RC"}},
      {"Fifth Annual Conference of States Parties to CCW Amended Protocol II", {"APII-5"}},
      {"First Annual Conference of the High Contracting Parties to Amended Protocol II",
       {"APII-1"}},
      {"Intersessional meetings, June 2010", {"MBT-ISC-2010-06"}},
      {"UNGA-65", {"UNGA-65"}},
      {"UNGA 65", {"UNGA-65"}},
      {"UNGA65", {"UNGA-65"}},
      {"65th session", {"UNGA-65"}},
      {"sixty-fifth session of the General Assembly", {"UNGA-65"}},
      {"A/65", {"UNGA-65"}},
      {"1st session", {"UNGA-1"}},
      {"11th session", {"UNGA-11"}},
      {"22nd session", {"UNGA-22"}},
      {"33rd session", {"UNGA-33"}},
      {"Ninety-ninth Meeting of the States Parties", {}},
      {"Mine Ban Treaty", {}},
      {"to", {}},
  };
  for (const auto& row : kRows) {
    INFO(row.name);
    CHECK(resolve(Table::meetings, row.name) == row.ids);
  }
  CHECK(resolve(Table::meetings, "intersessional meetings").size() == 31);
  CHECK(resolve(Table::meetings, "Standing Committee on Stockpile Destruction").size() == 20);
  const Vocabulary& vocabulary = Vocabulary::built_in();
  CHECK(vocabulary.find(Table::meetings, "MBT-10MSP")->period->iso() == "2010-11-29/2010-12-03");
  CHECK(vocabulary.find(Table::meetings, "UNGA-10")->period->iso() == "1955");
}

TEST_CASE("names of treaties") {
  const struct {
    const char* name;
    Ids ids;
  } kRows[] = {
      {"MBT", {"MBT"}},
      {"mine ban treaty", {"MBT"}},
      {"the Ottawa Convention", {"MBT"}},
      {"Convention d’Ottawa", {"MBT"}},
      {"Оттавская конвенция", {"MBT"}},
      {"渥太华公约", {"MBT"}},
      {"APMBC", {"MBT"}},
      {"Anti-Personnel Mine Ban Convention", {"MBT"}},
      {"Ottowa Convention", {"MBT"}},
      {"Ban Treaty", {"MBT", "TPNW"}},
      {"CCM", {"CCM"}},
      {"Oslo Convention", {"CCM"}},
      {"CCW", {"CCW"}},
      {"Convention on Certain Conventional Weapons", {"CCW"}},
      {"CCW AP.II", {"CCW AP.II"}},
      {"Amended Protocol II", {"CCW AP.II"}},
      {"Protocol II", {"CCW P.II"}},
      {"CCW Protocol V", {"CCW P.V"}},
      {"Geneva Convention", {}},
  };
  for (const auto& row : kRows) {
    INFO(row.name);
    CHECK(resolve(Table::treaties, row.name) == row.ids);
  }
}

TEST_CASE("names of types") {
  const struct {
    const char* name;
    Ids ids;
  } kRows[] = {
      {"press", {"press_item"}},
      {"press item", {"press_item"}},
      {"press items", {"press_item"}},
      {"press_item", {"press_item"}},
      {"article 7 report", {"article7_report"}},
      {"Article 7", {"article7_report"}},
      {"article7_report", {"article7_report"}},
      {"article7 report", {"article7_report"}},
      {"voluntary Article 7 report", {"article7_voluntary"}},
      {"letter", {"letter"}},
      {"letters", {"letter"}},
      {"response letter", {"response_letter"}},
      {"Statement", {"statement"}},
      {"statements", {"statement"}},
      {"country profile", {"country_profile"}},
      {"notes verbales", {"note_verbale"}},
      {"article", {"article"}},
      {"report", {"report"}},
      {"law", {"law"}},
      {"treaty", {"treaty_text"}},
      {"poem", {}},
  };
  for (const auto& row : kRows) {
    INFO(row.name);
    CHECK(resolve(Table::types, row.name) == row.ids);
  }
}

TEST_CASE("a type and the wider ones") {
  const Vocabulary& vocabulary = Vocabulary::built_in();
  CHECK(vocabulary.type_and_wider("response_letter") ==
        Ids{"response_letter", "letter", "correspondence"});
  CHECK(vocabulary.type_and_wider("article7_voluntary") ==
        Ids{"article7_voluntary", "article7_report", "government_report", "report"});
  CHECK(vocabulary.type_and_wider("interview") == Ids{"interview"});
  CHECK(vocabulary.type_and_wider("poem") == Ids{"poem"});
  for (const Entry& entry : vocabulary.entries(Table::types)) {
    INFO(entry.id);
    CHECK(vocabulary.type_and_wider(entry.id).size() <= 5);
  }
}

TEST_CASE("names of resolutions") {
  const struct {
    const char* name;
    Ids ids;
  } kRows[] = {
      {"65/48", {"65/48"}},
      {"A/RES/65/48", {"65/48"}},
      {"Resolution 65/48", {"65/48"}},
      {"UNGA Resolution 65/48", {"65/48"}},
      {"UN General Assembly resolution 65/48", {"65/48"}},
      {"54/54 B", {"54/54 B"}},
      {"54/54B", {"54/54 B"}},
      {"Resolution 54/54B", {"54/54 B"}},
      {"A/RES/54/54 B", {"54/54 B"}},
      {"54/54", {"54/54 B"}},
      {"52/38", {"52/38 A", "52/38 H"}},
      {"79/", {}},
      {"65/4", {}},
      {"48/2000", {}},
  };
  for (const auto& row : kRows) {
    INFO(row.name);
    CHECK(resolve(Table::resolutions, row.name) == row.ids);
  }
  const Entry& entry = *Vocabulary::built_in().find(Table::resolutions, "65/48");
  CHECK(entry.period->iso() == "2010-12-08");
  CHECK(entry.more.at("yes") == "165");
  CHECK(entry.parent == "MBT");
}
