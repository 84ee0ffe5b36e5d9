#include "tools/relevance/collection.h"

#include <array>
#include <charconv>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "corpus/error.h"
#include "corpus/text.h"
#include "indexer/readers/decompress.h"

namespace pincite {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t kLongestLine = std::size_t{1} << 28U;  // bytes

Error bad_line(const fs::path& file, std::size_t number, const std::string& problem) {
  return {file.string() + ":" + std::to_string(number), problem};
}

/// The file of this name below the folder, compressed or not.
fs::path found(const fs::path& folder, const std::string& name) {
  for (const char* ending : {"", ".zst", ".gz"}) {
    const fs::path path = folder / (name + ending);
    if (fs::exists(path)) return path;
  }
  throw Error((folder / name).string(), "there is no such file",
              "a collection is a folder with corpus.jsonl, queries.jsonl and qrels.tsv");
}

/// Calls `use` with each line that is not blank, and its number.
void each_line(const fs::path& file,
               const std::function<void(std::string_view, std::size_t)>& use) {
  const auto source = open_bytes(file);
  LineReader lines(*source, kLongestLine);
  for (std::size_t number = 1; lines.next(); ++number) {
    if (lines.too_long()) throw bad_line(file, number, "is too long");
    if (!trim(lines.line()).empty()) use(lines.line(), number);
  }
}

/// A string of an object; empty where it has none. Ids may be numbers.
std::string string_of(const json& object, const char* field) {
  const auto value = object.find(field);
  if (value == object.end() || value->is_null()) return {};
  return value->is_string() ? value->get<std::string>() : value->dump();
}

void each_object(const fs::path& file, const std::function<void(const json&)>& use) {
  each_line(file, [&](std::string_view line, std::size_t number) {
    const json object = json::parse(line, nullptr, false);
    if (!object.is_object()) throw bad_line(file, number, "is not a JSON object");
    if (string_of(object, "_id").empty()) throw bad_line(file, number, "has no _id");
    use(object);
  });
}

std::vector<std::string> columns_of(std::string_view line) {
  const char separator = line.find('\t') == std::string_view::npos ? ' ' : '\t';
  std::vector<std::string> columns;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(separator), line.size());
    const std::string_view column = trim(line.substr(0, end));
    if (!column.empty()) columns.emplace_back(column);
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return columns;
}

std::optional<double> number_of(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Calls `use` with the columns of each line, of which the last is a judgement.
void each_judgement(const fs::path& file,
                    const std::function<void(const std::vector<std::string>&, double)>& use) {
  each_line(file, [&](std::string_view line, std::size_t number) {
    const std::vector<std::string> columns = columns_of(line);
    const auto judgement = columns.empty() ? std::nullopt : number_of(columns.back());
    if (columns.size() >= 3 && columns.size() <= 4 && judgement) return use(columns, *judgement);
    if (number > 1) throw bad_line(file, number, "is not topic, document and judgement");
  });
}

fs::path qrels_of(const fs::path& folder) {
  const fs::path test = folder / "qrels" / "test.tsv";
  return fs::exists(test) ? test : found(folder, "qrels.tsv");
}

}  // namespace

Collection read_collection(const fs::path& folder) {
  Collection collection;
  each_object(found(folder, "queries.jsonl"), [&](const json& object) {
    collection.topics.push_back({string_of(object, "_id"), string_of(object, "text")});
  });
  each_judgement(qrels_of(folder), [&](const std::vector<std::string>& columns, double judgement) {
    collection.judgements[columns.front()][columns[columns.size() - 2]] = judgement;
  });
  const fs::path passages = folder / "passages.tsv";
  if (!fs::exists(passages)) return collection;
  each_judgement(passages, [&](const std::vector<std::string>& columns, double judgement) {
    const auto passage = number_of(columns[columns.size() - 2]);
    if (columns.size() != 4 || !passage) {
      throw Error(passages.string(), "a line is not topic, document, passage and judgement");
    }
    collection.passages[{columns[0], columns[1]}][static_cast<std::uint32_t>(*passage)] = judgement;
  });
  return collection;
}

void write_records(const fs::path& folder, const fs::path& records) {
  std::ofstream out(records, std::ios::binary);
  out.exceptions(std::ios::failbit | std::ios::badbit);
  each_object(found(folder, "corpus.jsonl"), [&](const json& object) {
    const std::string title = string_of(object, "title");
    std::string text = string_of(object, "text");
    if (trim(text).empty()) text = title;
    if (trim(text).empty()) return;
    const json record = {{"id", string_of(object, "_id")}, {"title", title}, {"text", text}};
    out << record.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
  });
  out.flush();
}

}  // namespace pincite
