#include "corpus/dates.h"

#include <catch2/catch.hpp>
#include <string>

using namespace pincite;

namespace {

std::string found(std::string_view text) {
  std::string dates;
  for (const FoundDate& date : find_dates(text)) {
    dates += (dates.empty() ? "" : " ") + date.period.iso();
  }
  return dates;
}

}  // namespace

TEST_CASE("dates in every form that documents write") {
  const struct {
    const char* text;
    const char* dates;
  } kRows[] = {
      {"29 November 2010", "2010-11-29"},
      {"November 29, 2010", "2010-11-29"},
      {"29th of November, 2010", "2010-11-29"},
      {"Sept. 5, 1999 and Dec. 1999", "1999-09-05 1999-12"},
      {"12–14 February 2018", "2018-02-12/2018-02-14"},
      {"from 26-28 March 2003", "2003-03-26/2003-03-28"},
      {"March 22-31, 2000", "2000-03-22/2000-03-31"},
      {"28 November - 2 December 2011", "2011-11-28/2011-12-02"},
      {"28 December 2010 to 3 January 2011", "2010-12-28/2011-01-03"},
      {"November–December 2010", "2010-11/2010-12"},
      {"June 2000–November 2008", "2000-06/2008-11"},
      {"1 February 2001 to 31 December 2003", "2001-02-01/2003-12-31"},
      {"18 and 19 May 2003", "2003-05-18/2003-05-19"},
      {"18 May 2003 and 19 May 2003", "2003-05-18 2003-05-19"},
      {"29 November 2010 – Geneva", "2010-11-29"},
      {"30/10/2003", "2003-10-30"},
      {"10/30/2003", "2003-10-30"},
      {"30.10.2003", "2003-10-30"},
      {"20001128", "2000-11-28"},
      {"2010-11-29", "2010-11-29"},
      {"30 aout 1999, 1er août 1999", "1999-08-30 1999-08-01"},
      {"3 de diciembre de 2009", "2009-12-03"},
      {"5 мая 2003 года", "2003-05-05"},
      {"3. März 2003 und 5 Mai 2003", "2003-03-03 2003-05-05"},
  };
  for (const auto& row : kRows) {
    CAPTURE(row.text);
    CHECK(found(row.text) == row.dates);
  }
}

TEST_CASE("what is no date") {
  for (const char* text : {"31 February 2003", "May 5", "in March", "2010", "A/RES/54/54", "1/2/3",
                           "99999999", "12.5.2", "paragraph 5 of 2003", "32/13/2003", "may be"}) {
    CAPTURE(text);
    CHECK(found(text).empty());
  }
}
