#include "indexer/manifest.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "corpus/error.h"
#include "corpus/text.h"
#include "indexer/csv.h"
#include "indexer/identity.h"
#include "indexer/library/library.h"
#include "indexer/readers/decode.h"
#include "indexer/readers/decompress.h"
#include "indexer/readers/fields.h"
#include "indexer/readers/known_fields.h"
#include "indexer/readers/names.h"
#include "indexer/recognised.h"

namespace pincite {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestManifest = std::size_t{1} << 28U;  // bytes

/// The text of the file. Throws Error where there is none.
std::string text_of(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) throw Error(path.string(), "there is no such manifest");
  if (!fs::is_regular_file(status)) throw Error(path.string(), "is not a regular file");
  Decoded decoded = decode(read_bytes(path, kLargestManifest));
  if (!decoded.problem.empty()) throw Error(path.string(), decoded.problem);
  return std::move(decoded.text);
}

/// Takes the text of a field out of a row; empty where the row does not have it.
std::string take(std::vector<GivenValue>& given, std::string_view field) {
  std::string text;
  std::erase_if(given, [&](const GivenValue& value) {
    if (value.field != field) return false;
    if (!value.values.empty()) text = trim(value.values.front());
    return true;
  });
  return text;
}

std::vector<std::string> split_list(std::string_view cell) {
  std::vector<std::string> values;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(';'), cell.size());
    const std::string_view value = trim(cell.substr(0, end));
    if (!value.empty()) values.emplace_back(value);
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return values;
}

class ManifestReader {
 public:
  ManifestReader(const fs::path& path, const std::function<void(Warning&&)>& warn) : warn_(warn) {
    manifest_.path = path;
  }

  Manifest read() {
    const std::string text = text_of(manifest_.path);
    const std::string extension = lower_extension(uncompressed_name(manifest_.path));
    if (format_of(manifest_.path) == Format::records) {
      read_json_lines(text);
    } else if (extension == ".json" || extension == ".ris" || extension == ".bib") {
      read_library(extension, text);
    } else {
      read_csv(text);
    }
    return std::move(manifest_);
  }

 private:
  std::string where(std::uint32_t line, const fs::path& path) const {
    return path.string() + ":" + std::to_string(line);
  }

  /// The line stands in the text, so that every such row is told and not only the first.
  void complain(std::uint32_t line, const std::string& problem) const {
    warn_({"bad_manifest_row", "row at line " + std::to_string(line) + " is left out: " + problem,
           where(line, manifest_.path)});
  }

  void read_json_lines(std::string_view text) {
    std::uint32_t number = 0;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = trim(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      ++number;
      if (!line.empty()) read_json(line, number);
    }
  }

  void read_json(std::string_view line, std::uint32_t number) {
    std::string problem;
    const nlohmann::json object = parse_object(line, problem);
    if (!problem.empty()) {
      complain(number, "it " + problem);
      return;
    }
    const std::string place = where(number, manifest_.path.filename());
    add(number, given_values(
                    object, Origin::manifest, [&](const std::string&) { return place; },
                    [&](std::string code, std::string warning) {
                      warn_({std::move(code), std::move(warning), where(number, manifest_.path)});
                    }));
  }

  void read_library(const std::string& extension, std::string_view text) {
    const EachItem each = [this](LibraryItem&& item) { add_item(item); };
    const ItemProblem problem = [this](std::uint32_t line, const std::string& reason) {
      complain(line, reason);
    };
    if (extension == ".json") {
      keys_are_ids_ = true;
      read_csl_json(text, manifest_.path.string(), each, problem);
    } else if (extension == ".ris") {
      read_ris(text, each, problem);
    } else {
      read_bibtex(text, each, problem);
    }
  }

  void add_item(const LibraryItem& item) {
    ManifestRow row;
    row.line = item.line;
    const Provenance provenance = {Origin::manifest, where(item.line, manifest_.path.filename())};
    for (const auto& [field, value] : our_fields(item)) {
      row.given.push_back({field, {value}, json_text({value}, false), provenance});
    }
    for (const std::string& written : item.files) {
      row.name = written;
      row.file = attached_file(written);
      manifest_.rows.push_back(row);
    }
    if (!item.files.empty()) return;
    row.name = row.id = keys_are_ids_ ? item.key : std::string();
    if (!row.id.empty()) {
      manifest_.rows.push_back(std::move(row));
    } else {
      warn_({"item_without_file", "items of the library have no file attached and are left out",
             where(item.line, manifest_.path)});
    }
  }

  /// Where the file is: the first reading of its path at which there is one, else the first.
  fs::path attached_file(const std::string& written) const {
    const std::vector<std::string> readings = readings_of_path(written);
    const auto place = [&](const std::string& reading) {
      return absolute_path(manifest_.path.parent_path() / reading);
    };
    for (const std::string& reading : readings) {
      std::error_code error;
      if (fs::exists(place(reading), error)) return place(reading);
    }
    return place(readings.front());
  }

  void read_csv(std::string_view text) {
    CsvReader reader(text);
    CsvRow row;
    const bool any = reader.next(row);
    if (!any || !row.problem.empty()) {
      throw Error(manifest_.path.string(), any ? "header row: " + row.problem : "is empty",
                  "its first row is to name the columns");
    }
    for (const std::string& cell : row.cells) columns_.emplace_back(trim(cell));
    const auto has = [this](const char* name) {
      return std::find(columns_.begin(), columns_.end(), name) != columns_.end();
    };
    if (!has("path") && !has("id")) {
      throw Error(manifest_.path.string(), "has neither a column “path” nor a column “id”",
                  "its first row is to name the columns");
    }
    while (reader.next(row)) read_row(row);
  }

  void read_row(const CsvRow& row) {
    const auto is_empty = [](const std::string& cell) { return trim(cell).empty(); };
    if (!row.problem.empty()) {
      complain(row.line, row.problem);
    } else if (row.cells.size() > columns_.size() &&
               !std::all_of(row.cells.begin() + static_cast<std::ptrdiff_t>(columns_.size()),
                            row.cells.end(), is_empty)) {
      complain(row.line, "it has " + std::to_string(row.cells.size()) + " cells, the header row " +
                             std::to_string(columns_.size()));
    } else if (!std::all_of(row.cells.begin(), row.cells.end(), is_empty)) {
      add(row.line, values_of(row));
    }
  }

  std::vector<GivenValue> values_of(const CsvRow& row) const {
    const Provenance provenance = {Origin::manifest, where(row.line, manifest_.path.filename())};
    std::vector<GivenValue> given;
    for (std::size_t i = 0; i < std::min(row.cells.size(), columns_.size()); ++i) {
      const KnownField* field = known_field(columns_[i]);
      const bool several = field != nullptr && field->several;
      const std::string_view cell = without_guard(trim(row.cells[i]));
      std::vector<std::string> values =
          several ? split_list(cell) : std::vector<std::string>{std::string(cell)};
      if (columns_[i].empty() || cell.empty() || values.empty()) continue;
      std::string json = json_text(values, several);
      given.push_back({columns_[i], std::move(values), std::move(json), provenance});
    }
    return given;
  }

  void add(std::uint32_t line, std::vector<GivenValue>&& given) {
    ManifestRow row;
    row.line = line;
    row.name = take(given, "path");
    if (!row.name.empty()) {
      row.file = absolute_path(manifest_.path.parent_path() / row.name);
    } else {
      row.name = row.id = take(given, "id");
    }
    if (row.name.empty()) {
      complain(line, "it has neither path nor id");
      return;
    }
    row.given = std::move(given);
    manifest_.rows.push_back(std::move(row));
  }

  const std::function<void(Warning&&)>& warn_;
  Manifest manifest_;
  std::vector<std::string> columns_;  // of CSV
  bool keys_are_ids_ = false;         // of a library
};

}  // namespace

Manifest read_manifest(const fs::path& path, const std::function<void(Warning&&)>& warn) {
  return ManifestReader(path, warn).read();
}

}  // namespace pincite
