// libFuzzer target: whatever is typed is answered from a small index, or refused with a reason;
// the answer is valid JSON that shows what stands in the documents, it counts what it shows, and
// what was understood finds the same again.
//
// The first byte chooses how the answer is sorted and whether every word is required.
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "corpus/error.h"
#include "corpus/text.h"
#include "indexer/index_command.h"
#include "searcher/output/output.h"
#include "tests/fuzz/expect.h"
#include "tests/index/random_document.h"
#include "tests/searcher/collection.h"

namespace {

using namespace pincite;

void fill(Collection& collection) {
  std::ostringstream unread;
  IndexRequest samples;
  samples.index = collection.folder();
  samples.paths = {PINCITE_SOURCE_DIR "/corpus/samples/azerbaijan"};
  samples.jobs = 1;
  expect(index_command(samples, unread, unread) == 0, "the samples are indexed");
  RandomDocument random(20100721);
  for (int i = 0; i < 10; ++i) {
    Document document = random.make(12, 300);
    document.id += std::to_string(i);
    collection.add(std::move(document));
  }
  collection.add("hostile",
                 {"\x1b[2J\u202Emine\u2066 ban\r\b", "a A\u0301 \uFB01 \u00DF [1] x\u00B2",
                  "\"a\" OR (b AND NOT c)* =d state:e"});
}

const IndexReader& index() {
  static Collection collection;
  static const IndexReader reader = [] {
    fill(collection);
    return IndexReader(collection.folder());
  }();
  return reader;
}

SearchRequest request(std::uint8_t choice, std::string query) {
  SearchRequest made;
  made.query = std::move(query);
  made.all = (choice & 1U) != 0;
  made.limit = 0;
  made.facets = facet_fields();
  if ((choice & 2U) != 0) made.sort = SearchRequest::Sort::date;
  if ((choice & 4U) != 0) made.sort = SearchRequest::Sort::date_descending;
  return made;
}

bool is_boundary(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check_passage(const Document& document, const PassageHit& hit) {
  expect(hit.passage < document.passages.size(), "the passage is there");
  const std::string& text = document.passages[hit.passage].text;
  std::uint32_t end = 0;
  for (const Range& range : hit.highlights) {
    expect(range.begin >= end || range.end > end, "highlights ascend");
    expect(range.begin < range.end && range.end <= text.size(), "a highlight is within the text");
    expect(is_boundary(text, range.begin) && is_boundary(text, range.end),
           "a highlight cuts no character");
    end = range.end;
  }
  expect(hit.match.has_value() || hit.highlights.empty(), "what is marked is classed");
}

void check_answer(const Answer& answer) {
  expect(answer.hits.size() == answer.total, "the total counts what is shown");
  for (const DocumentHit& hit : answer.hits) {
    expect(hit.passages.size() <= 3, "no more passages than asked for");
    for (const PassageHit& passage : hit.passages) check_passage(hit.document, passage);
  }
  std::ostringstream json;
  write_json(json, answer);
  expect(nlohmann::json::accept(json.str()), "the answer is JSON");
  std::ostringstream text;
  write_text(text, answer, {});
  expect(!first_invalid_utf8(text.str()), "the text is UTF-8");
}

void check_reads_back(const Answer& answer, SearchRequest request) {
  const ParsedQuery parsed = parse_query(answer.parsed);
  expect(parsed.notices.empty(), "what was understood needs no notice");
  expect(to_string(parsed.root) == answer.parsed, "what was understood reads back");
  request.query = answer.parsed;
  request.limit = 1;
  const Answer again = search(index(), request);
  expect(again.total == answer.total, "what was understood finds as many");
  expect(again.parsed == answer.parsed, "what was understood is understood alike");
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
  search(index(), request(0, "state:Azerbaijan type:letter meeting:10MSP"));
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string query(data + 1, data + size);
  if (first_invalid_utf8(query)) return 0;
  const SearchRequest typed = request(data[0], query);
  try {
    const Answer answer = search(index(), typed);
    check_answer(answer);
    check_reads_back(answer, typed);
  } catch (const Error& error) {
    expect(!error.subject().empty() && !error.cause().empty(), "a refusal gives its reason");
  }
  return 0;
}
