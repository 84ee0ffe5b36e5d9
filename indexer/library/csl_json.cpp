#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "indexer/library/library.h"
#include "indexer/readers/fields.h"

namespace pincite {
namespace {

using nlohmann::json;

std::string text_of(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() ? value.dump() : std::string();
}

std::string text_of(const json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? std::string() : text_of(*found);
}

int number_of(const json& value) {
  try {
    return std::stoi(text_of(value));
  } catch (const std::logic_error&) {  // no number, or none that fits
    return 0;
  }
}

std::string date_of(const json& parts) {
  const auto part = [&](std::size_t i) { return i < parts.size() ? number_of(parts[i]) : 0; };
  return part(0) == 0 ? std::string() : iso_date(part(0), part(1), part(2));
}

/// A date variable: `date-parts`, or what was typed.
std::string date_of_variable(const json& object, const char* name) {
  const auto date = object.find(name);
  if (date == object.end()) return {};
  if (!date->is_object()) return text_of(*date);
  const auto parts = date->find("date-parts");
  if (parts != date->end() && parts->is_array() && !parts->empty() && parts->front().is_array()) {
    std::string first = date_of(parts->front());
    const bool is_range = parts->size() > 1 && (*parts)[1].is_array();
    const std::string last = is_range ? date_of((*parts)[1]) : std::string();
    return last.empty() ? first : first + "/" + last;
  }
  const std::string raw = text_of(*date, "raw");
  return raw.empty() ? text_of(*date, "literal") : raw;
}

std::string name_of(const json& name) {
  if (!name.is_object()) return text_of(name);
  std::string whole;
  for (const char* part :
       {"given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal"}) {
    const std::string text = text_of(name, part);
    if (!text.empty()) whole += (whole.empty() ? "" : " ") + text;
  }
  return whole;
}

void read_authors(const json& object, LibraryItem& item) {
  const auto authors = object.find("author");
  if (authors == object.end() || !authors->is_array()) return;
  for (const json& author : *authors) {
    if (std::string name = name_of(author); !name.empty()) item.authors.push_back(std::move(name));
  }
}

void read_attachments(const json& object, LibraryItem& item) {
  const auto attachments = object.find("attachments");
  if (attachments == object.end() || !attachments->is_array()) return;
  for (const json& attachment : *attachments) {
    std::string path = attachment.is_object() ? text_of(attachment, "path") : text_of(attachment);
    if (!path.empty()) item.files.push_back(std::move(path));
  }
}

LibraryItem item_of(const json& object) {
  LibraryItem item;
  item.key = text_of(object, "id");
  item.type = text_of(object, "type");
  item.date = date_of_variable(object, "issued");
  item.accessed = date_of_variable(object, "accessed");
  read_authors(object, item);
  read_attachments(object, item);
  for (const auto& [name, value] : object.items()) {
    if (name == "id" || name == "type") continue;
    if (std::string text = text_of(value); !text.empty()) item.fields.emplace_back(name, text);
  }
  return item;
}

}  // namespace

void read_csl_json(std::string_view text, const std::string& name, const EachItem& each,
                   const ItemProblem& problem) {
  // wrapped, since what is read with bounds on nesting is an object
  std::string reason;
  const json library = parse_object("{\"items\":" + std::string(text) + "}", reason);
  if (!reason.empty()) throw Error(name, reason, "a manifest .json is CSL-JSON, an array of items");
  const json& items = library["items"];
  if (!items.is_array()) {
    throw Error(name, "is not an array of items",
                "a manifest .json is CSL-JSON; JSON objects a line are .jsonl");
  }
  std::uint32_t number = 0;
  for (const json& object : items) {
    ++number;
    if (!object.is_object()) {
      problem(number, "it is no JSON object");
      continue;
    }
    LibraryItem item = item_of(object);
    item.line = number;
    each(std::move(item));
  }
}

}  // namespace pincite
