// Dates as documents write them, with the names of months in the languages of months.h.
//
//   29 November 2010   December 2010   November 29, 2010   12–14 February 2018
//   28 November - 2 December 2011   November–December 2010   June 2000–November 2008   2010-11-29
//   1 February 2001 to 31 December 2003   18 and 19 May 2003   30/10/2003 (day first)   20001128
//   5 de mayo de 2003   1er août 1999
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/period.h"

namespace pincite {

struct FoundDate {
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  Period period;
};

/// Dates in the text, in order. A year alone is none; nor are days that do not exist.
std::vector<FoundDate> find_dates(std::string_view text);

/// The date that is all of the text, white space aside: one of the forms above, or a year.
std::optional<Period> read_date(std::string_view text);

bool starts_with_month(std::string_view text);

}  // namespace pincite
