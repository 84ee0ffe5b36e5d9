// Notes at the end of texts, and the marks that are paired with them.
#include <catch2/catch.hpp>

#include "tests/indexer/read_text.h"

using namespace pincite;
using Lines = std::vector<std::string>;

namespace {

struct Row {
  const char* what;
  const char* text;
  Lines notes;
  Lines marks;
};

void check(const std::string& name, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    std::string text = row.text;
    if (name.ends_with(".jsonl")) {
      for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at)) {
        text.replace(at, 1, "\\n");
      }
      text = R"({"text": ")" + text + R"("})";
    }
    const Document document = document_of(name, text);
    INFO(row.what << ": " << row.text);
    CHECK(notes_of(document, 60) == row.notes);
    CHECK(marks_of(document) == row.marks);
  }
}

}  // namespace

TEST_CASE("bracketed notes of pages") {
  check("page.txt",
        {{"glued and spaced labels",
          "One.[1] Two.[2]\n[1]First.\n[2] Second.",
          {"1 | 2+1 | First.", "2 | 3+1 | Second."},
          {"1: 1 at 4 covers [0, 4)", "1: 2 at 12 covers [7, 12)"}},
         {"one note marked twice",
          "One.[1] Two.[1] Three.\n[1] Both.",
          {"1 | 2+1 | Both."},
          {"1: 1 at 4 covers [0, 4)", "1: 1 at 12 covers [7, 12)"}},
         {"marks beside each other share what they cover",
          "One [1] two.[2][3], [4] End.\n"
          "[1] A.\n[2] B.\n[3] C.\n[4] D.",
          {"1 | 2+1 | A.", "2 | 3+1 | B.", "3 | 4+1 | C.", "4 | 5+1 | D."},
          {"1: 1 at 4 covers [0, 4)", "1: 2 at 12 covers [7, 12)", "1: 3 at 15 covers [7, 12)",
           "1: 4 at 20 covers [7, 12)"}},
         {"a mark in mid-sentence of the next",
          "Operation.[1]Following this.\n[1] A.",
          {"1 | 2+1 | A."},
          {"1: 1 at 10 covers [0, 10)"}},
         {"a blank line before the notes only",
          "One.[1]\nTwo.[2]\n\n[1] A.\n[2] B.",
          {"1 | 3+1 | A.", "2 | 4+1 | B."},
          {"1: 1 at 4 covers [0, 4)", "2: 2 at 4 covers [0, 4)"}},
         {"a last note whose second paragraph is set in",
          "One.[1] Two.[2]\n\n[1] First.\n\n[2] Second.\n\n    More of the second.",
          {"1 | 2+1 | First.", "2 | 3+2 | Second.\n\nMore of the second."},
          {"1: 1 at 4 covers [0, 4)", "1: 2 at 12 covers [7, 12)"}},
         {"a last note of two paragraphs, as another has them",
          "One.[1] Two.[2]\n\n[1] First.\n\nMore of the first.\n\n[2] Second.\n\n"
          "More is told of the second in a paragraph.",
          {"1 | 2+2 | First.\n\nMore of the first.",
           "2 | 4+2 | Second.\n\nMore is told of the second in a paragraph."},
          {"1: 1 at 4 covers [0, 4)", "1: 2 at 12 covers [7, 12)"}},
         {"a paragraph behind notes of one paragraph each is none of theirs",
          "One.[1] Two.[2]\n\n[1] First.\n\n[2] Second.\n\n"
          "More is told of the page in a paragraph of its own.",
          {"1 | 2+1 | First.", "2 | 3+1 | Second."},
          {"1: 1 at 4 covers [0, 4)", "1: 2 at 12 covers [7, 12)"}},
         {"a missing number",
          "One.[1] Two.[2] Three.[3]\n[1] A.\n[3] C.",
          {"1 | 2+1 | A.", "3 | 3+1 | C."},
          {"1: 1 at 4 covers [0, 4)", "1: - at 12 covers [7, 12)", "1: 3 at 22 covers [15, 22)"}},
         {"notes that run on",
          "One.[1] Two.[2]\n[1] First, p.\n640. [2] Second [1] there.",
          {"1 | 2+1 | First, p.\n640.", "2 | 3+1 | Second [1] there."},
          {"1: 1 at 4 covers [0, 4)", "1: 2 at 12 covers [7, 12)"}},
         {"notes without marks",
          "A long sentence that is more than its notes.\n[7] A.\n[8] B.",
          {"7 | 2+1 | A.", "8 | 3+1 | B."},
          {}},
         {"brackets that are no marks", "It was signed [1997] and [sic] done.\nEnd.", {}, {}},
         {"numbered paragraphs are no notes", "[1] A first paragraph.\n[2] A second one.", {}, {}},
         {"a mark without notes", "One.[3] Two.", {}, {"1: - at 4 covers [0, 4)"}}});
}

TEST_CASE("bare notes of records") {
  check("r.jsonl", {{"at the end, behind a rule",
                     "One. [1]\n\nTwo [2] too.\n\n_\n\n1 First.\n\n2 Second.",
                     {"1 | 4+1 | First.", "2 | 5+1 | Second."},
                     {"1: 1 at 5 covers [0, 5)", "2: 2 at 4 covers [0, 4)"}},
                    {"a note of two paragraphs",
                     "A. [1] B. [2]\n\n1 First.\n\nMore of it.\n\n2 Second.",
                     {"1 | 2+2 | First.\n\nMore of it.", "2 | 4+1 | Second."},
                     {"1: 1 at 3 covers [0, 3)", "1: 2 at 10 covers [6, 10)"}},
                    {"an enclosure with notes of its own",
                     "A. [1]\n\n1 First.\n\nEnclosure\n\nB. [1]\n\n1 Its first.",
                     {"1 | 2+1 | First.", "1 | 5+1 | Its first."},
                     {"1: 1 at 3 covers [0, 3)", "4: 1 at 3 covers [0, 3)"}},
                    {"numbers that open a paragraph",
                     "A. [1] B. [2]\n\n1 million men.\n\n3 May 1944",
                     {},
                     {"1: - at 3 covers [0, 3)", "1: - at 10 covers [6, 10)"}},
                    {"numbers without marks", "A.\n\n1 First.\n\n2 Second.", {}, {}},
                    {"bracketed notes of a record",
                     "A.[1]\n\n_[1] First.\n\n[2] Second._",
                     {"1 | 2+1 | First.", "2 | 3+1 | Second._"},
                     {"1: 1 at 2 covers [0, 2)"}}});
}

TEST_CASE("labels of every shape") {
  check("page.txt",
        {{"a stop",
          "One.[1] Two.[2]\n1. First.\n2. Second.",
          {"1 | 2+1 | First.", "2 | 3+1 | Second."},
          {"1: 1 at 4 covers [0, 4)", "1: 2 at 12 covers [7, 12)"}},
         {"half a bracket",
          "One.[1] Two.[2]\n1) First.\n2) Second.",
          {"1 | 2+1 | First.", "2 | 3+1 | Second."},
          {"1: 1 at 4 covers [0, 4)", "1: 2 at 12 covers [7, 12)"}},
         {"round",
          "One.(301) Two.”(302)\n(301) First.\n(302) Second.",
          {"301 | 2+1 | First.", "302 | 3+1 | Second."},
          {"1: 301 at 4 covers [0, 4)", "1: 302 at 15 covers [9, 15)"}},
         {"superscript",
          "One.¹ Two.¹⁵ Three¹\n¹ First.\n¹⁵ Last.",
          {"1 | 2+1 | First.", "15 | 3+1 | Last."},
          {"1: 1 at 4 covers [0, 4)", "1: 15 at 10 covers [5, 10)", "1: 1 at 18 covers [12, 18)"}},
         {"superscript marks, bare labels",
          "One.¹ Of 5 m² each.²\n1 First.\n2 Second.",
          {"1 | 2+1 | First.", "2 | 3+1 | Second."},
          {"1: 1 at 4 covers [0, 4)", "1: 2 at 19 covers [5, 19)"}},
         {"carets",
          "One.^1^ Two.^2\n^1 First.\n^2 Second.",
          {"1 | 2+1 | First.", "2 | 3+1 | Second."},
          {"1: 1 at 4 covers [0, 4)", "1: 2 at 12 covers [7, 12)"}},
         {"spelled",
          "One.[1] Two.[2]\nNote 1: First.\nNote 2: Second.",
          {"1 | 2+1 | First.", "2 | 3+1 | Second."},
          {"1: 1 at 4 covers [0, 4)", "1: 2 at 12 covers [7, 12)"}},
         {"bare, glued to the stop",
          "The army.38 The “mines.”39 No.38, p.38 and 1992.38 too.\n"
          "38 First.\n39 Second.",
          {"38 | 2+1 | First.", "39 | 3+1 | Second."},
          {"1: 38 at 9 covers [0, 9)", "1: 39 at 24 covers [11, 24)"}},
         {"notes glued to their labels",
          "The Treaty1 and the Convention,2 not CO2 or m2.\n1See there.\n2Ibid.",
          {"1 | 2+1 | See there.", "2 | 3+1 | Ibid."},
          {"1: 1 at 10 covers [0, 10)", "1: 2 at 31 covers [11, 31)"}},
         {"bare marks",
          "The Treaty1 and the Convention,2 not CO2 or m2.\n\n1 See there.\n\n2 Ibid.",
          {"1 | 2+1 | See there.", "2 | 3+1 | Ibid."},
          {"1: 1 at 10 covers [0, 10)", "1: 2 at 31 covers [11, 31)"}},
         {"bare marks behind a stop and a space",
          "It was read. 7 It was adopted. 8\n7 First.\n8 Second.",
          {"7 | 2+1 | First.", "8 | 3+1 | Second."},
          {"1: 7 at 13 covers [0, 13)", "1: 8 at 31 covers [14, 31)"}},
         {"a single note",
          "It was adopted.3\n\n3 Without a vote.",
          {"3 | 2+1 | Without a vote."},
          {"1: 3 at 15 covers [0, 15)"}},
         {"an excerpt",
          "Of mines.”(302) Then.(303)\n\n302. First.\n\n303. Second.",
          {"302 | 2+1 | First.", "303 | 3+1 | Second."},
          {"1: 302 at 10 covers [0, 10)", "1: 303 at 21 covers [15, 21)"}}});
}

TEST_CASE("numbers that are no marks") {
  const std::vector<std::string> texts = {
      "By Article 2 (7) and paragraph 1 (a) of it.(1)\n\nNothing else (7) is there.",
      "Mines of 3 m² each, in (1947), CO2 and 1992.5 of it, No.38 and p.38.\n\nMore.",
      "States shall: (1) report; (2) pay; (3) meet.\n\n1. A first paragraph.\n\n2. A second.\n\n3. "
      "A "
      "third.",
      "1. The first paragraph, see rule 2(1).\n\n2. The second.\n\n3. The third (1) of all.",
      "It was 1944.\n\n12 States voted.\n\n13 States did not.",
      "In 1,234 cases and 2.5 per cent of B52 flights.\n\n5 May 1944\n\n2 Rue X",
      "The court.12 men came to it.\n\n12 men went away."};
  for (const std::string& text : texts) {
    const Document document = document_of("page.txt", text);
    INFO(text);
    CHECK(marks_of(document).empty());
    CHECK(notes_of(document).empty());
  }
}

TEST_CASE("numberings that begin anew") {
  check("page.txt",
        {{"notes behind each chapter",
          "One\n\nA.[1] B.[2]\n\n[1] A one.\n\n[2] B one.\n\nTwo\n\nC.[1] D.[2]\n\n[1] C "
          "two.\n\n[2] D "
          "two.",
          {"1 | 3+1 | A one.", "2 | 4+1 | B one.", "1 | 7+1 | C two.", "2 | 8+1 | D two."},
          {"2: 1 at 2 covers [0, 2)", "2: 2 at 8 covers [5, 8)", "6: 1 at 2 covers [0, 2)",
           "6: 2 at 8 covers [5, 8)"}},
         {"notes of all chapters at the end",
          "One\n\nA.[1] B.[2] A.[1]\n\nTwo\n\nC.[1]\n\nThree\n\nD.[1] E.[2]\n\nNotes to "
          "One\n\n1 A one.\n\n2 B one.\n\nNotes to Two\n\n1 C two.\n\nNotes to Three\n\n1 D "
          "three.\n\n2 E three.",
          {"1 | 8+1 | A one.", "2 | 9+1 | B one.", "1 | 11+1 | C two.", "1 | 13+1 | D three.",
           "2 | 14+1 | E three."},
          {"2: 1 at 2 covers [0, 2)", "2: 2 at 8 covers [5, 8)", "2: 1 at 14 covers [11, 14)",
           "4: 1 at 2 covers [0, 2)", "6: 1 at 2 covers [0, 2)", "6: 2 at 8 covers [5, 8)"}},
         {"notes at the foot of pages, one named again on the next",
          "A.[1] B.[2]\n\n1 First.\n\n2 Second.\n\nC.[3] D.[1]\n\n3 Third.",
          {"1 | 2+1 | First.", "2 | 3+1 | Second.", "3 | 5+1 | Third."},
          {"1: 1 at 2 covers [0, 2)", "1: 2 at 8 covers [5, 8)", "4: 3 at 2 covers [0, 2)",
           "4: 1 at 8 covers [5, 8)"}}});
}

TEST_CASE("definitions of Markdown") {
  check(
      "page.md",
      {{"anywhere, by name and number, of several lines and paragraphs",
        "# T\n\nOne.[^icbl] Two.[^2]\n\n[^icbl]: A letter\n  of the ICBL.\n\n    Its second "
        "paragraph.\n\nThree.[^icbl] Four.[^none]\n\n[^2]: Another.\n[^3]: Unmarked.\n\nFive.[^2]",
        {"icbl | 3+2 | A letter\n  of the ICBL.\n\nIts second paragraph.", "2 | 6+1 | Another.",
         "3 | 7+1 | Unmarked."},
        {"2: icbl at 4 covers [0, 4)", "2: 2 at 16 covers [11, 16)", "5: icbl at 6 covers [0, 6)",
         "8: 2 at 5 covers [0, 5)"}}});
}

TEST_CASE("marks count wherever text stands") {
  const Document document = document_of(
      "page.txt", "A title\nLabel |\nValue[1] |\nUse[2]\nA sentence.[3]\n[1] A.\n[2] B.\n[3] C.");
  CHECK(outline(document, 12) ==
        Lines{"title |  | 0 | A title", "row |  | 0 | Label |\nValu", "heading |  | 0 | Use[2]",
              "paragraph | Use[2] | 1 | A sentence.[", "note |  | 0 | [1] A.",
              "note |  | 0 | [2] B.", "note |  | 0 | [3] C."});
  CHECK(marks_of(document).size() == 3);
  CHECK(document.passages[2].silent == std::vector<Range>{{3, 6}});
}

TEST_CASE("what has no partner is reported") {
  const Recognition all =
      recognise(read("page.txt", "One.[1] Two.[2] Three.[4]\n[1] A.\n[2] B.\n[3] C."));
  CHECK(all.warnings == Lines{"unpaired_marks: note marks without a note",
                              "unpaired_notes: notes without a mark in the text"});
}

TEST_CASE("text behind the notes is of no section, and of no note") {
  const Document document =
      document_of("page.txt", "A title\nUse\nA sentence.[1]\n[1] A note.\nBack to the top of it.");
  CHECK(outline(document) == Lines{"title |  | 0 | A title", "heading |  | 0 | Use",
                                   "paragraph | Use | 1 | A sentence.[1]",
                                   "note |  | 0 | [1] A note.",
                                   "paragraph |  | 1 | Back to the top of it."});
}
