#include <algorithm>
#include <array>
#include <ostream>

#include "corpus/text.h"
#include "corpus/vocabulary.h"
#include "searcher/output/status.h"
#include "searcher/output/wrap.h"

namespace pincite {
namespace {

constexpr std::size_t kMostMissing = 6;   // runs of years shown for a state
constexpr std::size_t kMostSkipped = 50;  // lines
constexpr std::uint64_t kLongestBar = 40;

/// Rows set in columns: numbers to the right, words to the left.
class Columns {
 public:
  using Row = std::array<std::string, 4>;  // words, number, words, words

  void add(Row row) { rows_.push_back(std::move(row)); }

  void write(std::ostream& out) const {
    std::array<std::size_t, 4> widths{};
    for (const Row& row : rows_) {
      for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns(row[i]));
    }
    for (const Row& row : rows_) {
      std::string line = "  " + row[0] + spaces(widths[0], row[0]) + "  " +
                         spaces(widths[1], row[1]) + row[1] + "  " + row[2] +
                         spaces(widths[2], row[2]) + "  " + row[3];
      line.erase(line.find_last_not_of(' ') + 1);
      out << line << '\n';
    }
  }

 private:
  static std::string spaces(std::size_t width, const std::string& cell) {
    std::string blank;
    blank.resize(width - columns(cell), ' ');
    return blank;
  }

  std::vector<Row> rows_;
};

std::string run(int first, int last) {
  return std::to_string(first) + (first == last ? "" : "–" + std::to_string(last));
}

std::string first_and_last(const std::map<int, std::uint64_t>& years) {
  return years.empty() ? std::string() : run(years.begin()->first, years.rbegin()->first);
}

std::string missing(const std::map<int, std::uint64_t>& years) {
  const auto runs = missing_years(years);
  std::string told;
  int total = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    total += runs[i].second - runs[i].first + 1;
    if (i < kMostMissing) told += (i == 0 ? "" : ", ") + run(runs[i].first, runs[i].second);
  }
  return runs.size() <= kMostMissing ? told : told + ", … (" + std::to_string(total) + " years)";
}

void write_values(std::ostream& out, const char* heading, const ValueCounts& counts,
                  std::optional<Table> table) {
  if (counts.empty()) return;
  std::vector<std::pair<std::string, std::uint64_t>> sorted(counts.begin(), counts.end());
  std::ranges::stable_sort(sorted, std::greater(), [](const auto& count) { return count.second; });
  out << heading << ':';
  for (const auto& [value, count] : sorted) {
    const std::string label = table ? Vocabulary::built_in().label(*table, value) : value;
    out << (value == sorted.front().first ? " " : "; ") << (value.empty() ? "none" : visible(label))
        << ' ' << count;
  }
  out << '\n';
}

void write_states(std::ostream& out, const Coverage& coverage) {
  if (coverage.states.empty()) return;
  std::vector<std::pair<std::string, const StateCoverage*>> sorted;
  for (const auto& [state, covered] : coverage.states) {
    if (state.empty()) continue;
    sorted.emplace_back(visible(Vocabulary::built_in().label(Table::states, state)), &covered);
  }
  std::ranges::sort(sorted, {}, [](const auto& row) { return name_key(row.first); });
  const auto stateless = coverage.states.find("");
  if (stateless != coverage.states.end()) sorted.emplace_back("none", &stateless->second);
  Columns table;
  table.add({"state", "documents", "years", "years between without any"});
  for (const auto& [name, covered] : sorted) {
    std::string gaps = missing(covered->years);
    if (covered->undated > 0) {
      gaps += (gaps.empty() ? "" : "; ") + std::to_string(covered->undated) + " undated";
    }
    table.add({name, std::to_string(covered->documents), first_and_last(covered->years), gaps});
  }
  out << "\ndocuments by state (those of several in each; --format json has each state's years):\n";
  table.write(out);
}

std::string bar(std::uint64_t count, std::uint64_t most) {
  std::string drawn;
  for (std::uint64_t i = 0; i < (count * kLongestBar + most - 1) / most; ++i) drawn += "█";
  return drawn;
}

void write_years(std::ostream& out, const Coverage& coverage) {
  if (coverage.years.empty() && coverage.undated == 0) return;
  std::uint64_t most = std::max<std::uint64_t>(coverage.undated, 1);
  for (const auto& [year, count] : coverage.years) most = std::max(most, count);
  Columns table;
  for (const auto& [year, count] : coverage.years) {
    table.add({std::to_string(year), std::to_string(count), bar(count, most), ""});
  }
  if (coverage.undated > 0) {
    table.add({"none", std::to_string(coverage.undated), bar(coverage.undated, most), ""});
  }
  out << "\ndocuments by year (those of several in each):\n";
  table.write(out);
}

void write_skipped(std::ostream& out, const std::vector<Skipped>& skipped) {
  if (skipped.empty()) {
    out << "\nnothing that was given is left out of the index\n";
    return;
  }
  out << "\nnot in the index, " << skipped.size()
      << (skipped.size() == 1 ? " file or record" : " files or records") << ":\n";
  for (std::size_t i = 0; i < std::min(skipped.size(), kMostSkipped); ++i) {
    out << "  " << visible(skipped[i].path);
    if (skipped[i].line != 0) out << ':' << skipped[i].line;
    out << ": " << visible(skipped[i].reason) << '\n';
  }
  if (skipped.size() > kMostSkipped) {
    out << "  … and " << skipped.size() - kMostSkipped << " more; --format json lists all\n";
  }
}

}  // namespace

void write_status_text(std::ostream& out, const Status& status) {
  out << visible(status.index) << ", revision " << status.revision << '\n'
      << status.totals.documents << " documents, " << status.totals.passages << " passages, "
      << status.totals.notes << " notes, " << status.terms << " terms, " << status.totals.bytes
      << " bytes of text\n";
  write_values(out, "languages", status.coverage.languages, std::nullopt);
  write_values(out, "types", status.coverage.types, Table::types);
  write_states(out, status.coverage);
  write_years(out, status.coverage);
  write_skipped(out, status.skipped);
}

}  // namespace pincite
