#include "indexer/library/library.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>

#include "corpus/text.h"

namespace pincite {
namespace {

struct Names {
  std::string_view theirs;
  std::string_view ours;
};

/// Types of CSL that are ours; the others say too little or too much.
constexpr std::array<Names, 14> kTypes = {{
    {"speech", "speech"},
    {"report", "report"},
    {"article-newspaper", "press_item"},
    {"article-magazine", "press_item"},
    {"personal_communication", "correspondence"},
    {"interview", "interview"},
    {"legislation", "law"},
    {"bill", "law"},
    {"regulation", "law"},
    {"treaty", "treaty_text"},
    {"webpage", "web_page"},
    {"post-weblog", "web_page"},
    {"book", "book"},
    {"dataset", "dataset"},
}};

constexpr std::array<Names, 8> kFields = {{
    {"title", "title"},
    {"publisher", "publisher"},
    {"publisher-place", "place"},
    {"event-place", "place"},
    {"event-title", "meeting"},
    {"event", "meeting"},
    {"language", "language"},
    {"URL", "url"},
}};

template <std::size_t N>
std::string_view ours(const std::array<Names, N>& table, std::string_view theirs) {
  const auto found =
      std::ranges::find_if(table, [&](const Names& names) { return names.theirs == theirs; });
  return found == table.end() ? std::string_view() : found->ours;
}

/// `A/RES/65/48`: numbers of reports and laws are none.
bool is_symbol(std::string_view number) {
  return std::ranges::count(number, '/') >= 2 && number.find(' ') == std::string_view::npos &&
         std::isalpha(static_cast<unsigned char>(number.front())) != 0;
}

std::string without_percents(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = [&](std::size_t at) {
      return at < text.size() && std::isxdigit(static_cast<unsigned char>(text[at])) != 0;
    };
    if (text[i] == '%' && digit(i + 1) && digit(i + 2)) {
      plain += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

}  // namespace

std::string iso_date(int year, int month, int day) {
  std::array<char, 40> text{};
  if (month < 1 || month > 12) {
    std::snprintf(text.data(), text.size(), "%04d", year);
  } else if (day < 1 || day > 31) {
    std::snprintf(text.data(), text.size(), "%04d-%02d", year, month);
  } else {
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
  }
  return text.data();
}

std::vector<std::pair<std::string, std::string>> our_fields(const LibraryItem& item) {
  std::vector<std::pair<std::string, std::string>> fields;
  const auto add = [&fields](std::string_view name, const std::string& value) {
    const bool known =
        std::ranges::any_of(fields, [&](const auto& field) { return field.first == name; });
    if (!value.empty() && !known) fields.emplace_back(name, value);
  };
  add("type", std::string(ours(kTypes, item.type)));
  add("author", joined(item.authors, "; "));
  add("date", item.date);
  add("accessed", item.accessed);
  for (const auto& [name, value] : item.fields) {
    const std::string_view known = ours(kFields, name);
    if (name == "number" && !value.empty() && is_symbol(value)) {
      add("symbol", value);
    } else if (name == "container-title" && ours(kTypes, item.type) == "press_item") {
      add("publisher", value);
    } else {
      add(known.empty() ? "csl_" + name : std::string(known), value);
    }
  }
  if (!item.key.empty()) add("citation_key", item.key);
  return fields;
}

std::vector<std::string> readings_of_path(const std::string& path) {
  std::vector<std::string> readings;
  const auto add = [&readings](const std::string& reading) {
    if (!reading.empty() && std::ranges::find(readings, reading) == readings.end()) {
      readings.push_back(reading);
    }
  };
  std::string plain = path;
  for (const std::string_view scheme : {"file://localhost/", "file:///"}) {
    if (plain.starts_with(scheme)) plain = without_percents(plain.substr(scheme.size() - 1));
  }
  add(plain);
  add(without_percents(plain));
  std::string slashes = plain;
  std::ranges::replace(slashes, '\\', '/');
  add(slashes);
  return readings;
}

}  // namespace pincite
