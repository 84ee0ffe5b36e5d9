// The manifests of a run, and which of their rows belong to which document.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/manifest.h"
#include "indexer/reading.h"
#include "indexer/walk.h"

namespace pincite {

/// One thread at a time.
class Manifests {
 public:
  /// Adds one that is stronger than those before it.
  void add(Manifest&& manifest);

  /// Whether the file is one of the manifests, and so no document.
  bool contains(const std::filesystem::path& file) const;

  /// Finds the files that rows name. To be called once, before the functions below. Warns of ids
  /// given to files of records, which have their own.
  void match(const std::vector<FoundFile>& files, const std::function<void(Warning&&)>& warn);

  /// Names what the rows say of the documents of a file: changes when they do. Empty for nothing.
  std::string fingerprint(const std::filesystem::path& file) const;

  /// Adds the values of the rows for one document of `file`, in the order of their strength.
  /// `id_of`: its id, once it has the values that its path gives. Returns that id.
  std::string give(const std::filesystem::path& file, Reading& reading,
                   const std::function<std::string(const Reading&)>& id_of);

  /// Warns (`manifest_without_file`) of the rows that name no document of the run.
  /// `concerns`: whether the run should have met a document that a manifest names by its path, or,
  /// where the path is empty, by its id. `is_present`: whether a document of the run has this id,
  /// though it was not read.
  using Concerns = std::function<bool(const Manifest&, const std::filesystem::path& file)>;
  void warn_of_unused(const Concerns& concerns,
                      const std::function<bool(const std::string&)>& is_present,
                      const std::function<void(Warning&&)>& warn) const;

 private:
  struct Row {
    std::size_t manifest = 0;
    ManifestRow row;
    bool used = false;
  };
  using RowNumbers = std::vector<std::size_t>;

  void match_through_links(const std::vector<FoundFile>& files);
  void drop_ids_of_records(const std::string& file, const std::function<void(Warning&&)>& warn);
  std::string where(const Row& row) const;

  std::vector<Manifest> manifests_;  // without their rows
  std::vector<Row> rows_;            // the weakest first
  std::unordered_map<std::string, RowNumbers> by_file_;
  std::unordered_map<std::string, RowNumbers> by_id_;
  std::string by_id_fingerprint_;
};

}  // namespace pincite
