#include "corpus/vocabulary_table.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "corpus/error.h"
#include "corpus/text.h"

namespace pincite {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::vector<std::string> list(std::string_view cell) {
  std::vector<std::string> values;
  if (cell.empty()) return values;
  for (const std::string_view value : split(cell, '|')) values.emplace_back(value);
  return values;
}

/// A row being read: an entry, and what the indexes alone need.
struct Row {
  Entry entry;
  std::vector<std::string> unlike;
  std::string_view start;
  std::string_view end;
};

void read_cell(std::string_view column, std::string_view cell, Row& row) {
  if (cell.empty()) return;
  if (column == "id") {
    row.entry.id = cell;
  } else if (column == "label") {
    row.entry.label = cell;
  } else if (column == "parent" || column == "treaty") {
    row.entry.parent = cell;
  } else if (column == "names") {
    row.entry.names = list(cell);
  } else if (column == "codes") {
    row.entry.codes = list(cell);
  } else if (column == "demonyms") {
    row.entry.demonyms = list(cell);
  } else if (column == "unlike") {
    row.unlike = list(cell);
  } else if (column == "start" || column == "adopted") {
    row.start = cell;
  } else if (column == "end") {
    row.end = cell;
  } else {
    row.entry.more.emplace(column, cell);
  }
}

std::optional<Period> period_of(const Row& row) {
  if (row.start.empty() || row.end.empty() || row.start == row.end) {
    return Period::parse(row.start);
  }
  return Period::parse(std::string(row.start) + "/" + std::string(row.end));
}

Row read_row(const std::vector<std::string_view>& columns, std::string_view line,
             const std::string& where) {
  const std::vector<std::string_view> cells = split(line, '\t');
  if (cells.size() != columns.size()) {
    throw Error(where, "has " + std::to_string(cells.size()) + " columns, the header " +
                           std::to_string(columns.size()));
  }
  Row row;
  for (std::size_t i = 0; i < cells.size(); ++i) read_cell(columns[i], cells[i], row);
  if (row.entry.id.empty() || row.entry.label.empty()) throw Error(where, "lacks its id or label");
  row.entry.names.insert(row.entry.names.begin(), row.entry.label);
  row.entry.period = period_of(row);
  if (!row.start.empty() && !row.entry.period) throw Error(where, "has a date that does not exist");
  return row;
}

/// Whether a key is too short to be taken for a name in running text: `us`, `u k`, `кно`. Words of
/// ideographs are short and are names all the same.
bool is_short(std::string_view key) {
  constexpr std::int32_t kFirstIdeograph = 0x2E80;
  std::size_t letters = 0;
  std::size_t at = 0;
  while (at < key.size()) {
    const std::int32_t c = next_code_point(key, at);
    if (c >= kFirstIdeograph) return false;
    if (c != ' ') ++letters;
  }
  return letters <= 3;
}

}  // namespace

VocabularyTable::VocabularyTable(std::string_view name, std::string_view text) {
  const std::string file = "vocabulary/" + std::string(name) + ".tsv";
  if (text.ends_with('\n')) text.remove_suffix(1);
  const std::vector<std::string_view> lines = split(text, '\n');
  const std::vector<std::string_view> columns = split(lines.front(), '\t');
  entries_.reserve(lines.size());
  for (std::size_t i = 1; i < lines.size(); ++i) {
    Row row = read_row(columns, lines[i], file + " line " + std::to_string(i + 1));
    entries_.push_back(std::move(row.entry));
    add_names(static_cast<std::uint32_t>(entries_.size() - 1), row.unlike);
  }
  spelled_.sort();
  known_.sort();
  demonyms_.sort();
  by_id_.resize(entries_.size());
  std::iota(by_id_.begin(), by_id_.end(), 0U);
  std::ranges::sort(by_id_, {},
                    [this](std::uint32_t i) { return std::string_view(entries_[i].id); });
  const auto twice = std::ranges::adjacent_find(
      by_id_, {}, [this](std::uint32_t i) { return std::string_view(entries_[i].id); });
  if (twice != by_id_.end()) throw Error(file, "has the id " + entries_[*twice].id + " twice");
}

void VocabularyTable::add_names(std::uint32_t entry, const std::vector<std::string>& unlike) {
  const Entry& added = entries_[entry];
  for (const std::string& name : added.names) {
    std::string key = lookup_key(name);
    if (!is_short(key)) spelled_.add_key(key, entry);
    known_.add_key(std::move(key), entry);
  }
  known_.add(added.id, entry);
  if (const auto iso2 = added.more.find("iso2"); iso2 != added.more.end()) {
    known_.add(iso2->second, entry);
  }
  for (const std::string& code : added.codes) known_.add(code, entry);
  for (const std::string& demonym : added.demonyms) demonyms_.add(demonym, entry);
  for (const std::string& name : unlike) spelled_.add(name, kNoEntry);
}

const Entry* VocabularyTable::find(std::string_view id) const {
  const auto at = std::ranges::lower_bound(
      by_id_, id, {}, [this](std::uint32_t i) { return std::string_view(entries_[i].id); });
  return at != by_id_.end() && entries_[*at].id == id ? &entries_[*at] : nullptr;
}

}  // namespace pincite
