// Phrases: what finds what, whichever spelling is in the document and whichever was typed.
#include <algorithm>
#include <catch2/catch.hpp>

#include "indexer/recognise/line_end_hyphens.h"
#include "tests/searcher/collection.h"

using namespace pincite;

namespace {

/// Adds a document of one paragraph, whose broken words are joined as an indexer does.
void add(Collection& c, const std::string& id, const std::string& text) {
  Document document;
  document.id = id;
  document.passages.emplace_back().text = text;
  join_broken_words(document);
  c.add(std::move(document));
}

bool is_found(const Collection& c, const std::string& id, const std::string& phrase) {
  const Answer answer = c.search("\"" + phrase + "\"");
  return std::any_of(answer.hits.begin(), answer.hits.end(),
                     [&](const DocumentHit& hit) { return hit.document.id == id; });
}

/// Whether a phrase is found in a text that stands in a collection with another one.
bool finds(const std::string& text, const std::string& other, const std::string& phrase) {
  Collection c;
  add(c, "text", text);
  if (!other.empty()) add(c, "other", other);
  return is_found(c, "text", phrase);
}

}  // namespace

TEST_CASE("the spellings of a compound find each other, alone and in phrases") {
  const std::vector<std::string> spellings[] = {
      {"antipersonnel", "anti-personnel", "anti personnel", "anti\u2010personnel",
       "anti\u2011personnel", "anti-\npersonnel", "anti-  \r\n personnel", "anti\u00ADpersonnel",
       "anti\u00AD\npersonnel", "ANTI-PERSONNEL", "anti\u2013personnel", "Anti Personnel"},
      {"non-governmental", "nongovernmental", "non governmental"},
      {"co-operation", "cooperation", "co operation", "coopera\u00ADtion", "coopéra-\ntion"},
  };
  for (const auto& forms : spellings) {
    for (const std::string& text : forms) {
      Collection c;
      add(c, "alone", text);
      add(c, "sentence", "the use of " + text + " mines by anybody");
      for (const std::string& typed : forms) {
        CAPTURE(text, typed);
        CHECK(is_found(c, "alone", typed));
        CHECK(is_found(c, "sentence", typed + " mines"));
        CHECK(is_found(c, "sentence", "of " + typed));
        CHECK(is_found(c, "sentence", "use of " + typed + " mines by"));
        CHECK_FALSE(is_found(c, "sentence", "use " + typed + " mines"));
        CHECK_FALSE(is_found(c, "sentence", typed + " by"));
      }
    }
  }
}

TEST_CASE("a compound that is hyphenated somewhere is known everywhere") {
  struct Row {
    const char* text;
    const char* elsewhere;
    const char* typed;
    bool found;
  };
  const Row rows[] = {
      {"a stateoftheart plant", "", "state-of-the-art plant", true},
      {"a state-of-the-art plant", "", "state of the art", true},
      {"a state-of-the-art plant", "", "stateoftheart plant", true},
      {"a state-of-\nthe-art plant", "", "stateoftheart plant", true},
      {"a state of the art plant", "state-of-the-art", "a stateoftheart plant", true},
      {"a state of the art plant", "", "a stateoftheart plant", false},
      {"a stateoftheart plant", "state-of-the-art", "state of the art plant", true},
      {"a stateoftheart plant", "", "state of the art plant", false},
      {"a wellbeing of all", "well-being", "well being of all", true},
      {"a wellbeing of all", "", "well being of all", false},
      {"a wellbeing of all", "", "well-being of all", true},
      {"well being of all", "well-being", "wellbeing", true},
      {"well being of all", "", "wellbeing", false},
      {"Well-being of all", "", "wellbeing", true},
      {"land-mine-free zones", "", "landmine-free zones", true},
      {"land-mine-free zones", "", "land mine free zones", true},
      {"land-mine-free zones", "", "landminefree zones", true},
      {"landmine-free zones", "", "land-mine-free zones", true},
      {"landmine-free zones", "", "land mine free zones", true},
      {"landmine free zones", "", "land-mine-free zones", true},
      {"социально-экономический совет", "", "социальноэкономический совет", true},
      {"a MiG-21 fighter", "", "a MiG21 fighter", true},
      {"a MiG21 fighter", "", "a MiG-21 fighter", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text, row.elsewhere, row.typed);
    CHECK(finds(row.text, row.elsewhere, row.typed) == row.found);
  }
}

TEST_CASE("what only looks like a compound is none") {
  struct Row {
    const char* text;
    const char* elsewhere;
    const char* typed;
  };
  const Row rows[] = {
      {"the use by non-State actors", "", "use by State actors"},
      {"it is notable", "", "not able"},
      {"it is notable", "he was not able", "not able"},
      {"it is notable", "the not-\nable minister", "not able"},
      {"he was not able", "the not-\nable minister", "notable"},
      {"an other matter", "an-\nother thing", "another"},
      {"he is able", "", "not able"},
      {"the part ofthe whole", "", "part of the whole"},
      {"the part ofthe whole", "the state-of-the-art plant", "part of the whole"},
      {"maybe it is so", "it may be so", "may be"},
      {"it may be so", "maybe", "maybe"},
      {"noone came", "no one came", "no one came"},
      {"they stand apart", "", "a part"},
      {"a part of it", "apart", "apart"},
      {"he came soon", "", "so on"},
      {"in sections 10-11", "", "1011"},
      {"in sections 1011", "", "10-11"},
      {"in sections 1011", "10-11", "10 11"},
      {"Re: port of Baku", "report", "report"},
      {"Mr Landis came", "the land is", "the land is"},
      {"We hold the land. Mine is there", "", "landmine"},
      {"non aligned, States", "", "nonaligned, states of"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text, row.elsewhere, row.typed);
    CHECK_FALSE(finds(row.text, row.elsewhere, row.typed));
  }
}

TEST_CASE("a word broken at a line's end is one word") {
  struct Row {
    const char* text;
    const char* typed;
  };
  const Row rows[] = {
      {"a tech-\nnical error; technical", "a technical error"},
      {"a tech-\nnical error; technical", "a tech-nical error"},
      {"a tech-\r\n  nical error; technical", "a tech\u2010\nnical error"},
      {"a tech-\nnical error", "a technical error"},
      {"a tech-\nnical error", "technical"},
      {"a tech-\nnical error", "a tech-\nnical error"},
      {"a tech-\nnical error", "a techni-\ncal error"},
      {"a tech\u2010\nnical error", "a technical error"},
      {"a tech\u00AD\nnical error", "a technical error"},
      {"a tech\u00AD\nnical error", "a tech\u00ADnical error"},
      {"a technical error", "a tech-\nnical error"},
      {"a technical error", "a tech\u00AD nical error"},
      {"co-oper-\nation of all", "cooperation of all"},
      {"co-oper-\nation of all", "co-operation of all"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text, row.typed);
    CHECK(finds(row.text, "", row.typed));
  }
}

TEST_CASE("a plain word finds the forms of a compound in every spelling") {
  struct Row {
    const char* text;
    const char* query;
    bool found;
  };
  const Row rows[] = {
      {"many land mines were laid", "landmine", true},
      {"many land-mines were laid", "landmine", true},
      {"many landmines were laid", "land-mine", true},
      {"a landmine was laid", "land-mines", true},
      {"the land is mined", "landmine", false},
      {"anti-personnel mines", "antipersonnel NEAR/2 mine", true},
      {"anti-personnel mines", "anti-personnel NEAR/2 mine", true},
      {"antipersonnel mines", "anti-personnel ADJ/2 mine", true},
      {"mines against personnel", "anti-personnel NEAR/2 mine", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text, row.query);
    Collection c;
    c.add("d", {row.text}, [](Metadata& m) { m.language = "en"; });
    CHECK((c.found(row.query) == "d") == row.found);
  }
}
