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
