// What a page is taken for: the profile that the product was commissioned with, and three of our
// own that look different.
#include <catch2/catch.hpp>

#include "tests/indexer/read_text.h"

using namespace pincite;
using Lines = std::vector<std::string>;

namespace {

Document document_at(const std::filesystem::path& path) {
  return recognise(read(path)).documents.at(0);
}

}  // namespace

TEST_CASE("the profile of Azerbaijan, in full") {
  const auto path = shared("seed/azerbaijan-mine-ban-policy-2011.txt");
  if (!std::filesystem::exists(path)) {
    WARN("skipped: there is no " << path);
    return;
  }
  const Document document = document_at(path);
  CHECK(
      outline(document, 26) ==
      Lines{
          "title |  | 0 | Azerbaijan",
          "title |  | 0 | Mine Ban Policy",
          "heading |  | 0 | Mine ban policy overview",
          "row | Mine ban policy overview | 0 | Mine Ban Treaty status |\nN",
          "row | Mine ban policy overview | 0 | Pro-mine ban UNGA voting r",
          "row | Mine ban policy overview | 0 | Participation in Mine Ban ",
          "heading |  | 0 | Policy",
          "paragraph | Policy | 1 | The Republic of Azerbaijan",
          "paragraph | Policy | 2 | Still, Azerbaijan has demo",
          "paragraph | Policy | 3 | Azerbaijan is not party to",
          "heading |  | 0 | Production, transfer, stoc",
          "paragraph | Production, transfer, stockpiling, and use | 1 | Azerbaijan has stated on s",
          "paragraph | Production, transfer, stockpiling, and use | 2 | In early 2011, Azerbaijani",
          "paragraph | Production, transfer, stockpiling, and use | 3 | Additionally, in 2010, a c",
          "paragraph | Production, transfer, stockpiling, and use | 4 | Officials have stated that",
          "note |  | 0 | [1] Mine Ban Treaty volunt",
          "note |  | 0 | [2] Statement of Azerbaija",
          "note |  | 0 | [3] See, for example, volu",
          "note |  | 0 | [4] “Azerbaijan Defense ",
          "note |  | 0 | [5] Response to ICBL lette",
          "note |  | 0 | [6] Interview with Nazim I",
          "note |  | 0 | [7] See Landmine Monitor R"});
  CHECK(document.passages[3].text == "Mine Ban Treaty status |\nNot a State Party |");
  CHECK(marks_of(document) == Lines{"8: 1 at 561 covers [0, 561)", "8: 2 at 910 covers [564, 910)",
                                    "12: 3 at 98 covers [0, 98)", "13: 4 at 332 covers [0, 332)",
                                    "14: 5 at 355 covers [0, 355)",
                                    "14: 6 at 500 covers [358, 500)",
                                    "15: 7 at 261 covers [0, 261)"});
  CHECK(notes_of(document, 24) ==
        Lines{"1 | 16+1 | Mine Ban Treaty voluntar", "2 | 17+1 | Statement of Azerbaijan,",
              "3 | 18+1 | See, for example, volunt", "4 | 19+1 | “Azerbaijan Defense In",
              "5 | 20+1 | Response to ICBL letter ", "6 | 21+1 | Interview with Nazim Ism",
              "7 | 22+1 | See Landmine Monitor Rep"});
  CHECK(document.passages[13].silent == std::vector<Range>{{360, 363}, {505, 508}});
  CHECK(document.passages[19].silent.empty());
  CHECK(document.sha256.size() == 64);
}

TEST_CASE("a profile without a header table, an excerpt with loosely written marks") {
  const Document document = document_at(profile("palau.txt"));
  CHECK(outline(document, 30) ==
        Lines{"title |  | 0 | Palau", "title |  | 0 | Mine Ban Policy",
              "paragraph |  | 1 | Last Updated: 3 October 2012",
              "heading |  | 0 | Commitment to the treaty",
              "paragraph | Commitment to the treaty | 1 | Palau acceded to the Mine Ban ",
              "paragraph | Commitment to the treaty | 2 | Nothing on these pages says th",
              "heading |  | 0 | National implementation",
              "paragraph | National implementation | 1 | A bill was drafted in 2009.[ 1",
              "heading |  | 0 | Retention and training",
              "paragraph | Retention and training | 1 | Palau keeps no mines for train",
              "note |  | 0 | [11 ] Depositary notification,",
              "note |  | 0 | [12 ] Palau, initial Article 7", "note |  | 0 | [ 13] Ibid., Form D.",
              "note |  | 0 | [14 ]Email from the office of ",
              "note |  | 0 | [15 ] Interview with the draft",
              "note |  | 0 | [16 ] Article 7 Report, Form D"});
  CHECK(marks_of(document) == Lines{"5: 11 at 107 covers [0, 107)",
                                    "5: 12 at 202 covers [112, 202)",
                                    "5: 13 at 207 covers [112, 202)", "8: 14 at 27 covers [0, 27)",
                                    "8: 15 at 91 covers [32, 91)", "10: 16 at 34 covers [0, 34)",
                                    "10: 12 at 63 covers [39, 63)"});
  CHECK(notes_of(document, 18) ==
        Lines{"11 | 11+1 | Depositary notific", "12 | 12+1 | Palau, initial Art",
              "13 | 13+1 | Ibid., Form D.", "14 | 14+1 | Email from the off",
              "15 | 15+1 | Interview with the", "16 | 16+1 | Article 7 Report, "});
}

TEST_CASE("a profile of wrapped lines whose notes run on in mid-line") {
  const Document document = document_at(profile("oman.txt"));
  CHECK(outline(document, 30) ==
        Lines{"title |  | 0 | Oman: Mine Ban Policy", "heading |  | 0 | Summary",
              "row | Summary | 0 | Mine Ban Treaty status | State",
              "row | Summary | 0 | Third Review Conference of the",
              "row | Summary | 0 | Meetings | Attended the Third ",
              "row | Summary | 0 | Before that | Did not attend t",
              "heading |  | 0 | How Oman came to the treaty",
              "paragraph | How Oman came to the treaty | 1 | Oman deposited its instrument ",
              "paragraph | How Oman came to the treaty | 2 | A second paragraph begins here",
              "heading |  | 0 | What is not known",
              "paragraph | What is not known | 1 | How many mines were left in th",
              "note |  | 0 | [1] Letter from an invented of",
              "note |  | 0 | [2] Fax to the editors of this",
              "note |  | 0 | [3]\nA note that cites APLC/MSP",
              "note |  | 0 | [4] Landmine Monitor Report 20"});
  CHECK(document.passages[8].text.find("anti-\npersonnel") != std::string::npos);
  CHECK(document.passages[8].text.find("APLC/MSP.14/2015/\n11") != std::string::npos);
  CHECK(marks_of(document) == Lines{"8: 1 at 111 covers [0, 111)", "8: 2 at 198 covers [114, 198)",
                                    "9: 3 at 215 covers [0, 215)", "11: 4 at 84 covers [0, 84)"});
  CHECK(notes_of(document, 200) ==
        Lines{"1 | 12+1 | Letter from an invented officer of the Ministry of Foreign Affairs,\n"
              "Muscat, 21 August 2014, p.\n640.",
              "2 | 13+1 | Fax to the editors of this page from nobody, 3 March 2015.",
              "3 | 14+1 | A note that cites APLC/MSP.14/2015/11, p. 12, and that then mentions "
              "the\nyear\n[1980] in brackets.",
              "4 | 15+1 | Landmine Monitor Report 2006, p. 1."});
}

TEST_CASE("a profile in Markdown, with headings of two levels, lists and a table") {
  const Document document = document_at(profile("monaco.md"));
  CHECK(outline(document, 34) ==
        Lines{"title |  | 0 | Monaco", "paragraph |  | 1 | Monaco signed the Mine Ban Treaty ",
              "heading |  | 0 | From signature to force",
              "paragraph | From signature to force | 1 | Monaco ratified on 17 November 199",
              "list_item | From signature to force | 2 | 1. the instrument is deposited,[^3",
              "list_item | From signature to force | 3 | 2. six months pass.",
              "heading | From signature to force | 0 | Doubts",
              "paragraph | From signature to force / Doubts | 1 | None were raised.[^2]",
              "heading |  | 0 | Later notes",
              "list_item | Later notes | 1 | - A list item that\n  runs over two",
              "list_item | Later notes | 2 | - (b) and another one [^9]",
              "row | Later notes | 0 | | Question | Answer |\n|----------|",
              "row | Later notes | 0 | | Mines kept | none |",
              "note |  | 0 | [^1]: List of signatories, 4 Decem",
              "note |  | 0 | [^2]: Depositary notification, 17 ",
              "note |  | 0 | It was read twice.",
              "note |  | 0 | [^3]: A second look at the list."});
  CHECK(marks_of(document) == Lines{"2: 1 at 53 covers [0, 53)", "4: 2 at 35 covers [0, 35)",
                                    "5: 3 at 31 covers [0, 31)", "8: 2 at 17 covers [0, 17)",
                                    "11: - at 22 covers [0, 22)"});
  CHECK(notes_of(document, 80) ==
        Lines{"1 | 14+1 | List of signatories, 4 December 1997.",
              "2 | 15+2 | Depositary notification, 17 November 1998.\n\nIt was read twice.",
              "3 | 17+1 | A second look at the list."});
  CHECK(document.passages[4].locator.paragraph_label == "1.");
}

TEST_CASE("headings of plain text") {
  struct Row {
    const char* text;
    Lines headings;
  };
  const std::vector<Row> rows = {
      {"A title\nUse\nA sentence about use.\nTransfer\nA sentence about it.", {"Use", "Transfer"}},
      {"A title\n\nUse\n\nA sentence about use,\non two lines.", {"Use"}},
      {"A title\nPart one\nUse of mines\nA sentence.", {"Part one", "Use of mines"}},
      // what ends like a sentence, is a date or an address, or has nothing below it is none
      {"A title\nUse.\nA sentence.", {}},
      {"A title\nWhat it says:\nA sentence.", {}},
      {"A title\nA sentence.\n29 November 2010\nA sentence.", {}},
      {"A title\nA sentence.\nMinistry\nA street\nA town\nA sentence.", {}},
      {"A title\nA sentence.\nThe end", {}},
      {"A title\nA sentence.\nlower case\nA sentence.", {}},
      // a short line above a long one, which no blank line sets off
      {"A title\n\nUse of mines\nThere is a long line under it that could have gone on "
       "above.\n\nEnd.",
       {"Use of mines"}},
  };
  for (const Row& row : rows) {
    const Document document = document_of("page.txt", row.text);
    Lines headings;
    for (const Passage& passage : document.passages) {
      if (passage.kind == PassageKind::heading) headings.push_back(passage.text);
    }
    INFO(row.text);
    CHECK(headings == row.headings);
  }
}

TEST_CASE("records keep short lines as paragraphs, and count by what has words") {
  const Document document = document_of(
      "records.jsonl",
      R"({"title": "A cable", "text": "TOP SECRET\n\n12. Glad of it.\n\n(a) Yes.\n\n_\n\nHOOD"})");
  CHECK(outline(document) == Lines{"title |  | 0 | A cable", "paragraph |  | 1 | TOP SECRET",
                                   "paragraph |  | 2 | 12. Glad of it.",
                                   "list_item |  | 3 | (a) Yes.", "paragraph |  | 0 | _",
                                   "paragraph |  | 4 | HOOD"});
  CHECK(document.passages[2].locator.paragraph_label == "12.");
  CHECK(document.passages[3].locator.paragraph_label == "(a)");
}

TEST_CASE("printed labels") {
  struct Row {
    const char* text;
    const char* label;
  };
  const std::vector<Row> rows = {
      {"12. Requests", "12."}, {"(a) Yes", "(a)"},      {"(iv) Yes", "(iv)"},
      {"b) Yes", "b)"},        {"3) Yes", "3)"},        {"Article 5 says", ""},
      {"5.7 per cent", ""},    {"1945. Then", "1945."}, {"a. Yes", ""},
      {"ibid) yes", ""},       {"(hello) yes", ""},     {"12.", ""}};
  for (const Row& row : rows) {
    const Document document =
        document_of("r.jsonl", std::string(R"({"text": ")") + row.text + R"("})");
    INFO(row.text);
    CHECK(document.passages[0].locator.paragraph_label == row.label);
  }
}

TEST_CASE("rows of tables") {
  struct Row {
    const char* text;
    Lines rows;
  };
  const std::vector<Row> rows = {
      {"A title\nOverview\nA |\nB |\nC |\nD |\nText.", {"A |\nB |", "C |\nD |"}},
      {"A title\nOverview\nA | B |\n| C | D |\nText.", {"A | B |", "| C | D |"}},
      {"A title\n\nOverview\nA |\nB |\n\nText.", {"A |\nB |"}},
      {"A title\n\nOverview\n\nA |\n\nA value that is so long that it had to be wrapped before "
       "its\n"
       "end |\n\nText.",
       {"A |\n\nA value that is so long that it had to be wrapped before its\nend |"}},
      {"A title\nOverview\nA |\nText.", {"A |"}},
  };
  for (const Row& row : rows) {
    const Document document = document_of("page.txt", row.text);
    Lines found;
    for (const Passage& passage : document.passages) {
      if (passage.kind == PassageKind::row) found.push_back(passage.text);
    }
    INFO(row.text);
    CHECK(found == row.rows);
    CHECK(document.passages[1].text == "Overview");
  }
}

TEST_CASE("navigation is no text") {
  const Document document =
      document_of("page.txt", "Oman\nTable of Contents\nA sentence.\n<PERU | SAINT LUCIA>\n");
  CHECK(outline(document) == Lines{"title |  | 0 | Oman", "paragraph |  | 1 | A sentence."});
}
