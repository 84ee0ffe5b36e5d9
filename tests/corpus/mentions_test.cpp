// Names in running text, and names that are nearly right.
#include <catch2/catch.hpp>

#include "corpus/vocabulary.h"

using pincite::Mention;
using pincite::Table;
using pincite::Vocabulary;

namespace {

using Ids = std::vector<std::string>;

/// `Niger=NER, Nigeria=NGA`: the mentions of a text.
std::string mentioned(Table table, std::string_view text) {
  std::string shown;
  for (const Mention& mention : Vocabulary::built_in().mentions(table, text)) {
    if (!shown.empty()) shown += ", ";
    shown += text.substr(mention.begin, mention.end - mention.begin);
    for (const std::string& id : mention.ids) shown += (&id == &mention.ids[0] ? "=" : "+") + id;
  }
  return shown;
}

}  // namespace

TEST_CASE("the nearest names") {
  const struct {
    Table table;
    const char* written;
    const char* first;
  } kRows[] = {
      {Table::states, "Azerbajan", "Azerbaijan"},
      {Table::states, "Azer", "Azerbaijan"},
      {Table::states, "Азербайджн", "Azerbaijan"},
      {Table::states, "Untied Kingdom", "United Kingdom"},
      {Table::states, "Herzegovina", "Bosnia and Herzegovina"},
      {Table::states, "Swizterland", "Switzerland"},
      {Table::meetings, "MBT-10MPS", "Tenth Meeting of the States Parties, Mine Ban Treaty"},
      {Table::treaties, "Mine Bann Treaty", "Mine Ban Treaty"},
      {Table::types, "artcle 7 report", "Article 7 report"},
      {Table::types, "pres release", "Press release"},
      {Table::resolutions, "Resolution 65/4", "UNGA Resolution 65/48"},
  };
  const Vocabulary& vocabulary = Vocabulary::built_in();
  for (const auto& row : kRows) {
    INFO(row.written);
    const Ids labels = vocabulary.nearest(row.table, row.written);
    REQUIRE_FALSE(labels.empty());
    CHECK(labels.front() == row.first);
    CHECK(labels.size() <= 3);
  }
  CHECK(vocabulary.nearest(Table::states, "Nigera") == Ids{"Niger", "Nigeria"});
  CHECK(vocabulary.nearest(Table::states, "Nigera", 1).size() == 1);
  CHECK(vocabulary.nearest(Table::states, "xyzzy plugh").empty());
  CHECK(vocabulary.nearest(Table::states, "XYZ").empty());
  CHECK(vocabulary.nearest(Table::states, "").empty());
}

TEST_CASE("states mentioned in a text") {
  const struct {
    const char* text;
    const char* mentions;
  } kRows[] = {
      {"Statement of Azerbaijan, Geneva.", "Azerbaijan=AZE"},
      {"the Republic of Azerbaijan’s territory", "Republic of Azerbaijan=AZE"},
      {"The Democratic Republic of the Congo", "Democratic Republic of the Congo=COD"},
      {"Congo and Zaire", "Congo=COD+COG, Zaire=COD"},
      {"Papua New Guinea, Equatorial Guinea, Guinea-Bissau, Guinea",
       "Papua New Guinea=PNG, Equatorial Guinea=GNQ, Guinea-Bissau=GNB, Guinea=GIN"},
      {"Niger, Nigeria", "Niger=NER, Nigeria=NGA"},
      {"Nigeria", "Nigeria=NGA"},
      {"Dominican Republic; Dominica", "Dominican Republic=DOM, Dominica=DMA"},
      {"South Sudan and Sudan", "South Sudan=SSD, Sudan=SDN"},
      {"Republic of Korea, Korea, North", "Republic of Korea=KOR, Korea, North=PRK"},
      {"Côte d’Ivoire, COTE D'IVOIRE", "Côte d’Ivoire=CIV, COTE D'IVOIRE=CIV"},
      {"Sao Tome and Principe", "Sao Tome and Principe=STP"},
      {"the Republic of\nMoldova", "Republic of\nMoldova=MDA"},
      {"Guinea\n\nBissau", "Guinea=GIN"},
      {"Congo; Republic of Moldova", "Congo=COD+COG, Republic of Moldova=MDA"},
      {"American Samoa and Samoa", "Samoa=WSM"},
      {"New Guinea, Lake Chad, Latin America", ""},
      {"Great Britain and Northern Ireland", "Great Britain=GBR, Northern Ireland=GBR"},
      {"The US, the UK and the UAE; AZE, DRC", ""},
      {"a German official, an Azeri agency", ""},
      {"it is no man", ""},
      {"Nigerians in Somaliland", "Somaliland=area:somaliland"},
      {"\xFF Chad \xC3", "Chad=TCD"},
      {"", ""},
  };
  for (const auto& row : kRows) {
    INFO(row.text);
    CHECK(mentioned(Table::states, row.text) == row.mentions);
  }
}

TEST_CASE("meetings, treaties and resolutions mentioned in a text") {
  const struct {
    Table table;
    const char* text;
    const char* mentions;
  } kRows[] = {
      {Table::meetings, "Statement of Azerbaijan, Tenth Meeting of States Parties, Geneva",
       "Tenth Meeting of States Parties=MBT-10MSP+CCM-10MSP"},
      {Table::meetings, "Tenth Meeting of States Parties, Mine Ban Treaty, Geneva, 29 November",
       "Tenth Meeting of States Parties, Mine Ban Treaty=MBT-10MSP"},
      {Table::meetings,
       "the Tenth Meeting of the States Parties to the Convention on Cluster Munitions.",
       "Tenth Meeting of the States Parties to the Convention on Cluster Munitions=CCM-10MSP"},
      {Table::meetings, "Convention on Cluster Munitions Second Meeting of States Parties, Beirut",
       "Convention on Cluster Munitions Second Meeting of States Parties=CCM-2MSP"},
      {Table::meetings, "Mine Ban Treaty; Tenth Meeting of States Parties",
       "Tenth Meeting of States Parties=MBT-10MSP+CCM-10MSP"},
      {Table::meetings, "Cartagena Summit on a Mine-Free World",
       "Cartagena Summit on a Mine-Free World=MBT-2RC"},
      {Table::meetings, "a 65-year-old, at 10MSP, in the first session", ""},
      {Table::treaties, "acceded to the Ottawa Convention, not to Amended Protocol II",
       "Ottawa Convention=MBT, Amended Protocol II=CCW AP.II"},
      {Table::treaties, "the Nuclear Ban Treaty and the MBT", "Nuclear Ban Treaty=TPNW"},
      {Table::treaties, "《渥太华公约》", "渥太华公约=MBT"},
      {Table::resolutions, "voted UNGA Resolution 65/48 and A/RES/54/54 B, 48/2000",
       "UNGA Resolution 65/48=65/48, A/RES/54/54 B=54/54 B"},
  };
  for (const auto& row : kRows) {
    INFO(row.text);
    CHECK(mentioned(row.table, row.text) == row.mentions);
  }
}
