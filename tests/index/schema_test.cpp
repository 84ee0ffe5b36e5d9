#include "index/schema.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>

using namespace pincite;
using namespace std::string_literals;

namespace {

using Values = std::vector<std::string>;

Values facet(const char* field, const Metadata& metadata) {
  return facet_values(*find_field(field), metadata);
}

/// Bytes a term takes in a key of Xapian's tables, where a zero byte takes two.
std::size_t stored_size(const std::string& term) {
  return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

}  // namespace

TEST_CASE("every field has a word, and a prefix and a slot of its own") {
  std::set<std::string> words;
  std::set<std::string> prefixes;
  std::set<Slot> slots;
  for (const FieldSpec& field : schema()) {
    CAPTURE(field.word);
    CHECK(words.insert(field.word).second);
    const std::string prefix = field.prefix;
    CHECK(prefix.empty() == (field.kind == FieldKind::period));
    if (!prefix.empty()) CHECK(prefixes.insert(prefix).second);
    const bool cited = field.kind == FieldKind::cited;  // all of these stand in one slot
    const bool own_slot = field.kind == FieldKind::facet || field.kind == FieldKind::period;
    CHECK(field.slot.has_value() == (own_slot || cited));
    CHECK(field.cited.has_value() == cited);
    if (own_slot) CHECK(slots.insert(*field.slot).second);
    if (cited) CHECK(field.slot == Slot::cited);
    CHECK(find_field(field.word) == &field);
  }
  CHECK(find_field("colour") == nullptr);
  CHECK(find_field("State") == nullptr);
  CHECK(find_field("") == nullptr);
}

TEST_CASE("a prefix is one capital, or begins with X and ends in its colon") {
  for (const FieldSpec& field : schema()) {
    const std::string prefix = field.prefix;
    CAPTURE(field.word, prefix);
    if (prefix.empty()) continue;
    CHECK((prefix.size() == 1 || (prefix.front() == 'X' && prefix.back() == ':')));
    CHECK((prefix.size() > 1 || prefix != "X"));
    for (const char c : prefix) CHECK(((c >= 'A' && c <= 'Z') || c == ':'));
  }
}

TEST_CASE("slots and prefixes stay what they are on disk") {
  const std::map<Slot, unsigned> slots = {
      {Slot::date_first, 0}, {Slot::date_last, 1}, {Slot::period_first, 2}, {Slot::period_last, 3},
      {Slot::state, 4},      {Slot::year, 5},      {Slot::type, 6},         {Slot::meeting, 7},
      {Slot::treaty, 8},     {Slot::language, 9},  {Slot::content, 10},     {Slot::source, 11},
      {Slot::sizes, 12},     {Slot::id, 13}};
  CHECK(slots.size() == 14);
  for (const auto& [slot, stored] : slots) CHECK(number(slot) == stored);
  CHECK(field_term(*find_field("state"), "AZE") == "XSTATE:AZE");
  CHECK(field_term(*find_field("title"), "mine") == "Smine");
  CHECK(field_term(*find_field("symbol"), "a/res") == "XSYMBOL:a/res");
  CHECK(id_term("a.txt") == "Qa.txt");
  CHECK(text_term("mine") == "mine");
  CHECK(day_value(20101129) == "20101129");
  CHECK(day_value(10101) == "00010101");
}

TEST_CASE("a term fits Xapian and differs where its value does") {
  Values values = {"", "x"};
  for (const std::size_t size : {1U, 50U, 99U, 100U, 101U, 102U, 244U, 245U, 300U, 4096U, 5000U}) {
    for (const char first : {'a', 'b'}) {
      std::string value(size, 'x');
      value.front() = first;
      values.push_back(value);
      if (size == 1) continue;
      value.back() = '\0';
      values.push_back(value);
      values.push_back(std::string(size - 1, '\0') + first);
    }
  }
  values.insert(values.end(), {"\0"s, "\0\0"s, "\0\0\0"s, "a\0b"s, "ab\0"s, "\0ab"s, "ab"});
  REQUIRE(std::set<std::string>(values.begin(), values.end()).size() == values.size());
  for (const FieldSpec& field : schema()) {
    CAPTURE(field.word);
    std::set<std::string> terms;
    for (const std::string& value : values) {
      const std::string term = field_term(field, value);
      CHECK(stored_size(term) <= 245);
      CHECK(term.starts_with(field.prefix));
      CHECK(terms.insert(term).second);
      CHECK(field_term(field, value) == term);
    }
  }
  for (const std::string& value : values) {
    CHECK(stored_size(id_term(value)) <= 245);
    CHECK(stored_size(text_term(value)) <= 245);
  }
}

TEST_CASE("short values stand in their term as they are") {
  CHECK(field_term(*find_field("state"), "Ruritania") == "XSTATE:Ruritania");
  CHECK(field_term(*find_field("state"), std::string(100, 'x')) ==
        "XSTATE:" + std::string(100, 'x'));
}

TEST_CASE("a facet counts each value that its filter finds") {
  Metadata metadata;
  metadata.state = {"NOR", "AZE"};
  metadata.on_behalf_of = {"EU", "AZE"};
  metadata.type = "response_letter";
  metadata.meeting = {"MBT-10MSP"};
  metadata.treaty = {"MBT", "CCM"};
  metadata.language = "en";
  metadata.date = Period::parse("2008-11/2010-01");
  CHECK(facet("state", metadata) == Values{"AZE", "EU", "NOR"});
  CHECK(facet("meeting", metadata) == Values{"MBT-10MSP"});
  CHECK(facet("treaty", metadata) == Values{"CCM", "MBT"});
  CHECK(facet("language", metadata) == Values{"en"});
  CHECK(facet("year", metadata) == Values{"2008", "2009", "2010"});
  const Values types = facet("type", metadata);
  CHECK(std::count(types.begin(), types.end(), "response_letter") == 1);
  CHECK(std::count(types.begin(), types.end(), "letter") == 1);
  CHECK(std::is_sorted(types.begin(), types.end()));
}

TEST_CASE("a type that the vocabulary lacks is counted as written") {
  Metadata metadata;
  metadata.type = "postcard";
  CHECK(facet("type", metadata) == Values{"postcard"});
}

TEST_CASE("the year is of the date, of the period only where there is no date") {
  Metadata metadata;
  metadata.period = Period::parse("2000-06/2002-01");
  CHECK(facet("year", metadata) == Values{"2000", "2001", "2002"});
  metadata.date = Period::parse("2009-04-30");
  CHECK(facet("year", metadata) == Values{"2009"});
}

TEST_CASE("a document without values has none, and what is no facet has none") {
  for (const FieldSpec& field : schema()) {
    CAPTURE(field.word);
    CHECK(facet_values(field, {}).empty());
  }
  Metadata metadata;
  metadata.title = "Title";
  metadata.symbol = "A/1";
  metadata.date = Period::parse("2010");
  for (const char* word : {"title", "symbol", "id", "date", "covers", "mentions"}) {
    CHECK(facet(word, metadata).empty());
  }
}

TEST_CASE("what a facet counts survives its slot") {
  Metadata metadata;
  metadata.state = {"",
                    "B\x1F"
                    "C",
                    "AZE", std::string(5000, 'x')};
  metadata.language = "";
  for (const char* word : {"state", "language"}) {
    const Values values = facet(word, metadata);
    CHECK(split_values(join_values(values)) == values);
  }
  CHECK(facet("state", metadata) == Values{"AZE", "B C", std::string(5000, 'x')});
}

TEST_CASE("values are joined and split again") {
  for (const Values& values :
       {Values{}, Values{"a"}, Values{"a", "b"}, Values{"a b", ";", "é", "c"}}) {
    CHECK(split_values(join_values(values)) == values);
  }
  CHECK(join_values(Values{"a", "b"}) ==
        "a\x1F"
        "b");
  CHECK(join_values(Values{}).empty());
}

TEST_CASE("a symbol is found by each of its leading parts") {
  CHECK(symbol_parts("APLC/MSP.10/2010/WP.1") ==
        Values{"aplc", "aplc/msp.10", "aplc/msp.10/2010", "aplc/msp.10/2010/wp.1"});
  CHECK(symbol_parts("A/RES/59/84") == Values{"a", "a/res", "a/res/59", "a/res/59/84"});
  CHECK(symbol_parts("  a/Res/59 ") == Values{"a", "a/res", "a/res/59"});
  CHECK(symbol_parts("APLC/MSP.10/") == Values{"aplc", "aplc/msp.10"});
  CHECK(symbol_parts("/APLC") == Values{"aplc"});
  CHECK(symbol_parts("A//B") == Values{"a", "a//b"});
  CHECK(symbol_parts("Ａ／ＲＥＳ／５９") == Values{"a", "a/res", "a/res/59"});
  CHECK(symbol_parts("Délib/7") == Values{"delib", "delib/7"});
  CHECK(symbol_parts("CCW/ GGE.1 /2017\u2011X") == Values{"ccw", "ccw/gge.1", "ccw/gge.1/2017-x"});
  CHECK(symbol_parts("Decision 10 / CP.3") == Values{"decision 10", "decision 10/cp.3"});
  CHECK(symbol_parts("S-20") == Values{"s-20"});
  CHECK(symbol_parts("").empty());
  CHECK(symbol_parts(" ").empty());
  CHECK(symbol_parts("/").empty());
}
