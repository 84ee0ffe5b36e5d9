#include "indexer/manifests.h"

#include <algorithm>

#include "corpus/text.h"
#include "indexer/readers/names.h"

namespace pincite {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFingerprintDigits = 32;

void append(std::string& all, std::string_view part) {
  all += std::to_string(part.size());
  all += ':';
  all += part;
}

void append(std::string& all, std::size_t manifest, const ManifestRow& row) {
  append(all, std::to_string(manifest));
  append(all, row.id);
  for (const GivenValue& given : row.given) {
    append(all, given.field);
    append(all, given.json);
  }
}

std::string real_path(const fs::path& path) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  return error ? std::string() : real.string();
}

}  // namespace

void Manifests::add(Manifest&& manifest) {
  for (ManifestRow& row : manifest.rows) {
    auto& numbers = row.file.empty() ? by_id_[row.id] : by_file_[row.file.string()];
    numbers.push_back(rows_.size());
    rows_.push_back({manifests_.size(), std::move(row), false});
  }
  manifest.rows.clear();
  manifests_.push_back(std::move(manifest));
}

bool Manifests::contains(const fs::path& file) const {
  return std::any_of(manifests_.begin(), manifests_.end(), [&](const Manifest& manifest) {
    if (manifest.path.filename() != file.filename()) return false;
    std::error_code error;
    return manifest.path == file || fs::equivalent(manifest.path, file, error);
  });
}

void Manifests::match(const std::vector<FoundFile>& files,
                      const std::function<void(Warning&&)>& warn) {
  for (const FoundFile& file : files) {
    const auto found = by_file_.find(file.path.string());
    if (found == by_file_.end()) continue;
    for (const std::size_t number : found->second) rows_[number].used = true;
  }
  match_through_links(files);
  for (const FoundFile& file : files) {
    if (format_of(file.path) == Format::records) drop_ids_of_records(file.path.string(), warn);
  }
  std::string all;
  for (const Row& row : rows_) {
    if (row.row.file.empty()) append(all, row.manifest, row.row);
  }
  if (!all.empty()) by_id_fingerprint_ = sha256_hex(all);
}

// The same file may be reached by two paths, one of them through a link.
void Manifests::match_through_links(const std::vector<FoundFile>& files) {
  std::unordered_map<std::string, std::string> by_real_path;
  for (std::size_t number = 0; number < rows_.size(); ++number) {
    Row& row = rows_[number];
    if (row.used || row.row.file.empty()) continue;
    const std::string real = real_path(row.row.file);
    if (real.empty()) continue;
    if (by_real_path.empty()) {
      for (const FoundFile& file : files) by_real_path[real_path(file.path)] = file.path.string();
    }
    const auto found = by_real_path.find(real);
    if (found == by_real_path.end()) continue;
    row.used = true;
    RowNumbers& numbers = by_file_[found->second];
    numbers.insert(std::upper_bound(numbers.begin(), numbers.end(), number), number);
  }
}

void Manifests::drop_ids_of_records(const std::string& file,
                                    const std::function<void(Warning&&)>& warn) {
  const auto found = by_file_.find(file);
  if (found == by_file_.end()) return;
  for (const std::size_t number : found->second) {
    Row& row = rows_[number];
    const auto dropped =
        std::erase_if(row.row.given, [](const GivenValue& given) { return given.field == "id"; });
    if (dropped == 0) continue;
    warn({"bad_manifest_row",
          "the id at line " + std::to_string(row.row.line) +
              " is left out: its path is a file of records, which have ids of their own",
          where(row)});
  }
}

std::string Manifests::fingerprint(const fs::path& file) const {
  std::string all = by_id_fingerprint_;
  if (const auto found = by_file_.find(file.string()); found != by_file_.end()) {
    for (const std::size_t number : found->second) {
      // which of a path's and an id's rows is stronger depends on their manifests
      append(all, by_id_.empty() ? 0 : rows_[number].manifest, rows_[number].row);
    }
  }
  return all.empty() ? all : sha256_hex(all).substr(0, kFingerprintDigits);
}

std::string Manifests::give(const fs::path& file, Reading& reading,
                            const std::function<std::string(const Reading&)>& id_of) {
  const auto own = static_cast<std::ptrdiff_t>(reading.given.size());
  const auto add_values = [&](const RowNumbers& numbers) {
    for (const std::size_t number : numbers) {
      const std::vector<GivenValue>& given = rows_[number].row.given;
      reading.given.insert(reading.given.end(), given.begin(), given.end());
    }
  };
  const auto by_file = by_file_.find(file.string());
  RowNumbers numbers = by_file == by_file_.end() ? RowNumbers() : by_file->second;
  add_values(numbers);
  std::string id = id_of(reading);
  const auto by_id = by_id_.find(id);
  if (by_id == by_id_.end()) return id;
  for (const std::size_t number : by_id->second) rows_[number].used = true;
  // a later manifest is stronger, whichever way it names the document
  numbers.insert(numbers.end(), by_id->second.begin(), by_id->second.end());
  std::sort(numbers.begin(), numbers.end());
  reading.given.erase(reading.given.begin() + own, reading.given.end());
  add_values(numbers);
  return id;
}

void Manifests::warn_of_unused(const Concerns& concerns,
                               const std::function<bool(const std::string&)>& is_present,
                               const std::function<void(Warning&&)>& warn) const {
  for (const Row& row : rows_) {
    if (row.used || !concerns(manifests_[row.manifest], row.row.file)) continue;
    const bool is_id = row.row.file.empty();
    if (is_id && is_present(row.row.id)) continue;
    warn({"manifest_without_file",
          "“" + visible(row.row.name) + "” is " +
              (is_id ? "the id of no document" : "not among the files") + " of this run",
          where(row)});
  }
}

std::string Manifests::where(const Row& row) const {
  return manifests_[row.manifest].path.string() + ":" + std::to_string(row.row.line);
}

}  // namespace pincite
