#include "corpus/period.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace pincite {
namespace {

constexpr std::array<const char*, 13> kMonths = {
    "",     "January", "February",  "March",   "April",    "May",     "June",
    "July", "August",  "September", "October", "November", "December"};

int days_in_month(int year, int month) {
  constexpr std::array<int, 13> kDays = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month)];
}

std::optional<int> digits(std::string_view text, std::size_t count) {
  if (text.size() != count) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// YYYY, YYYY-MM or YYYY-MM-DD.
std::optional<CalendarDate> parse_date(std::string_view text) {
  CalendarDate date;
  const auto year = digits(text.substr(0, 4), 4);
  if (!year || *year == 0) return std::nullopt;
  date.year = *year;
  if (text.size() == 4) return date;
  if (text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto month = digits(text.substr(5, 2), 2);
  if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
  date.month = *month;
  if (text.size() == 7) return date;
  const auto day = digits(text.substr(8, 2), 2);
  if (text[7] != '-' || !day || *day < 1) return std::nullopt;
  if (*day > days_in_month(date.year, date.month)) return std::nullopt;
  date.day = *day;
  return date;
}

int number(int year, int month, int day) { return year * 10000 + month * 100 + day; }

std::string iso_of(const CalendarDate& date) {
  std::array<char, 32> buffer{};
  if (date.month == 0) {
    std::snprintf(buffer.data(), buffer.size(), "%04d", date.year);
  } else if (date.day == 0) {
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", date.year, date.month);
  } else {
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  }
  return buffer.data();
}

std::string words_of(const CalendarDate& date) {
  std::string words = std::to_string(date.year);
  if (date.month != 0) {
    words = std::string(kMonths[static_cast<std::size_t>(date.month)]) + " " + words;
  }
  if (date.day != 0) words = std::to_string(date.day) + " " + words;
  return words;
}

}  // namespace

std::optional<Period> Period::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto begin = parse_date(text.substr(0, slash));
  if (!begin) return std::nullopt;
  if (slash == std::string_view::npos) return Period(*begin);
  const auto end = parse_date(text.substr(slash + 1));
  if (!end) return std::nullopt;
  const Period period(*begin, *end);
  if (period.first_day() > period.last_day()) return std::nullopt;
  return period;
}

int Period::first_day() const {
  return number(begin_.year, begin_.month == 0 ? 1 : begin_.month,
                begin_.day == 0 ? 1 : begin_.day);
}

int Period::last_day() const {
  const int month = end_.month == 0 ? 12 : end_.month;
  return number(end_.year, month, end_.day == 0 ? days_in_month(end_.year, month) : end_.day);
}

bool Period::overlaps(const Period& other) const {
  return first_day() <= other.last_day() && other.first_day() <= last_day();
}

std::string Period::iso() const {
  return is_single() ? iso_of(begin_) : iso_of(begin_) + "/" + iso_of(end_);
}

std::string Period::in_words() const {
  return is_single() ? words_of(begin_) : words_of(begin_) + "–" + words_of(end_);
}

}  // namespace pincite
