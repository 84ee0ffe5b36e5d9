// What notes are the source of, which marks are silent, and texts made to break the pairing.
#include <catch2/catch.hpp>
#include <ctime>

#include "tests/indexer/read_text.h"

using namespace pincite;
using Lines = std::vector<std::string>;

namespace {

/// `LABEL: TEXT IT COVERS` of each mark.
Lines covered(const Document& document) {
  Lines lines;
  for (const Mark& mark : document.marks) {
    const std::string& text = document.passages[mark.passage].text;
    lines.push_back((mark.note == kNone ? "-" : document.notes[mark.note].label) + ": " +
                    text.substr(mark.covers.begin, mark.covers.end - mark.covers.begin));
  }
  return lines;
}

/// The silent parts of all passages.
Lines silent(const Document& document) {
  Lines lines;
  for (const Passage& passage : document.passages) {
    for (const Range& range : passage.silent) {
      lines.push_back(passage.text.substr(range.begin, range.end - range.begin));
    }
  }
  return lines;
}

std::string numbered(const std::string& before, const std::string& behind, int from, int to) {
  std::string text;
  const int step = from <= to ? 1 : -1;
  for (int i = from; i != to + step; i += step) text += before + std::to_string(i) + behind;
  return text;
}

double seconds_to_recognise(const std::string& text) {
  const std::clock_t before = std::clock();
  recognise(read("page.txt", text));
  return static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
}

}  // namespace

TEST_CASE("what marks cover") {
  struct Row {
    const char* what;
    const char* text;
    Lines covers;
  };
  const std::vector<Row> rows = {
      {"to the mark before, and nothing behind the last",
       "One. Two.[1] Three.[2] Four.\n[1] A.\n[2] B.",
       {"1: One. Two.", "2:  Three."}},
      {"a mark inside a sentence covers up to itself",
       "The treaty [1] and the law.\n[1] A.",
       {"1: The treaty "}},
      {"marks beside each other share",
       "One.[1][2] Two.[1], [2]\n[1] A.\n[2] B.",
       {"1: One.", "2: One.", "1:  Two.", "2:  Two."}},
      {"a paragraph without marks has no source", "One.\nTwo.[1]\nThree.\n[1] A.", {"1: Two."}},
      {"an item, a heading and a cell of a table",
       "A page\nUse[1]\nIt was used.\n- item.[2]\nStatus |\nParty[3] |\n[1] A.\n[2] B.\n[3] C.",
       {"1: Use", "2: - item.", "3: Status |\nParty"}},
      {"marks in the text of notes are none",
       "One.[1] Two.[2]\n[1] A, see note [2].\n[2] B, see [1].",
       {"1: One.", "2:  Two."}},
      {"an unpaired mark ends what the next covers",
       "One.[1] Two.[7] Three.[2]\n[1] A.\n[2] B.",
       {"1: One.", "-:  Two.", "2:  Three."}},
      {"a mark at the start of a paragraph covers nothing",
       "One.\n[1] And two.[2]\n[1] A.\n[2] B.",
       {"1: ", "2:  And two."}},
      {"marks of three shapes and what is none of them",
       "By Article 2 (7).¹ Of 3 m² in (1947).² And [sic].\n1 A.\n2 B.",
       {"1: By Article 2 (7).", "2:  Of 3 m² in (1947)."}},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(covered(document_of("page.txt", row.text)) == row.covers);
  }
}

TEST_CASE("silent marks") {
  struct Row {
    const char* what;
    const char* text;
    Lines silent;
  };
  const std::vector<Row> rows = {
      {"paired ones", "One.[1] Two [1997].[2]\n[1] A.\n[2] B.", {"[1]", "[2]"}},
      {"of every shape", "One.” 7 The next.\n\n7 A.", {"7"}},
      {"a single number in brackets stays a word", "Of [5] men.", {}},
      {"and two", "Of [1] or [2] men.", {}},
      {"three that follow one another are marks though their notes were left out",
       "One.[4] Two [1997].[5] Three.[6] Or [9].",
       {"[4]", "[5]", "[6]"}},
      {"those glued to a word, a year or a stop, though there is no note",
       "Two slips[4] in 2010[5] were “small,”[6], [7] as told.[12]Then 错误[9]。",
       {"[4]", "[5]", "[6]", "[7]", "[12]", "[9]"}},
      {"superscripts likewise", "A slip.⁴ Another one¹² was “small”⁵ too.", {"⁴", "¹²", "⁵"}},
      {"not what is no mark",
       "In 19[47] of [5] men, ([8] x) a=[11], 40 km², 10³, CO² and Ca²⁺; x^2, [1947] and "
       "No.[1947].",
       {}},
      {"where a note is missing",
       "One.[1] Two.[2] Three.[3]\n[1] A.\n[3] C.",
       {"[1]", "[2]", "[3]"}},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    CHECK(silent(document_of("page.txt", row.text)) == row.silent);
  }
}

TEST_CASE("text behind the notes is of no note") {
  const std::vector<std::string> feet = {"Back to the top",
                                         "<PERU | SAINT LUCIA>",
                                         "Table of Contents",
                                         "Credits: nobody, 2011",
                                         "Copyright 2011 by nobody",
                                         "www.example.org/a/b",
                                         "Printed on 3 March 2012\nAll rights reserved"};
  for (const std::string& foot : feet) {
    for (const std::string& end : {std::string("First."), std::string("First, p. 5")}) {
      const Document document = document_of("page.txt", "One.[1]\n[1] " + end + "\n" + foot + "\n");
      INFO(foot);
      CHECK(notes_of(document) == Lines{"1 | 2+1 | " + end});
    }
  }
  // a note that was wrapped goes on
  const Document document = document_of(
      "page.txt",
      "One.[1]\n[1] Letter from the Ministry of Foreign Affairs of\nthe state, 3 May 2001.\n");
  CHECK(document.notes.at(0).passages == 1);
  CHECK(note_text(document, document.notes[0]).ends_with("\nthe state, 3 May 2001."));
}

TEST_CASE("hostile numberings") {
  struct Row {
    const char* what;
    std::string text;
    std::size_t paired;
  };
  constexpr int kMany = 9000;
  const std::string marks = numbered("Word.[", "] ", 1, kMany);
  const std::vector<Row> rows = {
      {"many marks and notes", marks + "\n" + numbered("[", "] Note.\n", 1, kMany), kMany},
      {"bare ones",
       numbered("Word.", " ", 1, kMany) + "\n\n" + numbered("", " Text.\n\n", 1, kMany), kMany},
      {"marks only", marks, 0},
      {"descending notes", marks + "\n\n" + numbered("", " Text.\n\n", kMany, 1), 0},
      {"descending marks and notes",
       numbered("Word.[", "] ", kMany, 1) + "\n\n" + numbered("", " Text.\n\n", kMany, 1), 0},
      {"huge numbers",
       "A.[999999] B.[99999999999999999999] C.(4294967297)\n\n999999 X.\n\n4294967297 Y.", 0},
      {"notes in one line", marks + "\n\n" + numbered("", " Text here. ", 1, 500), 500},
  };
  for (const Row& row : rows) {
    const Document document = document_of("page.txt", row.text);
    std::size_t paired = 0;
    for (const Mark& mark : document.marks) paired += mark.note == kNone ? 0 : 1;
    INFO(row.what);
    CHECK(paired == row.paired);
  }
}

TEST_CASE("recognising notes takes time by the length of the text") {
  const auto lists = [](int many) {
    std::string text = numbered("Word.[", "] ", many, 1) + "\n\n";
    for (int i = 0; i < many; ++i)
      text += "1 Text.\n\n2 Text.\n\n3 text.\n\n5 Text.\n\n4. Text.\n\n";
    return text + numbered("", " Text.\n\n", many, 1);
  };
  constexpr int kFew = 2000;
  constexpr int kTimes = 8;
  const double few = seconds_to_recognise(lists(kFew));
  const double many = seconds_to_recognise(lists(kFew * kTimes));
  CHECK(many < 4 * kTimes * few + 0.5);
}
