// What queries find, and what is pointed at, told through the public door.
#include <catch2/catch.hpp>

#include "corpus/error.h"
#include "tests/searcher/collection.h"

using namespace pincite;

TEST_CASE("words, phrases, signs and operators find what they say") {
  Collection c;
  c.add("one", {"The incident was an accidental technical error.", "Mines were never used."})
      .add("two", {"A technical matter, and an accidental one: the error was small."})
      .add("three", {"Stockpiled mines are destroyed.", "An error of judgement."});
  struct Row {
    const char* query;
    const char* found;
  };
  const Row rows[] = {
      {"\"accidental technical error\"", "one"},
      {"“accidental technical error”", "one"},
      {"\"ACCIDENTAL  technical\n error\"", "one"},
      {"accidental technical error", "one two three"},
      {"\"error. Mines\"", ""},
      {"\"error Mines\"", ""},
      {"\"technical accidental\"", ""},
      {"\"accidental error\"", ""},
      {"+mines +error", "three one"},
      {"+mines -never", "three"},
      {"-technical", "three"},
      {"mines AND error", "three one"},
      {"mines AND NOT never", "three"},
      {"NOT mines", "two"},
      {"judgement OR never", "three one"},
      {"(judgement OR never) AND mines", "three one"},
      {"stockp*", "three"},
      {"accidental NEAR/2 error", "one"},
      {"error NEAR/2 accidental", "one"},
      {"error ADJ/2 accidental", ""},
      {"accidental ADJ/2 error", "one"},
      {"accidental NEAR/6 error", "one two"},
      {"“…”", ""},
      {"nothing-of-the-kind", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    CHECK(c.found(row.query) == row.found);
  }
}

TEST_CASE("a phrase gives one highlight, plain words one each") {
  Collection c;
  c.add("one", {"It was an accidental technical error, a “technical” one."});
  CHECK(highlighted(c.search("\"accidental technical error\"")) == "[accidental technical error]");
  CHECK(highlighted(c.search("technical error")) == "[technical][error][technical]");
  CHECK(highlighted(c.search("acc*")) == "[accidental]");
  CHECK(highlighted(c.search("error NEAR/3 technical")) == "[technical][error][technical]");
  CHECK(highlighted(c.search("technical -absent")) == "[technical][technical]");
  CHECK(highlighted(c.search("\"accidental technical error\" technical")) ==
        "[accidental technical error][technical]");
}

TEST_CASE("documents that hold plain words as a phrase come first, and a notice says so") {
  Collection c;
  c.add("scattered", {"error error error technical technical accidental"})
      .add("phrase", {"A long text about many other things, in which once there is an accidental "
                      "technical error among them."});
  const Answer answer = c.search("accidental technical error");
  CHECK(Collection::ids(answer) == "phrase scattered");
  CHECK(has_notice(answer, "words_as_phrase"));
  CHECK(answer.hits[0].score < 100);
  CHECK_FALSE(has_notice(c.search("accidental error"), "words_as_phrase"));
}

TEST_CASE("a phrase is found with the marks of notes that stand in it, however they are written") {
  Collection c;
  c.add("one", {"Until the 6th October.[^1] Desire you [2] to record K[uala] L[umpur]."});
  for (const char* query :
       {"\"6th October.[^1] Desire you\"", "\"6th October.[1] Desire you\"",
        "\"Desire you [2] to record\"", "\"Kuala Lumpur\"", "\"K[uala] L[umpur]\""}) {
    CAPTURE(query);
    CHECK(c.found(query) == "one");
  }
  CHECK(highlighted(c.search("\"kuala lumpur\"")) == "[K[uala] L[umpur]]");
  CHECK(highlighted(c.search("\"you [2]\"")) == "[you [2]]");
}

TEST_CASE("the class of a match tells what was typed from what was typeset") {
  Collection c;
  c.add("one", {"They called it an Accidental  technical\nerror."});
  struct Row {
    const char* query;
    MatchClass match;
  };
  const Row rows[] = {
      {"\"Accidental technical error\"", MatchClass::exact},
      {"\"accidental technical error\"", MatchClass::typographic},
      {"\"accidental-technical error\"", MatchClass::typographic},
      {"accidental", MatchClass::words},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    const Answer answer = c.search(row.query);
    REQUIRE(answer.hits.size() == 1);
    CHECK(answer.hits[0].passages[0].match == row.match);
  }
}

TEST_CASE("documents with the phrase as typed come before those that spell it otherwise") {
  Collection c;
  for (const char* id : {"a", "b", "c"}) c.add(id, {"The MINE BAN treaty. The MINE BAN treaty."});
  c.add("d",
        {"Of the mine ban one thing can be said in so many words that it is no longer short."});
  CHECK(c.found("\"mine ban\"").substr(0, 1) == "d");
}

TEST_CASE("a note is the source of a match only where it covers it") {
  Document document;
  document.id = "profile";
  document.metadata.title = "Atlantis: Mine Ban Policy";
  document.passages.resize(3);
  document.passages[0].text = "It denied use.[1] It called that an error.[2] It said no more.";
  document.passages[0].silent = {{14, 17}, {42, 45}};
  document.passages[1] = {PassageKind::note, "[1] Letter of 2010.", {}, {{0, 3}}, 0};
  document.passages[2] = {PassageKind::note, "[2] Interview, 2011.", {}, {{0, 3}}, 0};
  document.notes = {{"1", 1, 1, 4}, {"2", 2, 1, 4}};
  document.marks = {{0, 0, {14, 17}, {0, 14}}, {1, 0, {42, 45}, {17, 42}}};
  Collection c;
  c.add(std::move(document));

  struct Row {
    const char* query;
    std::vector<std::uint32_t> sources;
    const char* citation;
  };
  const Row rows[] = {
      {"\"denied use\"", {0}, "“Atlantis: Mine Ban Policy”, note 1."},
      {"\"an error\"", {1}, "“Atlantis: Mine Ban Policy”, note 2."},
      {"\"use. It called\"", {0, 1}, "“Atlantis: Mine Ban Policy”, notes 1 and 2."},
      {"\"use.[1] It called\"", {0, 1}, "“Atlantis: Mine Ban Policy”, notes 1 and 2."},
      {"\"no more\"", {}, "“Atlantis: Mine Ban Policy”."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    const Answer answer = c.search(row.query);
    REQUIRE(answer.hits.size() == 1);
    const PassageHit& hit = answer.hits[0].passages[0];
    CHECK(hit.sources == row.sources);
    CHECK(hit.sources.size() + hit.others.size() == 2);
    CHECK(hit.citation == row.citation);
  }
  const Answer in_note = c.search("\"Interview, 2011\"");
  REQUIRE(in_note.hits.size() == 1);
  CHECK(in_note.hits[0].passages[0].passage == 2);
  CHECK(in_note.hits[0].passages[0].citation == "“Atlantis: Mine Ban Policy”, note 2.");
}

TEST_CASE("passages: the one with more of the query comes first, and their number is bounded") {
  Collection c;
  c.add("one", {"Mines.", "Mines and stockpiles.", "Mines, stockpiles and victims.", "Peace."});
  SearchRequest request;
  request.query = "mines stockpiles victims";
  request.passages = 2;
  const Answer answer = c.search(request);
  REQUIRE(answer.hits.size() == 1);
  CHECK(answer.hits[0].matching_passages == 3);
  REQUIRE(answer.hits[0].passages.size() == 2);
  CHECK(answer.hits[0].passages[0].passage == 2);
  CHECK(answer.hits[0].passages[1].passage == 1);
  request.passages = 0;
  CHECK(c.search(request).hits[0].passages.size() == 3);
}

TEST_CASE("limit and offset cut the same list") {
  Collection c;
  for (int i = 0; i < 25; ++i) {
    c.add("doc" + std::to_string(i), {i % 2 == 0 ? "mines" : "mines and more mines"});
  }
  SearchRequest request;
  request.query = "mines";
  request.limit = 0;
  const std::string all = Collection::ids(c.search(request));
  std::string paged;
  request.limit = 7;
  for (request.offset = 0; request.offset < 28; request.offset += 7) {
    const Answer answer = c.search(request);
    CHECK(answer.total == 25);
    if (!answer.hits.empty()) CHECK(answer.hits[0].rank == request.offset + 1);
    paged += (paged.empty() ? "" : " ") + Collection::ids(answer);
  }
  CHECK(paged == all);
}

TEST_CASE("totals and all_words are exact") {
  Collection c;
  for (int i = 0; i < 120; ++i) {
    c.add("d" + std::to_string(i), {i % 3 == 0 ? "alpha beta" : i % 3 == 1 ? "alpha" : "beta"});
  }
  const Answer answer = c.search("alpha beta");
  CHECK(answer.total == 120);
  CHECK(answer.all_words == 40);
  CHECK(answer.exact);
  CHECK_FALSE(c.search("-gamma").all_words.has_value());
}

TEST_CASE("a phrase of hostile length is answered") {
  Collection c;
  std::string text;
  for (int i = 0; i < 400; ++i)
    text += "word" + std::to_string(i) + " [" + std::to_string(i) + "] ";
  c.add("long", {text.c_str()});
  CHECK(c.found("\"" + text + "\"") == "long");
  CHECK(c.found("\"" + text + " not\"").empty());
}
