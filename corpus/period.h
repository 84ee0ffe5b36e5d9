// A date as treaty documents give it: an interval with the precision of its two ends.
//
//   2010-11-29   2010-11   2010   2000-06/2008-11
//
// `2010-11` is all of November 2010. Dates match by overlap, ends included.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pincite {

/// A day, a month (day 0) or a year (month and day 0) of the Gregorian calendar.
struct CalendarDate {
  int year = 0;   // 1..9999
  int month = 0;  // 1..12, 0 where only the year is known
  int day = 0;    // 1..31, 0 where only the month is known

  bool operator==(const CalendarDate&) const = default;
};

class Period {
 public:
  /// The interval that one date covers.
  explicit Period(CalendarDate date) : begin_(date), end_(date) {}
  /// From the start of `begin` to the end of `end`. REQUIRES: begin does not start after end ends.
  Period(CalendarDate begin, CalendarDate end) : begin_(begin), end_(end) {}

  /// Reads the ISO 8601 forms above; nothing for other text, for dates that do not exist
  /// (2010-02-30) and for intervals that end before they begin.
  static std::optional<Period> parse(std::string_view text);

  const CalendarDate& begin() const { return begin_; }
  const CalendarDate& end() const { return end_; }
  bool is_single() const { return begin_ == end_; }

  /// First and last day covered, as the number YYYYMMDD, so that they order as dates do.
  int first_day() const;
  int last_day() const;
  int first_year() const { return begin_.year; }
  int last_year() const { return end_.year; }

  bool overlaps(const Period& other) const;

  /// The ISO form it would be read from.
  std::string iso() const;
  /// As a citation prints it: `29 November 2010`, `November 2010`, `2010`,
  /// `June 2000–November 2008`.
  std::string in_words() const;

  bool operator==(const Period&) const = default;

 private:
  CalendarDate begin_;
  CalendarDate end_;
};

}  // namespace pincite
