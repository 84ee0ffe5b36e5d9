#include "tools/completion_words.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "corpus/vocabulary.h"

using namespace pincite;

namespace {

ExpectedArguments expected_of(const char* usage) {
  return expected_arguments({"name", "", usage, "", {}, nullptr});
}

bool has(const std::vector<std::string>& words, const char* word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

TEST_CASE("arguments are read from the usage line") {
  struct Row {
    const char* usage;
    Place place;
    const char* name;
    bool repeats;
  };
  const Row rows[] = {
      {"[OPTIONS]", Place::anything, "", false},
      {"[OPTIONS] PATH...", Place::files, "PATH", true},
      {"[OPTIONS] [PATH...]", Place::files, "PATH", true},
      {"[OPTIONS] [FILE|-]", Place::files, "FILE", false},
      {"[OPTIONS] [QUERY...]", Place::anything, "QUERY", true},
      {"[OPTIONS] DOCUMENT-ID", Place::anything, "DOCUMENT-ID", false},
      {"[OPTIONS] one|two [WORD]", Place::words, "NAME", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.usage);
    const ExpectedArguments expected = expected_of(row.usage);
    CHECK(expected.first.place == row.place);
    CHECK(expected.first.name == row.name);
    CHECK(expected.repeats == row.repeats);
  }
  CHECK(expected_of("[OPTIONS] one|two [WORD]").first.words ==
        std::vector<std::string>{"one", "two"});
}

TEST_CASE("an option's value is one of its choices, an id, a file or a folder") {
  CHECK(expected_value({"format", 0, "FORMAT", "", false, "text|json"}).words ==
        std::vector<std::string>{"text", "json"});
  CHECK(expected_value({"index", 'i', "DIR", ""}).place == Place::folders);
  CHECK(expected_value({"manifest", 0, "FILE", ""}).place == Place::files);
  CHECK(expected_value({"limit", 'n', "N", ""}).place == Place::anything);
  CHECK(has(expected_value({"state", 0, "STATE", ""}).words, "AZE"));
  CHECK(has(expected_value({"cites-type", 0, "TYPE", ""}).words, "report"));
  CHECK(has(expected_value({"facets", 0, "LIST", ""}).words, "year"));
}

TEST_CASE("the usage of vocabulary names every table and no other") {
  const std::vector<std::string> words =
      expected_arguments(*find_command("vocabulary")).first.words;
  CHECK(words.size() == 5);
  for (const std::string& word : words) CHECK(table_named(word));
}

TEST_CASE("the values of a choice are told by the help and held to") {
  constexpr OptionSpec kOptions[] = {{"format", 0, "FORMAT", "", false, "text|json|csv"}};
  CHECK(help_of(kOptions[0]) == "text, json or csv (default: text)");
  CHECK(parse_arguments("x", kOptions, {}).choice("format") == "text");
  CHECK(parse_arguments("x", kOptions, {"--format", "csv"}).choice("format") == "csv");
  CHECK_THROWS(parse_arguments("x", kOptions, {"--format", "xml"}).choice("format"));
}
