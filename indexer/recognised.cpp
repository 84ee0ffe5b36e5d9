#include "indexer/recognised.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <ostream>
#include <sstream>
#include <unistd.h>

#include "corpus/csv_cell.h"
#include "corpus/error.h"
#include "corpus/text.h"
#include "index/reader.h"
#include "index/schema.h"
#include "indexer/known_files.h"

namespace pincite {
namespace {

namespace fs = std::filesystem;

struct Field {
  const char* name;
  std::string (*value)(const Metadata&);
};

std::string list(const std::vector<std::string>& values) { return joined(values, "; "); }

std::string words(const std::optional<Period>& period) {
  return period ? period->iso() : std::string();
}

const std::array<Field, 15> kFields = {{
    {"title", [](const Metadata& metadata) { return metadata.title; }},
    {"state", [](const Metadata& metadata) { return list(metadata.state); }},
    {"on_behalf_of", [](const Metadata& metadata) { return list(metadata.on_behalf_of); }},
    {"date", [](const Metadata& metadata) { return words(metadata.date); }},
    {"period", [](const Metadata& metadata) { return words(metadata.period); }},
    {"type", [](const Metadata& metadata) { return metadata.type; }},
    {"meeting", [](const Metadata& metadata) { return list(metadata.meeting); }},
    {"treaty", [](const Metadata& metadata) { return list(metadata.treaty); }},
    {"language", [](const Metadata& metadata) { return metadata.language; }},
    {"symbol", [](const Metadata& metadata) { return metadata.symbol; }},
    {"author", [](const Metadata& metadata) { return metadata.author; }},
    {"publisher", [](const Metadata& metadata) { return metadata.publisher; }},
    {"place", [](const Metadata& metadata) { return metadata.place; }},
    {"url", [](const Metadata& metadata) { return metadata.url; }},
    {"accessed", [](const Metadata& metadata) { return metadata.accessed; }},
}};

constexpr std::size_t kNameWidth = 14;

std::string where_read(const Metadata& metadata, const std::string& field) {
  const auto found = metadata.provenance.find(field);
  if (found == metadata.provenance.end()) return {};
  const std::string from = to_string(found->second.from);
  return found->second.where.empty() ? from : from + ", " + found->second.where;
}

/// An apostrophe of the value's own is doubled, so that without_guard() gives it back.
std::string cell(const std::string& text) {
  const bool guarded = would_run(text) || text.starts_with('\'');
  return csv_cell((guarded ? "'" : "") + text);
}

std::string csv(const std::vector<RecognisedDocument>& documents, const fs::path& folder) {
  std::ostringstream out;
  out << "path,id";
  for (const Field& field : kFields) out << ',' << field.name;
  out << '\n';
  for (const RecognisedDocument& document : documents) {
    // a file of records is no document, so its path names none
    const bool is_file = document.source == document.file;
    out << (is_file ? cell(fs::path(document.file).lexically_relative(folder).string()) : "") << ','
        << (is_file ? "" : cell(document.id));
    for (const Field& field : kFields) out << ',' << cell(field.value(document.metadata));
    out << '\n';
  }
  return out.str();
}

std::string file_of(const std::string& source, const std::vector<fs::path>& roots) {
  const auto below = [&](const std::string& path) {
    return std::ranges::any_of(roots,
                               [&](const fs::path& root) { return is_at_or_below(path, root); });
  };
  if (!below(source)) return {};
  const std::size_t number = source.rfind('#');
  const bool is_record = number != std::string::npos && number + 1 < source.size() &&
                         source.find_first_not_of("0123456789", number + 1) == std::string::npos &&
                         !fs::exists(source);
  return is_record ? source.substr(0, number) : source;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> recognised_fields(const Metadata& metadata) {
  std::vector<std::pair<std::string, std::string>> fields;
  for (const Field& field : kFields) {
    std::string value = field.value(metadata);
    if (!value.empty()) fields.emplace_back(field.name, std::move(value));
  }
  return fields;
}

void write_recognised(std::ostream& out, const std::vector<RecognisedDocument>& documents) {
  for (const RecognisedDocument& document : documents) {
    out << visible(document.id) << '\n';
    for (const auto& [field, value] : recognised_fields(document.metadata)) {
      std::string name = field;
      name.resize(kNameWidth, ' ');
      const std::string where = where_read(document.metadata, field);
      out << "  " << name << visible(value);
      if (!where.empty()) out << "  (" << visible(where) << ')';
      out << '\n';
    }
  }
}

std::vector<RecognisedDocument> stored_documents(const fs::path& index,
                                                 const std::vector<fs::path>& roots) {
  std::vector<RecognisedDocument> documents;
  with_index(index, [&](const IndexReader& reader) {
    documents.clear();
    const Xapian::Database& database = reader.database();
    for (auto i = database.postlist_begin(""); i != database.postlist_end(""); ++i) {
      std::string source = database.get_document(*i).get_value(number(Slot::source));
      std::string file = file_of(source, roots);
      if (file.empty()) continue;
      Document document = reader.record(*i).take();
      documents.push_back({std::move(document.id), std::move(source), std::move(file),
                           std::move(document.metadata)});
    }
  });
  std::ranges::sort(documents, {}, &RecognisedDocument::source);
  return documents;
}

void check_can_write_manifest(const fs::path& manifest) {
  const fs::path folder = fs::absolute(manifest).parent_path();
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    throw Error(folder.string(),
                "there is no such folder, and the manifest is to be written in it");
  }
  if (access(folder.c_str(), W_OK) != 0 || fs::is_directory(manifest, error)) {
    throw Error(manifest.string(), "cannot be written",
                "name a file in a folder that can be written with --write-manifest");
  }
}

void write_manifest(const fs::path& manifest, const std::vector<RecognisedDocument>& documents) {
  const fs::path folder = fs::absolute(manifest).lexically_normal().parent_path();
  const fs::path fresh = manifest.string() + ".tmp";
  {
    std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
    out << csv(documents, folder);
    out.close();
    if (!out) {
      std::error_code ignored;
      fs::remove(fresh, ignored);
      throw Error(manifest.string(), "cannot be written; the disk may be full",
                  "the index is made; run again with --write-manifest");
    }
  }
  std::error_code error;
  fs::rename(fresh, manifest, error);
  if (!error) return;
  std::error_code ignored;
  fs::remove(fresh, ignored);
  throw Error(manifest.string(), error.message());
}

std::string_view without_guard(std::string_view cell) {
  const std::string_view rest = cell.starts_with('\'') ? cell.substr(1) : std::string_view();
  return would_run(rest) || rest.starts_with('\'') ? rest : cell;
}

}  // namespace pincite
