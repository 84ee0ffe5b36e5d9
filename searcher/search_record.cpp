#include "searcher/search_record.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include "corpus/text.h"

#ifndef PINCITE_VERSION
#error "PINCITE_VERSION is set by the build"
#endif

namespace pincite {
namespace {

/// https://reproducible-builds.org/specs/source-date-epoch
std::time_t now() {
  const char* told = std::getenv("SOURCE_DATE_EPOCH");
  const std::string_view digits = told == nullptr ? "" : told;
  constexpr std::int64_t kLastOfYear9999 = 253402300799;
  std::int64_t seconds = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  const bool whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
  if (whole && seconds >= 0 && seconds <= kLastOfYear9999) return seconds;
  return std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
}

std::string date_and_time(std::time_t seconds) {
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

/// YYYYMMDD as ISO 8601; empty where the range is open there.
std::string day(int number) {
  if (number <= 0 || number >= 99999999) return {};
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", number / 10000, number / 100 % 100,
                number % 100);
  return text.data();
}

std::string bound(const std::string& option, const std::string& typed, bool first) {
  const DayRange days = parse_days(option, typed);
  return day(first ? days.first : days.last);
}

std::string or_all(std::size_t number) { return number == 0 ? "all" : std::to_string(number); }

}  // namespace

const char* to_string(SearchRequest::Sort sort) {
  switch (sort) {
    case SearchRequest::Sort::relevance:
      return "relevance";
    case SearchRequest::Sort::date:
      return "date";
    case SearchRequest::Sort::date_descending:
      return "-date";
  }
  return "";
}

std::vector<std::string> values_in_words(const Condition& filter) {
  if (filter.days) return {day(filter.days->first) + ".." + day(filter.days->last)};
  std::vector<std::string> told;
  for (const std::string& value : filter.values) told.push_back(value.empty() ? "none" : value);
  return told;
}

SearchRecord record_of(const SearchRequest& request, const std::vector<Condition>& filters) {
  SearchRecord record;
  record.date = date_and_time(now());
  record.program = "pincite " PINCITE_VERSION;
  for (const Condition& filter : filters) {
    record.filters.emplace_back(filter.field->word, values_in_words(filter));
  }
  if (!request.from.empty()) {
    record.filters.push_back({"from", {bound("--from", request.from, true)}});
  }
  if (!request.to.empty()) record.filters.push_back({"to", {bound("--to", request.to, false)}});
  record.all = request.all;
  record.limit = request.limit;
  record.offset = request.offset;
  record.passages = request.passages;
  return record;
}

std::string filters_in_words(const SearchRecord& record) {
  std::string words;
  for (const auto& [field, values] : record.filters) {
    words += (words.empty() ? "" : "; ") + field + ": ";
    for (const std::string& value : values)
      words += (&value == &values.front() ? "" : ", ") + value;
  }
  return words;
}

std::string limits_in_words(const SearchRecord& record) {
  return std::string(record.all ? "every word required; " : "") + "sort: " + record.sort +
         "; documents: " + or_all(record.limit) +
         (record.offset == 0 ? std::string() : " from " + std::to_string(record.offset + 1)) +
         "; passages: " + or_all(record.passages);
}

std::string short_query(const std::string& query) {
  constexpr std::size_t kMost = 2000;
  std::size_t at = 0;
  for (std::size_t i = 0; i < kMost && at < query.size(); ++i) next_code_point(query, at);
  return at == query.size() ? query : query.substr(0, at) + "…";
}

std::string in_words(const AnswerHead& head) {
  const SearchRecord& record = head.record;
  if (record.date.empty()) return {};
  std::string words = "Search of " + record.date + ": " + short_query(head.query);
  if (head.parsed != head.query) words += " (understood as " + short_query(head.parsed) + ")";
  if (!record.filters.empty()) words += "; " + filters_in_words(record);
  words += "; " + limits_in_words(record);
  words += ". Found: " + std::string(head.exact ? "" : "about ") + std::to_string(head.total) +
           " of " + std::to_string(record.documents) + " documents";
  return words + ". Index: " + record.index + ", revision " + head.revision + "; " +
         record.program + ".";
}

}  // namespace pincite
