#include "searcher/coverage.h"

#include <algorithm>
#include <charconv>

#include "index/schema.h"

namespace pincite {
namespace {

using Joined = std::pair<std::string, std::string>;  // the slots of state and year

/// How many entries have the same two values; few do not share theirs.
std::map<Joined, std::uint64_t> joined_counts(const Xapian::Database& database) {
  std::map<Joined, std::uint64_t> counts;
  std::uint64_t seen = 0;
  const Xapian::valueno states = number(Slot::state);
  const Xapian::valueno years = number(Slot::year);
  auto state = database.valuestream_begin(states);
  auto year = database.valuestream_begin(years);
  const auto no_state = database.valuestream_end(states);
  const auto no_year = database.valuestream_end(years);
  while (state != no_state || year != no_year) {
    const bool has_state =
        state != no_state && (year == no_year || state.get_docid() <= year.get_docid());
    const bool has_year =
        year != no_year && (state == no_state || year.get_docid() <= state.get_docid());
    ++counts[{has_state ? *state : std::string(), has_year ? *year : std::string()}];
    ++seen;
    if (has_state) ++state;
    if (has_year) ++year;
  }
  const std::uint64_t neither = database.get_doccount() - seen;
  if (neither > 0) counts[{}] += neither;
  return counts;
}

std::vector<int> years_in(const std::string& joined) {
  std::vector<int> years;
  for (const std::string& value : split_values(joined)) {
    int year = 0;
    std::from_chars(value.data(), value.data() + value.size(), year);
    years.push_back(year);
  }
  return years;
}

void add(StateCoverage& coverage, const std::vector<int>& years, std::uint64_t documents) {
  coverage.documents += documents;
  if (years.empty()) coverage.undated += documents;
  for (const int year : years) coverage.years[year] += documents;
}

ValueCounts counts_of(const Xapian::Database& database, Slot slot) {
  ValueCounts joined;
  std::uint64_t without = database.get_doccount();
  const auto end = database.valuestream_end(number(slot));
  for (auto i = database.valuestream_begin(number(slot)); i != end; ++i) {
    ++joined[*i];
    --without;
  }
  ValueCounts counts;
  for (const auto& [values, documents] : joined) {
    for (const std::string& value : split_values(values)) counts[value] += documents;
  }
  if (without > 0) counts[{}] = without;
  return counts;
}

}  // namespace

Coverage coverage_of(const IndexReader& index) {
  Coverage coverage;
  for (const auto& [joined, documents] : joined_counts(index.database())) {
    const std::vector<int> years = years_in(joined.second);
    std::vector<std::string> states = split_values(joined.first);
    if (states.empty()) states.emplace_back();
    for (const std::string& state : states) add(coverage.states[state], years, documents);
    for (const int year : years) coverage.years[year] += documents;
    if (years.empty()) coverage.undated += documents;
  }
  coverage.types = counts_of(index.database(), Slot::type);
  coverage.languages = counts_of(index.database(), Slot::language);
  return coverage;
}

std::vector<std::pair<int, int>> missing_years(const std::map<int, std::uint64_t>& years) {
  std::vector<std::pair<int, int>> missing;
  if (years.empty()) return missing;
  int next = years.begin()->first;
  for (const auto& [year, documents] : years) {
    if (year > next) missing.emplace_back(next, year - 1);
    next = year + 1;
  }
  return missing;
}

}  // namespace pincite
