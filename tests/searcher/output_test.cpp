#include "searcher/output/output.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/searcher/invented_document.h"

using namespace pincite;

namespace {

using Json = nlohmann::ordered_json;

/// Colours as tags, so that a golden text can be read.
std::string tagged(std::string text) {
  const std::pair<std::string, std::string> tags[] = {
      {"\x1b[0m", "</>"},        {"\x1b[1m", "<bold>"},  {"\x1b[2m", "<dim>"},
      {"\x1b[1;31m", "<match>"}, {"\x1b[35m", "<name>"},
  };
  for (const auto& [sequence, tag] : tags) {
    for (std::size_t at = text.find(sequence); at != std::string::npos; at = text.find(sequence)) {
      text.replace(at, sequence.size(), tag);
    }
  }
  return text;
}

std::string found_text(const Answer& answer, const TextStyle& style) {
  std::ostringstream out;
  write_text(out, answer, style);
  return tagged(out.str());
}

std::string shown_text(const Document& document, std::uint32_t only, const TextStyle& style) {
  std::ostringstream out;
  write_document_text(out, document, only, style);
  return tagged(out.str());
}

Json found_json(const Answer& answer) {
  std::ostringstream out;
  write_json(out, answer);
  return Json::parse(out.str());
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an answer for people, plain and unwrapped") {
  CHECK(found_text(invented_answer(), {false, 0}) == R"(3 documents, showing 2

2. Ruritania: Border Survey
   Ruritania · November 2010 · Country profile · Tenth Meeting of the States Parties, Mine Ban Treaty
   ruritania/survey-2010.txt

   Stockpiles · paragraph 1 · passage 4
     The “old depôt” was emptied in 2009.[1] No register of it was kept, the ministry said.[2] Nothing more is known.[9]
     match: “old depôt” (typographic)
     note 1: Letter from the Ministry of Works, 3 May 2009.
     also in this passage: note 2
     cite: Strelsau Observer, “Ruritania: Border Survey”, November 2010, “Stockpiles”, 1st paragraph, note 1.

   … and 2 more passages in this document

state: Ruritania (2), none (1)
)");
}

TEST_CASE("an answer for people, in colour and wrapped") {
  CHECK(found_text(invented_answer(), {true, 40}) == R"(<dim>3 documents, showing 2</>

<dim>2. </><bold>Ruritania: Border Survey</>
   Ruritania · November 2010 · Country
     profile · Tenth Meeting of the
     States Parties, Mine Ban Treaty
   <name>ruritania/survey-2010.txt</>

   <bold>Stockpiles · paragraph 1</><dim> · passage 4</>
     The “<match>old depôt</>” was emptied in
     2009.[1] No register of it was
     kept, the ministry said.[2] Nothing
     more is known.[9]
     <dim>match: typographic</>
     <dim>note 1: </>Letter from the Ministry of
       Works, 3 May 2009.
     <dim>also in this passage: note 2</>
     <dim>cite: </>Strelsau Observer,
       “Ruritania: Border Survey”,
       November 2010, “Stockpiles”, 1st
       paragraph, note 1.

   <dim>… and 2 more passages in this</>
   <dim>document</>

<bold>state:</> Ruritania<dim> (2)</>, none<dim> (1)</>
)");
}

TEST_CASE("colour and width are independent") {
  CHECK(holds(found_text(invented_answer(), {true, 0}),
              "<match>old depôt</>” was emptied in 2009.[1] No"));
  CHECK(holds(found_text(invented_answer(), {false, 40}),
              "The “old depôt” was emptied in\n     2009.[1]"));
}

TEST_CASE("how many documents there are") {
  Answer answer = invented_answer();
  const auto header = [&answer] {
    const std::string text = found_text(answer, {});
    return text.substr(0, text.find('\n'));
  };
  answer.total = 1;
  CHECK(header() == "1 document");
  answer.total = 30;
  answer.exact = false;
  CHECK(header() == "about 30 documents, showing 2");
  answer.hits.push_back(answer.hits.front());
  answer.hits.back().rank = 3;
  CHECK(header() == "about 30 documents, showing 2–3");
  answer.total = 0;
  answer.hits.clear();
  CHECK(found_text(answer, {}).empty());
}

TEST_CASE("a long passage is shown around what matched, and whole in JSON") {
  Answer answer = invented_answer();
  DocumentHit& hit = answer.hits.front();
  std::string filler;
  for (int i = 0; i < 1000; ++i) filler += "filler ";
  std::string& text = hit.document.passages[3].text;
  text = filler + "old depôt " + filler;
  hit.passages.front().highlights = {range_of(text, "old depôt")};
  hit.passages.front().sources.clear();
  const std::string shown = found_text(answer, {});
  CHECK(holds(shown, "     […] filler "));
  CHECK(holds(shown, "filler old depôt filler"));
  CHECK(holds(shown, " filler […]\n"));
  CHECK(shown.size() < 2000);
  CHECK(found_json(answer)["hits"][0]["passages"][0]["text"] == text);
}

TEST_CASE("a match in a note says whose note it is") {
  Answer answer = invented_answer();
  DocumentHit& hit = answer.hits.front();
  hit.passages = {{7,
                   {range_of(hit.document.passages[7].text, "Interview")},
                   MatchClass::exact,
                   {},
                   {},
                   cite(hit.document, 7, {})}};
  CHECK(holds(found_text(answer, {}),
              "   note 2 of passage 4 · passage 8\n"
              "     [2] Interview, Strelsau, 1 June 2009.\n"
              "     match: “Interview” (exact)\n"
              "     cite: "));
  const Json passage = found_json(answer)["hits"][0]["passages"][0];
  CHECK(passage["kind"] == "note");
  CHECK(passage["of"] == 4);
  CHECK(passage["notes"].empty());
  hit.passages.front().passage = 8;
  CHECK(found_json(answer)["hits"][0]["passages"][0]["of"].is_null());
}

TEST_CASE("what matched is named once, and not without end") {
  Answer answer = invented_answer();
  DocumentHit& hit = answer.hits.front();
  std::string& text = hit.document.passages[3].text;
  text = "a b c d e f g h i j a";
  std::vector<Range> each;
  for (std::uint32_t i = 0; i < text.size(); i += 2) each.push_back({i, i + 1});
  hit.passages.front() = {3, {each[0], each[1], each[10]}, MatchClass::words, {}, {}, {}};
  CHECK(holds(found_text(answer, {}), "match: “a”, “b” (words)\n"));
  hit.passages.front().highlights = each;
  CHECK(holds(found_text(answer, {}), "“g”, “h”, … (words)\n"));
}

TEST_CASE("a document for people, plain") {
  CHECK(shown_text(invented_document(), kNone, {false, 0}) == R"(Ruritania: Border Survey
Ruritania · November 2010 · Country profile · Tenth Meeting of the States Parties, Mine Ban Treaty
ruritania/survey-2010.txt

title: Ruritania: Border Survey
state: Ruritania  (header, line 1)
type: country_profile Country profile
meeting: MBT-10MSP Tenth Meeting of the States Parties, Mine Ban Treaty
date: 2010-11 November 2010  (sidecar, survey-2010.txt.json)
publisher: Strelsau Observer
shelf: {"row": 7}  (sidecar)
source: papers/ruritania/survey-2010.txt
sha256: 0000000000000000000000000000000000000000000000000000000000000000

1  Ruritania: Border Survey

2  Treaty status | Not a State Party |

3  Stockpiles

4  The “old depôt” was emptied in 2009.[1] No register of it was kept, the ministry said.[2] Nothing more is known.[9]

5  Use

6  None is reported.

Notes

7  note 1: Letter from the Ministry of Works, 3 May 2009.  (of passage 4)
8  note 2: Interview, Strelsau, 1 June 2009.  (of passage 4)
9  note 4: See above.

Unpaired

  mark [9] of passage 4 has no note
  note 4 has no mark
)");
}

TEST_CASE("one passage of a document for people, in colour and wrapped") {
  CHECK(shown_text(invented_document(), 3, {true, 40}) == R"(<bold>Ruritania: Border Survey</>
Ruritania · November 2010 · Country
  profile · Tenth Meeting of the States
  Parties, Mine Ban Treaty
<name>ruritania/survey-2010.txt</>

<bold>Stockpiles · paragraph 1</><dim> · passage 4</>
  The “old depôt” was emptied in
  2009.[1] No register of it was kept,
  the ministry said.[2] Nothing more is
  known.[9]
  <dim>note 1: </>Letter from the Ministry of
    Works, 3 May 2009.
  <dim>note 2: </>Interview, Strelsau, 1 June
    2009.
  <dim>cite: </>Strelsau Observer, “Ruritania:
    Border Survey”, November 2010,
    “Stockpiles”, 1st paragraph.
)");
}
