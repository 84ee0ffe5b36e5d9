#include "corpus/period.h"

#include <catch2/catch.hpp>

// Catch would take it for a range, since it has a begin() and an end().
template <>
struct Catch::StringMaker<pincite::Period> {
  static std::string convert(const pincite::Period& period) { return period.iso(); }
};

using pincite::CalendarDate;
using pincite::Period;

namespace {

Period period(const char* text) {
  CAPTURE(text);
  const auto parsed = Period::parse(text);
  REQUIRE(parsed);
  return *parsed;
}

}  // namespace

TEST_CASE("a period that is read covers these days and prints as it was written") {
  struct Row {
    const char* text;
    int first;
    int last;
    const char* words;
  };
  const Row rows[] = {
      {"2010-11-29", 20101129, 20101129, "29 November 2010"},
      {"2010-12-03", 20101203, 20101203, "3 December 2010"},
      {"2010-11", 20101101, 20101130, "November 2010"},
      {"2010-12", 20101201, 20101231, "December 2010"},
      {"2010", 20100101, 20101231, "2010"},
      {"2010-02", 20100201, 20100228, "February 2010"},
      {"2012-02", 20120201, 20120229, "February 2012"},
      {"2000-02", 20000201, 20000229, "February 2000"},
      {"1900-02", 19000201, 19000228, "February 1900"},
      {"2012-02-29", 20120229, 20120229, "29 February 2012"},
      {"2000-02-29", 20000229, 20000229, "29 February 2000"},
      {"1997-04-30", 19970430, 19970430, "30 April 1997"},
      {"2000-06/2008-11", 20000601, 20081130, "June 2000–November 2008"},
      {"2005/2010", 20050101, 20101231, "2005–2010"},
      {"2010-11-29/2010-12-03", 20101129, 20101203, "29 November 2010–3 December 2010"},
      {"2010-11-29/2010-11", 20101129, 20101130, "29 November 2010–November 2010"},
      {"2011/2012-02", 20110101, 20120229, "2011–February 2012"},
      {"0001", 10101, 11231, "1"},
      {"9999-12-31", 99991231, 99991231, "31 December 9999"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Period read = period(row.text);
    CHECK(read.first_day() == row.first);
    CHECK(read.last_day() == row.last);
    CHECK(read.iso() == row.text);
    CHECK(read.in_words() == row.words);
    CHECK(Period::parse(read.iso()) == read);
  }
}

TEST_CASE("what is no date is not read as one") {
  const char* rows[] = {
      "",
      " ",
      "10",
      "201",
      "20100",
      "0000",
      "0000-01",
      "2010-",
      "2010-0",
      "2010-00",
      "2010-13",
      "2010-1",
      "2010-011",
      "2010-11-",
      "2010-11-0",
      "2010-11-00",
      "2010-11-31",
      "2010-02-29",
      "2010-02-30",
      "1900-02-29",
      "2010-04-31",
      "2010-12-32",
      "2010-11-1",
      "2010-11-291",
      "2010/11",
      "2010.11.29",
      "20101129",
      "2010-1129",
      "201011-29",
      "29-11-2010",
      "-010",
      "+010",
      " 2010",
      "2010 ",
      "2010-+1",
      "２０１０",
      "2010-11 29",
      "2010/",
      "/2010",
      "/",
      "2010/2009",
      "2010-11/2010-10",
      "2010/2011/",
      "2005//2010",
      "2005/2010/1",
      "2005-2010",
      "2010-11-29/2010-11-28",
      "2010\n",
      "year 2010",
  };
  for (const char* text : rows) {
    CAPTURE(text);
    CHECK_FALSE(Period::parse(text));
  }
  CHECK_FALSE(Period::parse({"2010\0", 5}));
}

TEST_CASE("an interval whose ends are one date is that date") {
  CHECK(period("2010-11/2010-11") == period("2010-11"));
  CHECK(period("2010-11/2010-11").iso() == "2010-11");
  CHECK(period("2010-11").is_single());
  CHECK_FALSE(period("2010-11/2010-12").is_single());
  CHECK_FALSE(period("2010-11-01/2010-11-30") == period("2010-11"));
}

TEST_CASE("an end keeps its own precision") {
  const Period mixed = period("2010/2011-06-05");
  CHECK(mixed.begin() == CalendarDate{2010, 0, 0});
  CHECK(mixed.end() == CalendarDate{2011, 6, 5});
  CHECK(mixed.first_year() == 2010);
  CHECK(mixed.last_year() == 2011);
}

TEST_CASE("periods overlap where they share a day") {
  struct Row {
    const char* one;
    const char* other;
    bool overlap;
  };
  const Row rows[] = {
      {"2010", "2010-11-29", true},
      {"2010", "2010", true},
      {"2010-11", "2010-11-30", true},
      {"2010-11", "2010-11-01", true},
      {"2010-11", "2010-12-01", false},
      {"2010-11", "2010-10-31", false},
      {"2010", "2011", false},
      {"2012-02", "2012-02-29", true},
      {"2000-06/2008-11", "2008-11-30", true},
      {"2000-06/2008-11", "2008-12", false},
      {"2000-06/2008-11", "2000-05-31", false},
      {"2000-06/2008-11", "2003", true},
      {"2000-06/2008-11", "1999/2010", true},
      {"2000-06/2008-11", "2008/2010", true},
      {"2005/2006", "2006/2007", true},
      {"2005/2006", "2007/2008", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.one, row.other);
    CHECK(period(row.one).overlaps(period(row.other)) == row.overlap);
    CHECK(period(row.other).overlaps(period(row.one)) == row.overlap);
  }
}
