// A small document of an invented country, for the tests of what is printed.
#pragma once

#include "corpus/citing.h"
#include "searcher/answer.h"

namespace pincite {

/// Bytes of `part` in `text`.
inline Range range_of(const std::string& text, const std::string& part) {
  const std::size_t begin = text.find(part);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + part.size())};
}

inline Passage passage(PassageKind kind, const std::string& text, std::uint32_t heading = kNone,
                       std::uint32_t paragraph = 0) {
  Passage made;
  made.kind = kind;
  made.text = text;
  made.locator.heading = heading;
  made.locator.paragraph = paragraph;
  return made;
}

/// Title, a header row, two sections, three notes. The mark [9] and the note 4 are unpaired.
inline Document invented_document() {
  Document document;
  document.id = "ruritania/survey-2010.txt";
  document.source = "papers/ruritania/survey-2010.txt";
  document.sha256 = std::string(64, '0');
  Metadata& metadata = document.metadata;
  metadata.title = "Ruritania: Border Survey";
  metadata.state = {"Ruritania"};
  metadata.date = Period::parse("2010-11");
  metadata.type = "country_profile";
  metadata.meeting = {"MBT-10MSP"};
  metadata.publisher = "Strelsau Observer";
  metadata.fields = {{"shelf", R"({"row": 7})"}};
  metadata.provenance = {{"state", {Origin::header, "line 1"}},
                         {"date", {Origin::sidecar, "survey-2010.txt.json"}},
                         {"shelf", {Origin::sidecar, ""}}};
  document.passages = {
      passage(PassageKind::title, "Ruritania: Border Survey"),
      passage(PassageKind::row, "Treaty status |\nNot a State Party |"),
      passage(PassageKind::heading, "Stockpiles"),
      passage(PassageKind::paragraph,
              "The “old depôt” was emptied in 2009.[1] No register\nof it was kept, the ministry "
              "said.[2] Nothing more is known.[9]",
              2, 1),
      passage(PassageKind::heading, "Use"),
      passage(PassageKind::paragraph, "None is reported.", 4, 1),
      passage(PassageKind::note, "[1] Letter from the Ministry of Works, 3 May 2009."),
      passage(PassageKind::note, "[2] Interview, Strelsau, 1 June 2009."),
      passage(PassageKind::note, "[4] See above."),
  };
  document.notes = {{"1", 6, 1, 4}, {"2", 7, 1, 4}, {"4", 8, 1, 4}};
  const std::string& text = document.passages[3].text;
  const Range first = range_of(text, "[1]");
  const Range second = range_of(text, "[2]");
  const Range third = range_of(text, "[9]");
  document.marks = {{0, 3, first, {0, first.begin}},
                    {1, 3, second, {first.end, second.begin}},
                    {kNone, 3, third, {second.end, third.begin}}};
  hash_passages(document);
  return document;
}

/// The phrase “old depot”, found in the 4th passage, whose source is note 1.
inline PassageHit depot_hit(const Document& document) {
  const std::uint32_t source[] = {0};
  return {3,
          {range_of(document.passages[3].text, "old depôt")},
          MatchClass::typographic,
          {0},
          {1},
          cite(document, 3, source)};
}

/// Three documents matched, of which the second is shown.
inline Answer invented_answer() {
  Answer answer;
  answer.query = "\"old depot\"";
  answer.parsed = "\"old depot\"";
  answer.total = 3;
  answer.all_words = 2;
  answer.revision = "000001.1-abcdef";
  answer.record = {"papers.index",
                   7,
                   "2012-11-29T08:30:00Z",
                   "pincite 0.1.0",
                   {{"state", {"Ruritania", "none"}}, {"date", {"2010-01-01.."}}},
                   true,
                   "relevance",
                   1,
                   1,
                   0};
  DocumentHit hit;
  hit.rank = 2;
  hit.score = 1.5;
  hit.document = invented_document();
  hit.matching_passages = 3;
  hit.passages = {depot_hit(hit.document)};
  answer.hits = {hit};
  answer.facets = {{"state", {{"Ruritania", "Ruritania", 2}, {std::nullopt, "", 1}}}, {"year", {}}};
  answer.notices = {{"phrase", "1 document holds the phrase"}};
  answer.elapsed_ms = 3.14159;
  return answer;
}

}  // namespace pincite
