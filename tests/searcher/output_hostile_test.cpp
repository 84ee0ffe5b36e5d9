#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "corpus/text.h"
#include "searcher/output/output.h"
#include "tests/searcher/invented_document.h"

using namespace pincite;

namespace {

struct Row {
  std::string name;
  std::string text;
};

const std::vector<Row>& hostile_texts() {
  static const std::vector<Row> rows = {
      {"escape sequence", "a\x1b[2J\x1b]0;title\x07z"},
      {"one-byte CSI", "a\u009B31mz"},
      {"raw byte CSI",
       "a\x9B"
       "31mz"},
      {"carriage return", "good\rbad"},
      {"backspace and delete", "a\b\b\x7Fz"},
      {"nul", std::string("a\0z", 3)},
      {"right-to-left override", "a\u202Egpj.exe\u202Cz"},
      {"isolate", "a\u2066b\u2069z"},
      {"not UTF-8", "a\xC3(\xFF\xFEz"},
      {"a surrogate", "a\xED\xA0\x80z"},
      {"cut off", "z\xE2\x80"},
      {"markup", "</script><b onclick=\"x\">&amp;"},
      {"JSON", "\"},\"x\":[\\u202e"},
  };
  return rows;
}

/// The invented answer with `text` in every place that a document fills.
Answer poisoned(const std::string& text) {
  Answer answer = invented_answer();
  DocumentHit& hit = answer.hits.front();
  Document& document = hit.document;
  Metadata& metadata = document.metadata;
  document.id += text;
  document.source = document.sha256 = text;
  metadata.title = metadata.type = metadata.language = metadata.symbol = metadata.author = text;
  metadata.publisher = metadata.place = metadata.url = metadata.accessed = text;
  metadata.state = metadata.on_behalf_of = metadata.meeting = metadata.treaty = {text};
  metadata.fields[text] = text;
  metadata.provenance[text] = {Origin::sidecar, text};
  for (Passage& each : document.passages) {
    each.text += text;
    each.locator.page = each.locator.paragraph_label = text;
  }
  for (Note& note : document.notes) note.label = text;
  hit.passages = {depot_hit(document), {6, {}, {}, {}, {}, text}};
  answer.query = answer.parsed = text;
  answer.facets.front().second.front() = {text, text, 1};
  answer.notices = {{"code", text}};
  return answer;
}

bool is_unseen(std::int32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

/// Characters that must not reach a terminal, line feeds and our own colours aside.
std::size_t unseen(const std::string& output) {
  std::size_t count = 0;
  std::size_t at = 0;
  while (at < output.size()) {
    const std::int32_t c = next_code_point(output, at);
    if (c != '\n' && is_unseen(c)) ++count;
  }
  return count;
}

std::string without_colours(std::string text) {
  for (const char* ours : {"\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[35m"}) {
    for (std::size_t at = text.find(ours); at != std::string::npos; at = text.find(ours)) {
      text.erase(at, std::string(ours).size());
    }
  }
  return text;
}

template <typename Write>
std::string printed(Write write) {
  std::ostringstream out;
  write(out);
  return out.str();
}

}  // namespace

TEST_CASE("hostile text does not reach the terminal") {
  for (const Row& row : hostile_texts()) {
    const Answer answer = poisoned(row.text);
    const Document& document = answer.hits.front().document;
    for (const TextStyle style : {TextStyle{false, 0}, TextStyle{true, 0}, TextStyle{true, 40}}) {
      CAPTURE(row.name, style.colour, style.width);
      const std::string found = printed([&](std::ostream& out) { write_text(out, answer, style); });
      CHECK(unseen(without_colours(found)) == 0);
      const std::string shown =
          printed([&](std::ostream& out) { write_document_text(out, document, kNone, style); });
      CHECK(unseen(without_colours(shown)) == 0);
      const std::string one =
          printed([&](std::ostream& out) { write_document_text(out, document, 3, style); });
      CHECK(unseen(without_colours(one)) == 0);
    }
  }
}

TEST_CASE("hostile text is escaped in JSON, and comes back as it was") {
  for (const Row& row : hostile_texts()) {
    CAPTURE(row.name);
    const Answer answer = poisoned(row.text);
    const Document& document = answer.hits.front().document;
    const std::string found = printed([&](std::ostream& out) { write_json(out, answer); });
    const std::string shown =
        printed([&](std::ostream& out) { write_document_json(out, document, kNone); });
    CHECK(unseen(found) == 0);
    CHECK(unseen(shown) == 0);
    CHECK_FALSE(first_invalid_utf8(found));
    CHECK_FALSE(first_invalid_utf8(shown));
    const auto json = nlohmann::json::parse(found);
    CHECK(nlohmann::json::accept(shown));
    if (first_invalid_utf8(row.text)) continue;
    CHECK(json["query"] == row.text);
    CHECK(json["hits"][0]["document"]["title"] == row.text);
    CHECK(json["hits"][0]["passages"][0]["text"] == document.passages[3].text);
  }
}

TEST_CASE("hostile text is one cell, one line or one string of what is exported") {
  for (const Row& row : hostile_texts()) {
    CAPTURE(row.name);
    const Answer answer = poisoned(row.text);
    for (const auto& write : {write_csv, write_ris, write_bibtex, write_csl}) {
      const std::string exported = printed([&](std::ostream& out) { write(out, answer); });
      CHECK(unseen(exported) == 0);
      CHECK_FALSE(first_invalid_utf8(exported));
    }
    const std::string ris = printed([&](std::ostream& out) { write_ris(out, answer); });
    std::istringstream lines(ris);
    for (std::string line; std::getline(lines, line);) {
      CHECK((line.empty() || line.substr(2, 4) == "  - "));
    }
    const std::string bibtex = printed([&](std::ostream& out) { write_bibtex(out, answer); });
    CHECK(std::ranges::count(bibtex, '{') == std::ranges::count(bibtex, '}'));
    CHECK(nlohmann::json::parse(printed([&](std::ostream& out) {
            write_csl(out, answer);
          })).size() == 2);
  }
}

TEST_CASE("a field nested without end is kept as its text") {
  Answer answer = invented_answer();
  const std::string deep = std::string(100000, '[') + std::string(100000, ']');
  answer.hits.front().document.metadata.fields = {{"deep", deep}, {"flat", "[1, [2]]"}};
  const std::string found = printed([&](std::ostream& out) { write_json(out, answer); });
  const auto fields = nlohmann::json::parse(found)["hits"][0]["document"]["fields"];
  CHECK(fields["deep"] == deep);
  CHECK(fields["flat"] == nlohmann::json::parse("[1, [2]]"));
}
