// Entries as BibTeX's own scanner takes them: `@type{key, name = value # value, ...}` between
// braces or round brackets, values in braces, quotation marks or as names of @string; what stands
// between entries is a comment.
#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>

#include "corpus/text.h"
#include "indexer/library/library.h"
#include "indexer/library/tex_text.h"

namespace pincite {
namespace {

struct Word {
  std::string_view bibtex;
  std::string_view csl;
};

constexpr std::array<Word, 9> kTypes = {{
    {"techreport", "report"},
    {"report", "report"},
    {"book", "book"},
    {"online", "webpage"},
    {"electronic", "webpage"},
    {"dataset", "dataset"},
    {"legislation", "legislation"},
    {"letter", "personal_communication"},
    {"article", "article-journal"},
}};

constexpr std::array<Word, 17> kFields = {{
    {"title", "title"},
    {"publisher", "publisher"},
    {"institution", "publisher"},
    {"organization", "publisher"},
    {"address", "publisher-place"},
    {"location", "publisher-place"},
    {"eventtitle", "event-title"},
    {"language", "language"},
    {"langid", "language"},
    {"url", "URL"},
    {"number", "number"},
    {"journal", "container-title"},
    {"journaltitle", "container-title"},
    {"booktitle", "container-title"},
    {"abstract", "abstract"},
    {"note", "note"},
    {"doi", "DOI"},
}};

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

template <std::size_t N>
std::string_view csl(const std::array<Word, N>& table, std::string_view bibtex) {
  const auto found =
      std::ranges::find_if(table, [&](const Word& word) { return word.bibtex == bibtex; });
  return found == table.end() ? std::string_view() : found->csl;
}

std::string lower(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return small;
}

struct Entry {
  std::string type;
  std::string key;
  std::uint32_t line = 0;
  std::map<std::string, std::string> fields;  // in TeX
};

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  /// Steps behind the next `@`; false where there is none.
  bool find_entry() {
    const std::size_t found = text_.find('@', at_);
    if (found == std::string_view::npos) return false;
    take(found + 1 - at_);
    line_of_entry_ = line_;
    return true;
  }

  std::uint32_t line_of_entry() const { return line_of_entry_; }

  /// The entry behind an `@`; nothing for @comment, @preamble and @string. A problem is told in
  /// `problem`; then scanning goes on behind the `@`.
  std::optional<Entry> entry(std::string& problem) {
    const std::size_t begin = at_;
    const std::uint32_t line = line_;
    std::optional<Entry> made = read_entry(problem);
    if (problem.empty()) return made;
    at_ = begin;
    line_ = line;
    return std::nullopt;
  }

 private:
  std::optional<Entry> read_entry(std::string& problem) {
    Entry entry;
    entry.line = line_of_entry_;
    entry.type = lower(name());
    blanks();
    if (entry.type.empty() || (next() != '{' && next() != '(')) return std::nullopt;  // an address
    const char end = next() == '{' ? '}' : ')';
    if (entry.type == "comment" || entry.type == "preamble") return std::nullopt;
    take(1);
    if (entry.type != "string") {
      entry.key = trim(until(std::string(",") + end));
      if (next() == ',') take(1);
    }
    while (true) {
      blanks();
      if (next() == end) break;
      if (!read_field(entry, problem)) return std::nullopt;
      blanks();
      if (next() == ',') {
        take(1);
      } else if (next() != end) {
        problem = "a comma or the end of the entry is missing behind a field";
        return std::nullopt;
      }
    }
    take(1);
    if (entry.type != "string") return entry;
    for (auto& [field, value] : entry.fields) strings_[field] = value;
    return std::nullopt;
  }

  bool read_field(Entry& entry, std::string& problem) {
    const std::string field = lower(name());
    blanks();
    if (field.empty() || next() != '=') {
      problem = at_ == text_.size() ? "the entry has no end" : "a field has no name or no “=”";
      return false;
    }
    take(1);
    std::string value;
    do {
      blanks();
      if (next() == '#') take(1);
      blanks();
      if (!read_value(value)) {
        problem = "the value of “" + field + "” has no end";
        return false;
      }
      blanks();
    } while (next() == '#');
    entry.fields.emplace(field, value);
    return true;
  }

  bool read_value(std::string& value) {
    if (next() == '{' || next() == '"') {
      const std::size_t length = enclosed();
      if (length == 0) return false;
      value += text_.substr(at_ + 1, length - 2);
      take(length);
      return true;
    }
    const std::string word(name());
    if (word.empty()) return false;
    const auto string = strings_.find(lower(word));
    value += string == strings_.end() ? word : string->second;
    return true;
  }

  /// Length of the value in braces or quotation marks that begins here; 0 where it has no end.
  std::size_t enclosed() const {
    const bool in_quotes = next() == '"';
    std::size_t depth = 0;
    for (std::size_t i = at_ + (in_quotes ? 1 : 0); i < text_.size(); ++i) {
      if (text_[i] == '\\') {
        ++i;
      } else if (text_[i] == '{') {
        ++depth;
      } else if (text_[i] == '}') {
        if (depth == 0) return 0;
        if (--depth == 0 && !in_quotes) return i + 1 - at_;
      } else if (in_quotes && depth == 0 && text_[i] == '"') {
        return i + 1 - at_;
      }
    }
    return 0;
  }

  char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void take(std::size_t length) {
    line_ += static_cast<std::uint32_t>(std::ranges::count(text_.substr(at_, length), '\n'));
    at_ += std::min(length, text_.size() - at_);
  }

  void blanks() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) take(1);
  }

  std::string_view name() { return until(" \t\r\n{}()\",=#%@"); }

  std::string_view until(std::string_view ends) {
    const std::size_t end = std::min(text_.find_first_of(ends, at_), text_.size());
    const std::string_view taken = text_.substr(at_, end - at_);
    take(taken.size());
    return taken;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t line_of_entry_ = 1;
  std::map<std::string, std::string> strings_;
};

/// Cuts where `ends` stands, but after no backslash. `separator`: one character.
std::vector<std::string> cut(std::string_view text, char separator) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() &&
        (text[i + 1] == separator || text[i + 1] == ':' || text[i + 1] == ';' ||
         text[i + 1] == '\\')) {
      parts.back() += text.substr(i, 2);
      ++i;
    } else if (text[i] == separator) {
      parts.emplace_back();
    } else {
      parts.back() += text[i];
    }
  }
  return parts;
}

std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '\\' && i + 1 < text.size() &&
                        std::string_view(":;\\_&%#").find(text[i + 1]) != std::string_view::npos;
    plain += text[escape ? ++i : i];
  }
  return plain;
}

/// `Full Text:files/12/a.pdf:application/pdf;...`, or only a path.
std::vector<std::string> files_of(std::string_view value) {
  std::vector<std::string> files;
  for (const std::string& file : cut(value, ';')) {
    const std::vector<std::string> parts = cut(file, ':');
    const std::string path = unescaped(parts.size() >= 3 ? parts[parts.size() - 2] : file);
    // `C:\a.pdf` with its label and type has a part more
    const bool has_drive = parts.size() >= 4 && parts[parts.size() - 3].size() == 1;
    const std::string whole = has_drive ? parts[parts.size() - 3] + ":" + path : path;
    if (!trim(whole).empty()) files.emplace_back(trim(whole));
  }
  return files;
}

/// Names are joined by `and`; `Family, Given` is said the other way round.
std::vector<std::string> authors_of(std::string_view tex) {
  std::vector<std::string> authors;
  std::string all = squeeze(tex);
  while (!all.empty()) {
    std::size_t depth = 0;
    std::size_t end = all.size();
    for (std::size_t i = 0; i < all.size() && end == all.size(); ++i) {
      if (all[i] == '{') ++depth;
      if (all[i] == '}' && depth > 0) --depth;
      if (depth == 0 && all.compare(i, 5, " and ") == 0) end = i;
    }
    const std::string one = all.substr(0, end);
    all.erase(0, std::min(end + 5, all.size()));
    const std::size_t comma = one.starts_with('{') ? std::string::npos : one.find(',');
    std::string name = text_of_tex(one.substr(0, comma));
    if (comma != std::string::npos) {
      name = squeeze(text_of_tex(one.substr(comma + 1)) + " " + name);
    }
    if (!name.empty()) authors.push_back(std::move(name));
  }
  return authors;
}

int month_of(const std::string& text) {
  const std::string small = lower(text).substr(0, 3);
  const auto found = std::ranges::find(kMonths, small);
  if (found != kMonths.end()) return static_cast<int>(found - kMonths.begin()) + 1;
  return static_cast<int>(std::strtol(text.c_str(), nullptr, 10));
}

std::string date_of(const std::map<std::string, std::string>& fields) {
  const auto value = [&](const char* name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : text_of_tex(found->second);
  };
  if (std::string date = value("date"); !date.empty()) return date;
  const std::string year = value("year");
  const auto number = static_cast<int>(std::strtol(year.c_str(), nullptr, 10));
  if (number <= 0 || number > 9'999) return year;
  const auto day = static_cast<int>(std::strtol(value("day").c_str(), nullptr, 10));
  return iso_date(number, month_of(value("month")), day);
}

LibraryItem item_of(Entry&& entry) {
  LibraryItem item;
  item.line = entry.line;
  item.key = entry.key;
  item.type = csl(kTypes, entry.type);
  item.date = date_of(entry.fields);
  for (const auto& [name, value] : entry.fields) {
    if (name == "file") {
      item.files = files_of(value);
    } else if (name == "author") {
      item.authors = authors_of(value);
    } else if (name == "urldate") {
      item.accessed = text_of_tex(value);
    } else if (name == "url" || name == "doi") {
      item.fields.emplace_back(csl(kFields, name), unescaped(value));
    } else if (const std::string_view known = csl(kFields, name); !known.empty()) {
      item.fields.emplace_back(known, text_of_tex(value));
    }
  }
  return item;
}

}  // namespace

void read_bibtex(std::string_view text, const EachItem& each, const ItemProblem& problem) {
  Scanner scanner(text);
  while (scanner.find_entry()) {
    std::string reason;
    std::optional<Entry> entry = scanner.entry(reason);
    if (!reason.empty()) problem(scanner.line_of_entry(), reason);
    if (entry) each(item_of(std::move(*entry)));
  }
}

}  // namespace pincite
