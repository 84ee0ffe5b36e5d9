#include <algorithm>
#include <array>
#include <cctype>

#include "corpus/text.h"
#include "indexer/library/library.h"

namespace pincite {
namespace {

struct Word {
  std::string_view ris;
  std::string_view csl;
};

constexpr std::array<Word, 18> kTypes = {{
    {"RPRT", "report"},
    {"GOVDOC", "report"},
    {"NEWS", "article-newspaper"},
    {"MGZN", "article-magazine"},
    {"BLOG", "post-weblog"},
    {"ELEC", "webpage"},
    {"WEB", "webpage"},
    {"BOOK", "book"},
    {"EDBOOK", "book"},
    {"PCOMM", "personal_communication"},
    {"ICOMM", "personal_communication"},
    {"STAT", "legislation"},
    {"BILL", "bill"},
    {"DATA", "dataset"},
    {"SLIDE", "speech"},
    {"JOUR", "article-journal"},
    {"HEAR", "hearing"},
    {"GEN", "document"},
}};

constexpr std::array<Word, 19> kFields = {{
    {"TI", "title"},
    {"T1", "title"},
    {"PB", "publisher"},
    {"CY", "publisher-place"},
    {"LA", "language"},
    {"UR", "URL"},
    {"T2", "container-title"},
    {"JO", "container-title"},
    {"JF", "container-title"},
    {"AB", "abstract"},
    {"N2", "abstract"},
    {"N1", "note"},
    {"SN", "number"},
    {"M1", "number"},
    {"CN", "call-number"},
    {"DO", "DOI"},
    {"SP", "page"},
    {"VL", "volume"},
    {"ED", "edition"},
}};

template <std::size_t N>
std::string_view csl(const std::array<Word, N>& table, std::string_view ris) {
  const auto found = std::ranges::find_if(table, [&](const Word& word) { return word.ris == ris; });
  return found == table.end() ? std::string_view() : found->csl;
}

/// `YYYY/MM/DD/other`.
std::string date_of(std::string_view text) {
  std::array<int, 3> parts{};
  std::size_t part = 0;
  for (const char c : text) {
    if (c == '/' || c == '-') {
      if (++part == parts.size()) break;
    } else if (std::isdigit(static_cast<unsigned char>(c)) != 0 && parts.at(part) < 10'000) {
      parts.at(part) = 10 * parts.at(part) + (c - '0');
    } else {
      return std::string(text);
    }
  }
  return parts[0] == 0 ? std::string() : iso_date(parts[0], parts[1], parts[2]);
}

/// `Family, Given` as it is said.
std::string name_of(std::string_view name) {
  const std::size_t comma = name.find(',');
  if (comma == std::string_view::npos) return std::string(name);
  const std::string family(trim(name.substr(0, comma)));
  const std::string given(trim(name.substr(comma + 1)));
  return given.empty() ? family : given + " " + family;
}

void set(LibraryItem& item, std::string_view tag, const std::string& value) {
  if (tag == "ID") {
    item.key = value;
  } else if (tag == "AU" || tag == "A1") {
    item.authors.push_back(name_of(value));
  } else if (tag == "DA" || ((tag == "PY" || tag == "Y1") && item.date.empty())) {
    item.date = date_of(value);
  } else if (tag == "Y2") {
    item.accessed = date_of(value);
  } else if (tag.size() == 2 && tag[0] == 'L' && tag[1] >= '1' && tag[1] <= '4') {
    item.files.push_back(value);
  } else if (const std::string_view name = csl(kFields, tag); !name.empty()) {
    item.fields.emplace_back(name, value);
  }
}

/// The tag that a line begins with; empty where it begins with none.
std::string_view tag_of(std::string_view line) {
  const bool is_tag = line.size() >= 5 && std::isupper(static_cast<unsigned char>(line[0])) != 0 &&
                      std::isalnum(static_cast<unsigned char>(line[1])) != 0 &&
                      line.substr(2, 3) == "  -";
  return is_tag ? line.substr(0, 2) : std::string_view();
}

}  // namespace

void read_ris(std::string_view text, const EachItem& each, const ItemProblem& problem) {
  LibraryItem item;
  bool open = false;
  std::string tag;
  std::string value;
  const auto end_value = [&] {
    if (open && !tag.empty() && !trim(value).empty()) set(item, tag, std::string(trim(value)));
    tag.clear();
  };
  const auto end_item = [&] {
    end_value();
    if (open) each(std::move(item));
    item = {};
    open = false;
  };
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    const std::string_view named = tag_of(line);
    if (named.empty()) {
      if (!trim(line).empty()) value.append(" ").append(trim(line));
      continue;
    }
    if (named == "TY") {
      if (open) problem(number, "the item before it has no end (ER)");
      end_item();
      open = true;
      item.line = number;
      item.type = csl(kTypes, trim(line.substr(5)));
    } else if (named == "ER") {
      end_item();
    } else {
      end_value();
      tag = named;
      value = trim(line.substr(5));
    }
  }
  if (open) problem(item.line, "it has no end (ER)");
  end_item();
}

}  // namespace pincite
