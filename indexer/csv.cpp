#include "indexer/csv.h"

#include <algorithm>

namespace pincite {
namespace {

constexpr std::string_view kLineEnds = "\r\n";

/// The first row's characters that stand outside quotation marks.
std::string unquoted_of_first_row(std::string_view text) {
  std::string unquoted;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    unquoted += c;
  }
  return unquoted;
}

char separator_of(std::string_view text) {
  const std::string header = unquoted_of_first_row(text);
  for (const char separator : {',', '\t', ';'}) {
    if (header.find(separator) != std::string::npos) return separator;
  }
  return ',';
}

}  // namespace

CsvReader::CsvReader(std::string_view text) : text_(text) {
  while (at_ < text_.size() && at_line_end()) skip_line_end();
  separator_ = separator_of(text_.substr(at_));
}

bool CsvReader::next(CsvRow& row) {
  while (at_ < text_.size() && at_line_end()) skip_line_end();
  if (at_ == text_.size()) return false;
  row = {line_, {}, {}};
  const std::size_t begin = at_;
  if (read_row(row)) return true;
  row.cells.clear();
  at_ = std::min(text_.find_first_of(kLineEnds, begin), text_.size());
  line_ = row.line;
  skip_line_end();
  return true;
}

bool CsvReader::read_row(CsvRow& row) {
  for (;;) {
    if (!read_cell(row.cells.emplace_back(), row.problem)) return false;
    if (at_ == text_.size()) return true;
    if (at_line_end()) {
      skip_line_end();
      return true;
    }
    ++at_;  // the separator
  }
}

bool CsvReader::read_cell(std::string& cell, std::string& problem) {
  const std::size_t begin = at_;
  skip_blanks();
  if (at_ < text_.size() && text_[at_] == '"') return read_quoted(cell, problem);
  while (at_ < text_.size() && text_[at_] != separator_ && !at_line_end()) ++at_;
  cell = text_.substr(begin, at_ - begin);
  return true;
}

bool CsvReader::read_quoted(std::string& cell, std::string& problem) {
  for (++at_; at_ < text_.size(); ++at_) {
    if (text_[at_] == '"') {
      if (!text_.substr(at_ + 1).starts_with('"')) break;
      ++at_;
    } else if (text_[at_] == '\n' ||
               (text_[at_] == '\r' && !text_.substr(at_).starts_with("\r\n"))) {
      ++line_;
    }
    cell += text_[at_];
  }
  if (at_ == text_.size()) {
    problem = "a quotation mark is never closed";
    return false;
  }
  ++at_;
  skip_blanks();
  if (at_ == text_.size() || at_line_end() || text_[at_] == separator_) return true;
  problem = "text stands behind a closing quotation mark";
  return false;
}

bool CsvReader::at_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }

void CsvReader::skip_blanks() {
  while (at_ < text_.size() && text_[at_] != separator_ &&
         (text_[at_] == ' ' || text_[at_] == '\t')) {
    ++at_;
  }
}

void CsvReader::skip_line_end() {
  if (at_ == text_.size()) return;
  at_ += text_.substr(at_).starts_with("\r\n") ? 2 : 1;
  ++line_;
}

}  // namespace pincite
