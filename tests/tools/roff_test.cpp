#include "tools/roff.h"

#include <catch2/catch.hpp>

using pincite::roff;
using pincite::roff_usage;
using pincite::RoffPage;

TEST_CASE("text becomes roff that prints the same characters") {
  struct Row {
    const char* text;
    const char* roff;
  };
  const Row rows[] = {
      {"", ""},
      {"plain words", "plain words"},
      {"--format", "\\-\\-format"},
      {".jsonl files", "\\&.jsonl files"},
      {"a .jsonl file", "a .jsonl file"},
      {"'quoted' first", "\\(aqquoted\\(aq first"},
      {"say \"mines\"", "say \\(dqmines\\(dq"},
      {"C:\\new", "C:\\enew"},
      {"`none` ~ ^", "\\(ganone\\(ga \\(ti \\(ha"},
      {"Côte “d”", "C\\[u00F4]te \\[u201C]d\\[u201D]"},
      {"𝄞", "\\[u1D11E]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(roff(row.text) == row.roff);
  }
}

TEST_CASE("what stands for something else in a usage line is in italics") {
  CHECK(roff_usage("[OPTIONS] PATH...") == "[\\fIOPTIONS\\fR] \\fIPATH\\fR\\&.\\&.\\&.");
  CHECK(roff_usage("DOCUMENT-ID") == "\\fIDOCUMENT\\-ID\\fR");
  CHECK(roff_usage("states|types [WORD]") == "states|types [\\fIWORD\\fR]");
}

TEST_CASE("a page has its head, sections and entries") {
  RoffPage page("PINCITE", "2012-11-29", "Pincite 1.0");
  page.section("OPTIONS");
  page.entry("head", "what it is");
  CHECK(page.finished().find(".TH PINCITE 1 \"2012\\-11\\-29\" \"Pincite 1.0\" \"Pincite\"\n"
                             ".SH OPTIONS\n.TP\nhead\nwhat it is\n") != std::string::npos);
}
