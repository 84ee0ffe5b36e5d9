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
namespace {

/// A document of one paragraph and its notes, whose marks `[5]`, `.38` and `(302)` are silent.
Document with_notes(const std::string& text, std::initializer_list<const char*> marks) {
  Document document;
  document.id = "noted";
  document.passages.resize(1 + marks.size());
  document.passages[0].text = text;
  std::uint32_t note = 0;
  for (const std::string mark : marks) {
    const auto begin = static_cast<std::uint32_t>(text.find(mark));
    const Range at = {begin, begin + static_cast<std::uint32_t>(mark.size())};
    document.passages[0].silent.push_back(at);
    document.marks.push_back({note, 0, at, {0, begin}});
    std::string label;
    std::copy_if(mark.begin(), mark.end(), std::back_inserter(label),
                 [](char c) { return c >= '0' && c <= '9'; });
    document.passages[note + 1].kind = PassageKind::note;
    document.passages[note + 1].text = "Letter of that day.";
    document.notes.push_back({label, note + 1, 1, 0});
    ++note;
  }
  return document;
}

}  // namespace

TEST_CASE("the mark of a note is crossed, however it was typed or left out") {
  Collection c;
  c.add(
      with_notes("It was an “error.”[5] The army38 said: no mines.(302) Article 2 (7) stands. "
                 "It paid 12 m² and more.",
                 {"[5]", "38", "(302)"}));
  c.add("plain", {"It was an error. The army said: no mines. Article 2 stands. It paid 12 m and "
                  "more. The treaty said so in section 12. The army said: no"});
  struct Row {
    const char* typed;
    const char* found;
  };
  const Row rows[] = {
      {"an error.[5] The army", "noted plain"},
      {"an error.” The army", "noted plain"},
      {"an error⁵ The army", "noted plain"},
      {"an error.⁵ The army", "noted plain"},
      {"an error.5 The army", "noted"},
      {"an error(5) The army", "noted"},
      {"an error.(5) The army", "noted"},
      {"an error5 The army", "noted"},
      {"an error.[6] The army", "noted plain"},
      {"an error.6 The army", ""},
      {"The army38 said: no", "noted"},
      {"The army.38 said: no", "noted"},
      {"The army[38] said: no mines.302 Article", "noted"},
      {"no mines.(302) Article 2 (7) stands", "noted"},
      {"no mines.” (302) Article 2 (7) stands", ""},
      {"Article 2 (7) stands", "noted"},
      {"Article 2 stands", "plain"},
      {"paid 12 m² and", "noted"},
      {"paid 12 m and", "plain"},
      {"treaty (1947) said", ""},
      {"error. [9] The army", ""},
      {"error. [5] The army", "noted"},
      {"treaty.(1947) said", ""},
      {"said so in section.12", "plain"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    const Answer answer = c.search("\"" + std::string(row.typed) + "\"");
    std::string found = Collection::ids(answer);
    if (found == "plain noted") found = "noted plain";
    CHECK(found == row.found);
  }
}

TEST_CASE("a bracketed number in a text is no mark") {
  Collection c;
  c.add("bracketed", {"within [30] days"})
      .add("without", {"within days; days"})
      .add("bare", {"within 30 days"});
  CHECK(c.search("\"within [30] days\"").total == 2);
  CHECK(c.search("\"within days\"").total == 1);
  CHECK(c.search("\"[30] days\"").total == 2);
}

TEST_CASE("a quotation over several paragraphs is one phrase each, all required") {
  Collection c;
  c.add("both", {"Mines are banned.", "Nobody uses them."})
      .add("first", {"Mines are banned.", "Somebody uses them."})
      .add("one", {"Mines are banned. Nobody uses them."});
  CHECK(c.search("\"are banned.\n\nNobody uses\"").total == 2);
  CHECK(c.found("\"are banned. Nobody uses\"") == "one");
}

TEST_CASE("a broken word is highlighted whole") {
  Collection c;
  add(c, "one", "A technical matter, a tech-\n  nical error, and an un-\nknown one.");
  CHECK(highlighted(c.search("\"technical error\"")) == "[tech-\n  nical error]");
  CHECK(highlighted(c.search("\"unknown one\"")) == "[un-\nknown one]");
  CHECK(highlighted(c.search("unknown")) == "[un-\nknown]");
}

TEST_CASE("exact is what has the characters that were typed") {
  Collection c;
  c.add(
      with_notes("[A]s small as l’Azerbaïdjan, an “accidental  technical error.”[5] Anti-personnel "
                 "mines… are [banned]",
                 {"[5]"}));
  struct Row {
    const char* typed;
    MatchClass match;
    const char* highlight;
  };
  const MatchClass exact = MatchClass::exact;
  const MatchClass typographic = MatchClass::typographic;
  const Row rows[] = {
      {"technical error", exact, "technical error"},
      {"technical error.", exact, "technical error."},
      {"technical error.”", exact, "technical error."},
      {"“accidental technical\nerror.”", exact, "accidental  technical error."},
      {"technical error,", typographic, "technical error"},
      {"technical error!", typographic, "technical error"},
      {"Technical error", typographic, "technical error"},
      {"téchnical error", typographic, "technical error"},
      {"an “accidental technical error.”[5] Anti", exact,
       "an “accidental  technical error.”[5] Anti"},
      {"technical error.” Anti-personnel", typographic, "technical error.”[5] Anti-personnel"},
      {"an ‘accidental technical", typographic, "an “accidental  technical"},
      {"Anti-personnel mines", exact, "Anti-personnel mines"},
      {"Antipersonnel mines", typographic, "Anti-personnel mines"},
      {"Anti personnel mines", typographic, "Anti-personnel mines"},
      {"mines… are", exact, "mines… are"},
      {"mines ... are", typographic, "mines… are"},
      {"mines are", typographic, "mines… are"},
      {"As small", typographic, "[A]s small"},
      {"[A]s small", exact, "[A]s small"},
      {"are banned", typographic, "are [banned]"},
      {"are [banned]", exact, "are [banned]"},
      {"Azerbaïdjan", exact, "Azerbaïdjan"},
      {"as l'Azerbaïdjan", typographic, "as l’Azerbaïdjan"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    const Answer answer = c.search("\"" + std::string(row.typed) + "\"");
    REQUIRE(answer.hits.size() == 1);
    CHECK(answer.hits[0].passages[0].match == row.match);
    CHECK(highlighted(answer) == "[" + std::string(row.highlight) + "]");
  }
  CHECK(c.search("antipersonnel").hits.at(0).passages[0].match == MatchClass::words);
}

TEST_CASE("a phrase of very many readings is found where one of them stands, and nowhere else") {
  Collection c;
  std::string text;
  std::string typed;
  std::string joined;
  std::string wrong;
  for (int i = 0; i < 40; ++i) {
    const std::string number = std::to_string(i + 1);
    text += "the anti-tank mines and sub-munitions, ";
    typed += "the antitank mines.[" + number + "] and submunitions, ";
    joined += "the anti tank mines and sub\u00ADmunitions ";
    wrong += i == 20 ? "the antitank mines and munitions " : "the antitank mines and submunitions ";
  }
  c.add("held", {text.c_str()});
  c.add("other", {"the anti-tank mines and sub-munitions", wrong.c_str()});
  CHECK(c.found("\"" + typed + "\"") == "held");
  CHECK(c.found("\"" + joined + "\"") == "held");
  CHECK(c.found("\"" + wrong + "\"") == "other");
  CHECK(c.search("\"" + typed + "\"").total == 1);
  CHECK(c.search("-\"" + typed + "\"").total == 1);
  CHECK(c.found("\"" + typed + " them\"").empty());
  const Answer answer = c.search("\"" + typed + "\"");
  CHECK(answer.hits.at(0).passages.at(0).highlights.size() == 1);
}

TEST_CASE("hostile phrases take bounded time") {
  Collection c;
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "a [1] anti-a ";
  c.add("many", {many.c_str()});
  std::string typed = "b ";
  for (int i = 0; i < 300; ++i) typed += "a [1] anti-a-a-a-a ";
  CHECK(c.found("\"" + typed + "\"").empty());
  std::string dashes;
  for (int i = 0; i < 3'000; ++i) dashes += "a-";
  CHECK(c.found("\"" + dashes + "a\"").empty());
  std::string words;
  for (int i = 0; i < 20'000; ++i) words += "a ";
  CHECK(c.found("\"" + words + "\"").empty());
}
