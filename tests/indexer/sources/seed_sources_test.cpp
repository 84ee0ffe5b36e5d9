// The nine sources in the seven notes of the seed.
#include <catch2/catch.hpp>
#include <filesystem>
#include <iostream>

#include "tests/indexer/read_text.h"

using namespace pincite;

namespace {

struct Row {
  const char* note;
  const char* type;
  SourceOrigin state_from;
  const char* date;
  const char* period;
  const char* person;
  const char* office;
  const char* addressee;
  const char* meeting;
  const char* treaty;
  const char* place;
  const char* form;
  const char* page;
};

constexpr SourceOrigin kNote = SourceOrigin::note;
constexpr SourceOrigin kPage = SourceOrigin::document;

constexpr Row kRows[] = {
    {"1", "article7_voluntary", kPage, "", "2000-06/2008-11", "", "", "", "", "MBT", "", "MBT/A",
     ""},
    {"2", "statement", kNote, "2010-11-29", "", "", "", "", "MBT-10MSP", "MBT", "Geneva", "", ""},
    {"3", "article7_voluntary", kPage, "", "2000-06/2008-11", "", "", "", "", "MBT", "", "MBT/A",
     ""},
    {"3", "statement", kNote, "2005-06-13", "", "", "", "", "MBT-ISC-2005-06", "MBT", "Geneva", "",
     ""},
    {"4", "press_item", SourceOrigin::unknown, "2011-03-03", "", "", "", "", "", "", "", "", ""},
    {"5", "response_letter", kPage, "2010-07-21", "", "Garay Muradov",
     "Head of Security Affairs Department, Ministry of Foreign Affairs", "ICBL", "", "", "", "",
     ""},
    {"6", "interview", kPage, "2010-12-01", "", "Nazim Ismailov", "Director, ANAMA", "", "", "",
     "Geneva", "", ""},
    {"7", "country_profile", kPage, "2006", "", "", "", "", "", "", "", "", "844"},
    {"7", "article7_voluntary", kPage, "", "2000-06/2008-11", "", "", "", "", "MBT", "", "MBT/A",
     ""},
};

std::string first(const std::vector<std::string>& values) {
  return values.empty() ? std::string() : values.front();
}

std::string iso(const std::optional<Period>& period) {
  return period ? period->iso() : std::string();
}

}  // namespace

TEST_CASE("the sources of the seed's notes") {
  const auto path = shared("seed/azerbaijan-mine-ban-policy-2011.txt");
  if (!std::filesystem::exists(path)) {
    std::cout << "skipped: " << path.string() << " is not there\n";
    return;
  }
  const Document document = recognise(read(path)).documents.at(0);
  std::size_t row = 0;
  for (const Note& note : document.notes) {
    for (const CitedSource& source : note.sources) {
      REQUIRE(row < std::size(kRows));
      const Row& want = kRows[row++];
      CAPTURE(row, note.label);
      CHECK(note.label == want.note);
      CHECK(source.type == want.type);
      CHECK(source.state_from == want.state_from);
      CHECK(first(source.state) == (want.state_from == SourceOrigin::unknown ? "" : "AZE"));
      CHECK(iso(source.date) == want.date);
      CHECK(iso(source.period) == want.period);
      CHECK(source.person == want.person);
      CHECK(source.office == want.office);
      CHECK(source.addressee == want.addressee);
      CHECK(first(source.meeting) == want.meeting);
      CHECK(first(source.treaty) == want.treaty);
      CHECK(source.place == want.place);
      CHECK(first(source.form) == want.form);
      CHECK(source.page == want.page);
      CHECK(source.symbol.empty());
      CHECK(source.on_behalf_of.empty());
      CHECK(source.title.empty() ==
            (source.type != "press_item" && source.type != "country_profile"));
      CHECK(source.publisher == (source.type == "press_item" ? "Azeri Press Agency" : ""));
      CHECK(source.url == (source.type == "press_item" ? "en.apa.az" : ""));
    }
  }
  CHECK(row == std::size(kRows));
}
