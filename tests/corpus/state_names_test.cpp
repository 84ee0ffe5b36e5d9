// States by their names, in the tables and in ICU's languages.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <span>
#include <thread>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "corpus/vocabulary.h"

using pincite::Entry;
using pincite::Table;
using pincite::Vocabulary;

namespace {

using Ids = std::vector<std::string>;

Ids state(std::string_view text) { return Vocabulary::built_in().resolve(Table::states, text); }

bool holds(const Ids& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Names that are ambiguous by nature, and what they mean.
const std::map<std::string, Ids> kAmbiguous = {
    {"Congo", {"COD", "COG"}},
    {"Korea", {"PRK", "KOR"}},
};

std::string in_language(const Entry& entry, const char* language) {
  icu::UnicodeString name;
  icu::Locale("", entry.more.at("iso2").c_str()).getDisplayCountry(icu::Locale(language), name);
  std::string utf8;
  return name.toUTF8String(utf8);
}

/// Whether ICU's names are those of this very state.
bool known_to_icu(const Entry& entry) {
  return entry.more.contains("iso2") && !entry.more.at("kind").starts_with("historic");
}

}  // namespace

TEST_CASE("a state is found by every name and code of its row") {
  for (const Entry& entry : Vocabulary::built_in().entries(Table::states)) {
    Ids forms = entry.names;
    forms.insert(forms.end(), entry.codes.begin(), entry.codes.end());
    if (entry.more.contains("iso2")) forms.push_back(entry.more.at("iso2"));
    for (const std::string& form : forms) {
      INFO(entry.id << " " << form);
      const auto ambiguous = kAmbiguous.find(form);
      if (ambiguous == kAmbiguous.end()) {
        CHECK(state(form) == Ids{entry.id});
      } else {
        CHECK(state(form) == ambiguous->second);
        CHECK(holds(ambiguous->second, entry.id));
      }
    }
    for (const std::string& demonym : entry.demonyms) {
      INFO(entry.id << " " << demonym);
      const Ids ids = state(demonym);
      const bool names_another =
          std::none_of(ids.begin(), ids.end(), [&entry](const auto& id) { return id == entry.id; });
      CHECK_FALSE(names_another);
    }
  }
}

TEST_CASE(
    "a state is found by its name in the six languages of the United Nations, and is no other") {
  for (const Entry& entry : Vocabulary::built_in().entries(Table::states)) {
    if (!known_to_icu(entry)) continue;
    for (const char* language : {"ar", "en", "es", "fr", "ru", "zh"}) {
      const std::string name = in_language(entry, language);
      INFO(entry.id << " " << language << " " << name);
      const auto ambiguous = kAmbiguous.find(name);
      CHECK(state(name) == (ambiguous == kAmbiguous.end() ? Ids{entry.id} : ambiguous->second));
    }
  }
}

TEST_CASE("a state is found by its name in other languages") {
  CHECK(state("Aserbaidschan") == Ids{"AZE"});
  CHECK(state("Azərbaycan") == Ids{"AZE"});
  CHECK(state("アゼルバイジャン") == Ids{"AZE"});
  CHECK(state("Ελλάδα") == Ids{"GRC"});
  CHECK(state("Niederlande") == Ids{"NLD"});
  CHECK(state("Guiné-Bissau") == Ids{"GNB"});
  CHECK(state("Kongo") == Ids{"COD", "COG"});
}

TEST_CASE("states whose names are alike are never taken for each other") {
  const std::vector<Ids> families = {{"NER", "NGA"}, {"COD", "COG"}, {"GIN", "GNB", "GNQ", "PNG"},
                                     {"PRK", "KOR"}, {"DMA", "DOM"}, {"SDN", "SSD"},
                                     {"IRN", "IRQ"}, {"AUT", "AUS"}, {"MRT", "MUS"},
                                     {"SVK", "SVN"}, {"LBR", "LBY"}};
  const Vocabulary& vocabulary = Vocabulary::built_in();
  std::int32_t count = 0;
  const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
  std::set<std::string> wrong;
  for (const Ids& family : families) {
    for (const std::string& id : family) {
      const Entry& entry = *vocabulary.find(Table::states, id);
      for (const icu::Locale& locale : std::span(locales, static_cast<std::size_t>(count))) {
        const std::string name = in_language(entry, locale.getName());
        const Ids ids = state(name);
        const bool other = std::any_of(ids.begin(), ids.end(), [&](const std::string& found) {
          return found != id && holds(family, found);
        });
        if (other && !holds(ids, id)) wrong.insert(name + " is " + ids.front() + ", not " + id);
      }
    }
  }
  CHECK(wrong == std::set<std::string>{});
}

TEST_CASE("names of states, one by one") {
  const struct {
    const char* name;
    Ids ids;
  } kRows[] = {
      {"AZE", {"AZE"}},
      {"aze", {"AZE"}},
      {"az", {"AZE"}},
      {"AZERBAIJAN", {"AZE"}},
      {"Republic of Azerbaijan", {"AZE"}},
      {"the Republic of Azerbaijan", {"AZE"}},
      {"Азербайджан", {"AZE"}},
      {"Azerbaïdjan", {"AZE"}},
      {"أذربيجان", {"AZE"}},
      {"阿塞拜疆", {"AZE"}},
      {"Azerbaijani", {"AZE"}},
      {"Azer\u00ADbaijan", {"AZE"}},
      {"  Azerbaijan. ", {"AZE"}},
      {"Azerbajan", {}},
      {"Nigera", {}},
      {"Nigēra", {"NER"}},
      {"", {}},
      {"the", {}},
      {"…", {}},
      {"Bahamas", {"BHS"}},
      {"the Bahamas", {"BHS"}},
      {"The Gambia", {"GMB"}},
      {"Gambia, The", {"GMB"}},
      {"Gambia (Republic of The)", {"GMB"}},
      {"Republic of the Congo", {"COG"}},
      {"Congo, Republic of the", {"COG"}},
      {"Congo (Democratic Republic of the)", {"COD"}},
      {"Congo", {"COD", "COG"}},
      {"Congolese", {"COD", "COG"}},
      {"Korea", {"PRK", "KOR"}},
      {"Korea, Democratic People’s Republic of", {"PRK"}},
      {"Republic of Korea", {"KOR"}},
      {"Iran (Islamic Republic of)", {"IRN"}},
      {"Guinea", {"GIN"}},
      {"Niger", {"NER"}},
      {"Nigerien", {"NER"}},
      {"Nigerian", {"NGA"}},
      {"Dominica", {"DMA"}},
      {"Dominican", {"DMA", "DOM"}},
      {"Sudan", {"SDN"}},
      {"Samoa", {"WSM"}},
      {"American Samoa", {}},
      {"Ivory Coast", {"CIV"}},
      {"cote d ivoire", {"CIV"}},
      {"Turkey", {"TUR"}},
      {"Türkiye", {"TUR"}},
      {"UK", {"GBR"}},
      {"U.S.A.", {"USA"}},
      {"America", {"USA"}},
      {"Holy See", {"VAT"}},
      {"EU", {"EUE"}},
      {"USSR", {"SUN"}},
      {"Soviet", {"RUS", "SUN"}},
      {"Nagorno-Karabakh", {"area:nagorno-karabakh"}},
      {"area:nagorno-karabakh", {"area:nagorno-karabakh"}},
      {"African Group", {"group:african-group"}},
  };
  for (const auto& row : kRows) {
    INFO(row.name);
    CHECK(state(row.name) == row.ids);
  }
  CHECK(Vocabulary::built_in().label(Table::states, "VAT") == "Holy See");
  CHECK(Vocabulary::built_in().label(Table::states, "Atlantis") == "Atlantis");
  CHECK(Vocabulary::built_in().find(Table::states, "aze") == nullptr);
}

TEST_CASE("several threads may ask at once") {
  std::vector<std::thread> threads;
  std::vector<Ids> found(4);
  for (Ids& ids : found) threads.emplace_back([&ids] { ids = state("Aserbaidschan"); });
  for (std::thread& thread : threads) thread.join();
  for (const Ids& ids : found) CHECK(ids == Ids{"AZE"});
}
