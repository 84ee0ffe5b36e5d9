#include "searcher/verify/quotation_reader.h"

#include <catch2/catch.hpp>
#include <string>

using namespace pincite;

namespace {

/// `text|claimed` of each quotation, with `/` between.
std::string told(const std::string& text, InputForm form = InputForm::automatic) {
  std::string all;
  for (const ReadQuotation& quotation : read_quotations(text, form).quotations) {
    all += (all.empty() ? "" : "/") + quotation.text;
    if (!quotation.claimed.empty()) all += "|" + quotation.claimed;
  }
  return all;
}

struct Row {
  std::string input;
  std::string told;
};

void check(std::initializer_list<Row> rows, InputForm form = InputForm::automatic) {
  for (const Row& row : rows) {
    CAPTURE(row.input);
    CHECK(told(row.input, form) == row.told);
  }
}

}  // namespace

TEST_CASE("each line of a list is a quotation") {
  check({
      {"", ""},
      {" \n\r\n", ""},
      {"We clear mines.\nThey sow none.", "We clear mines./They sow none."},
      {"We clear mines.\r\nThey sow none.\r\n", "We clear mines./They sow none."},
      {"“We clear mines.”\n«Nous déminons.»\n\"They sow\"\n「我们」",
       "We clear mines./Nous déminons./They sow/我们"},
      {"1. “We clear mines.”\n- “They sow none.”", "We clear mines./They sow none."},
      {"“He said “never” again.”", "He said “never” again."},
      {"\"never closed\nand another line", "\"never closed/and another line"},
      {"We heard of a “ceasefire” in May.\nThey sow none.\nWe clear mines.",
       "We heard of a “ceasefire” in May./They sow none./We clear mines."},
  });
}

TEST_CASE("the source claimed stands behind a quotation") {
  check({
      {"“We clear.” (Peru, 2010)", "We clear.|Peru, 2010"},
      {"“We clear” [Peru, 2010].", "We clear|Peru, 2010"},
      {"“We clear” — Peru, 2010.", "We clear|Peru, 2010"},
      {"“We clear” – Peru", "We clear|Peru"},
      {"“We clear” - Peru", "We clear|Peru"},
      {"“We clear” -- Peru", "We clear|Peru"},
      {"“We clear”\n— Peru, 2010", "We clear|Peru, 2010"},
      {"We clear (Peru, 2010)", "We clear|Peru, 2010"},
      {"We clear. — Peru (in Lima), 2010", "We clear.|Peru (in Lima), 2010"},
      {"“We clear” (Peru (in Lima), 2010)", "We clear|Peru (in Lima), 2010"},
      {"“We clear”[5]\n\n[5] Statement of Peru, 2010.", "We clear|Statement of Peru, 2010."},
      {"“We clear”[^peru]\n\n[^peru]: Statement of Peru.", "We clear|Statement of Peru."},
      {"“We clear”⁵\n“They sow”⁶\n⁵ Peru\n⁶ Chile", "We clear|Peru/They sow|Chile"},
      {"“We clear”5\n\n5. Statement of Peru", "We clear|Statement of Peru"},
      {"“We clear”(5)\n\nNote 5: Statement of Peru", "We clear|Statement of Peru"},
      {"“We clear”[7]\n\n[5] Statement of Peru.", "We clear/[5] Statement of Peru."},
      {"We clear[5]\n\n[5] Peru", "We clear|Peru"},
  });
}

TEST_CASE("every quoted span of a running text is a quotation") {
  check({
      {"He said that “we clear mines” and left.", "we clear mines"},
      {"He said \"we clear\" and \"they sow\" (Peru, 2010).",
       "we clear|Peru, 2010/they sow|Peru, 2010"},
      {"He said “we clear” (Peru) and “they sow” (Chile) there.", "we clear|Peru/they sow|Chile"},
      {"Peru said „wir räumen“ and «nous déminons», 5\" deep.", "wir räumen/nous déminons"},
      {"It said “we “never” clear” today.", "we “never” clear"},
      {"It said “we clear” of mines.[1] Then “they sow” came.[2]\n\n[1] Peru\n[2] Chile",
       "we clear|Peru/they sow|Chile"},
      {"They wrote: “We clear mines.\n\n“We sow none.” So it was.",
       "We clear mines.\n\nWe sow none."},
      {"They wrote: \"We clear mines.\n\n\"We sow none.\" So it was.",
       "We clear mines.\n\nWe sow none."},
      {"They wrote: « Nous déminons.\n\n» Nous semons.» Voilà.", "Nous déminons.\n\n Nous semons."},
      {"The ministry called the line in its own report an “accidental\ntechnical error” and no "
       "more "
       "was said of the matter in that long\nyear.",
       "accidental\ntechnical error"},
      {"It is “never closed.\n\nBut “this” is.", "this"},
  });
  CHECK(read_quotations("It is “never closed.\n\nBut “this” is.").notices.size() == 1);
}

TEST_CASE("how the input is read can be told") {
  const std::string text = "He said “we clear mines” and left.";
  CHECK(told(text, InputForm::list) == text);
  CHECK(told("“We clear.”\nThey sow.", InputForm::running_text) == "We clear.");
}

TEST_CASE("hostile input is read in proportion to its length") {
  const auto repeated = [](const std::string& part) {
    std::string all;
    while (all.size() < 500'000) all += part;
    return all;
  };
  for (const char* part : {"“", "\"a ", "“a” ", "a”", "([", "“a”[5] ", "[5] a\n", "“a”(", "\n“",
                           ". . .", "“a\n\n", "”5\n5 a\n", "a (b", " — ", "⁵"}) {
    CAPTURE(part);
    for (const InputForm form : {InputForm::automatic, InputForm::list, InputForm::running_text}) {
      CHECK(read_quotations(repeated(part), form).quotations.size() <= 500'000);
    }
  }
}
