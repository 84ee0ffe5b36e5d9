#include "corpus/citing.h"

#include <catch2/catch.hpp>

using namespace pincite;

namespace {

using Notes = std::vector<std::uint32_t>;

/// A profile: title, header row, two sections, paragraphs with notes, the notes.
Document profile() {
  Document document;
  document.metadata.title = "Azerbaijan: Mine Ban Policy";
  document.metadata.publisher = "Landmine Monitor";
  document.metadata.date = Period::parse("2011");
  const auto add = [&document](PassageKind kind, const char* text, std::uint32_t heading,
                               std::uint32_t paragraph) {
    Passage& passage = document.passages.emplace_back();
    passage.kind = kind;
    passage.text = text;
    passage.locator.heading = heading;
    passage.locator.paragraph = paragraph;
  };
  add(PassageKind::title, "Mine Ban Policy", kNone, 0);
  add(PassageKind::row, "Status |\nNot a State Party |", kNone, 0);
  add(PassageKind::heading, "Policy", kNone, 0);
  add(PassageKind::heading, "  Production, transfer,\n stockpiling, and use ", 2, 0);
  add(PassageKind::paragraph, "The reference was later removed.[5]", 3, 3);
  add(PassageKind::note, "[5] Response to a letter.", kNone, 0);
  add(PassageKind::note, "[6] Interview.", kNone, 0);
  add(PassageKind::note, "It went on.", kNone, 0);
  document.notes = {{"5", 5, 1, 4}, {"6", 6, 2, 4}, {"7", 8, 1, 0}};
  add(PassageKind::note, "See above.", kNone, 0);
  return document;
}

constexpr std::uint32_t kParagraph = 4;

/// The citation of the paragraph, with note 5, after a change to the profile.
template <typename Change>
std::string cited(Change change, const Notes& notes = {0}) {
  Document document = profile();
  change(document);
  return cite(document, kParagraph, notes);
}

std::string cited_at(const Locator& locator) {
  return cited(
      [&](Document& d) {
        d.metadata = {};
        d.passages[kParagraph].locator = locator;
      },
      {});
}

}  // namespace

TEST_CASE("a passage is cited in one line") {
  CHECK(cite(profile(), kParagraph, Notes{0}) ==
        "Landmine Monitor, “Azerbaijan: Mine Ban Policy”, 2011, “Production, transfer, "
        "stockpiling, and use”, 3rd paragraph, note 5.");
}

TEST_CASE("every part has its place") {
  const std::string line = cited([](Document& d) {
    d.metadata.author = "A. Author";
    d.metadata.symbol = "APLC/MSP.10/2010/WP.1";
    d.metadata.date = Period::parse("2010-11-29");
    d.metadata.url = "https://example.org/wp1";
    d.passages[kParagraph].locator.paragraph_label = "12.";
    d.passages[kParagraph].locator.page = "844";
  });
  CHECK(line ==
        "A. Author, “Azerbaijan: Mine Ban Policy”, APLC/MSP.10/2010/WP.1, 29 November 2010, "
        "“Production, transfer, stockpiling, and use”, para. 12, p. 844, note 5, "
        "https://example.org/wp1.");
}

TEST_CASE("a part that is missing leaves no trace") {
  const std::string section = "“Production, transfer, stockpiling, and use”";
  CHECK(cited([](Document& d) { d.metadata.publisher = ""; }) ==
        "“Azerbaijan: Mine Ban Policy”, 2011, " + section + ", 3rd paragraph, note 5.");
  CHECK(cited([](Document& d) { d.metadata.title = ""; }) ==
        "Landmine Monitor, 2011, " + section + ", 3rd paragraph, note 5.");
  CHECK(cited([](Document& d) { d.metadata.date.reset(); }) ==
        "Landmine Monitor, “Azerbaijan: Mine Ban Policy”, " + section + ", 3rd paragraph, note 5.");
  CHECK(cited([](Document& d) { d.passages[kParagraph].locator.heading = kNone; }) ==
        "Landmine Monitor, “Azerbaijan: Mine Ban Policy”, 2011, 3rd paragraph, note 5.");
  CHECK(cited([](Document& d) { d.passages[kParagraph].locator.paragraph = 0; }) ==
        "Landmine Monitor, “Azerbaijan: Mine Ban Policy”, 2011, " + section + ", note 5.");
  CHECK(cited([](Document&) {}, {}) ==
        "Landmine Monitor, “Azerbaijan: Mine Ban Policy”, 2011, " + section + ", 3rd paragraph.");
  CHECK(cited([](Document& d) { d.metadata = {}; }) == section + ", 3rd paragraph, note 5.");
}

TEST_CASE("a part of white space only is missing too") {
  const auto blank = [](Document& d) {
    d.metadata.author = " \n";
    d.metadata.title = "\t ";
    d.metadata.symbol = " ";
    d.metadata.url = "\n";
    d.passages[3].text = " \n ";
    d.passages[kParagraph].locator.paragraph_label = " ";
    d.notes[0].label = " ";
  };
  CHECK(cited(blank) == "Landmine Monitor, 2011, 3rd paragraph.");
}

TEST_CASE("a document of which nothing is known is cited by nothing") {
  Document document;
  document.passages.resize(1);
  CHECK(cite(document, 0, {}).empty());
}

TEST_CASE("line breaks in a part become spaces, and the line ends in one full stop") {
  CHECK(cited([](Document& d) { d.metadata.title = "Mine\n  Ban\tPolicy"; }, {})
            .starts_with("Landmine Monitor, “Mine Ban Policy”, 2011, "));
  const auto ends_in_a_point = [](Document& d) {
    d.metadata = {};
    d.metadata.publisher = "Strelsau Press Co.";
    d.passages[kParagraph].locator = {};
  };
  CHECK(cited(ends_in_a_point, {}) == "Strelsau Press Co.");
}

TEST_CASE("the author is named rather than the publisher") {
  const auto line = [](const char* author, const char* publisher) {
    return cited(
        [&](Document& d) {
          d.metadata = {};
          d.metadata.author = author;
          d.metadata.publisher = publisher;
          d.passages[kParagraph].locator = {};
        },
        {});
  };
  CHECK(line("Garay Muradov", "Landmine Monitor") == "Garay Muradov.");
  CHECK(line("Garay Muradov", "") == "Garay Muradov.");
  CHECK(line("", "Landmine Monitor") == "Landmine Monitor.");
}

TEST_CASE("a counted paragraph is cited by an ordinal") {
  const std::pair<std::uint32_t, const char*> rows[] = {
      {1, "1st"},       {2, "2nd"},     {3, "3rd"},     {4, "4th"},     {10, "10th"},
      {11, "11th"},     {12, "12th"},   {13, "13th"},   {14, "14th"},   {20, "20th"},
      {21, "21st"},     {22, "22nd"},   {23, "23rd"},   {100, "100th"}, {101, "101st"},
      {102, "102nd"},   {111, "111th"}, {112, "112th"}, {113, "113th"}, {1011, "1011th"},
      {1021, "1021st"},
  };
  for (const auto& [number, words] : rows) {
    CAPTURE(number);
    Locator locator;
    locator.paragraph = number;
    CHECK(cited_at(locator) == std::string(words) + " paragraph.");
  }
}

TEST_CASE("a printed paragraph number is cited as a number, and before the counted one") {
  const std::pair<const char*, const char*> rows[] = {
      {"12.", "para. 12."},        {"12", "para. 12."},           {"(12)", "para. 12."},
      {"12)", "para. 12."},        {"(a)", "para. (a)."},         {"a)", "para. a)."},
      {"1.2.", "para. 1.2."},      {"12 bis.", "para. 12 bis."},  {"IV.", "para. IV."},
      {"12(a)", "para. 12(a)."},   {"(12)(a)", "para. (12)(a)."}, {" 12. ", "para. 12."},
      {"2010/7", "para. 2010/7."},
  };
  for (const auto& [label, cited] : rows) {
    CAPTURE(label);
    Locator locator;
    locator.paragraph = 3;
    locator.paragraph_label = label;
    CHECK(cited_at(locator) == cited);
  }
}

TEST_CASE("the printed page is cited, the counted one is not") {
  Locator locator;
  locator.page_index = 7;
  CHECK(cited_at(locator).empty());
  locator.page = "xii";
  CHECK(cited_at(locator) == "p. xii.");
  locator.page = "844";
  locator.paragraph = 2;
  CHECK(cited_at(locator) == "2nd paragraph, p. 844.");
}

TEST_CASE("every note that is the source is named, each once") {
  const auto named = [](const Notes& notes) {
    return cited(
        [](Document& d) {
          d.metadata = {};
          d.passages[kParagraph].locator = {};
        },
        notes);
  };
  CHECK(named({0}) == "note 5.");
  CHECK(named({0, 1}) == "notes 5 and 6.");
  CHECK(named({0, 1, 2}) == "notes 5, 6 and 7.");
  CHECK(named({0, 0}) == "note 5.");
  CHECK(named({0, 1, 0}) == "notes 5 and 6.");
}

TEST_CASE("a passage of a note names its own note") {
  const std::string head = "Landmine Monitor, “Azerbaijan: Mine Ban Policy”, 2011, ";
  const Document document = profile();
  CHECK(cite(document, 5, {}) == head + "note 5.");
  CHECK(cite(document, 6, {}) == head + "note 6.");
  CHECK(cite(document, 7, {}) == head + "note 6.");
  CHECK(cite(document, 8, {}) == head + "note 7.");
  CHECK(cite(document, 7, Notes{0}) == head + "note 6.");
}

TEST_CASE("the section is the innermost heading above, of a heading the one above it") {
  const Document document = profile();
  CHECK(cite(document, 3, {}) ==
        "Landmine Monitor, “Azerbaijan: Mine Ban Policy”, 2011, “Policy”.");
  CHECK(cite(document, 2, {}) == "Landmine Monitor, “Azerbaijan: Mine Ban Policy”, 2011.");
}
