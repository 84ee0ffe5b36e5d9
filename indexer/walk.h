// From the paths a person gives to the files that are to be read.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/reading.h"

namespace pincite {

/// A file to read.
struct FoundFile {
  std::filesystem::path path;  // absolute
  std::uintmax_t size = 0;     // bytes
};

/// Calls `found` for every readable file at or below `root`, each folder's in the order of their
/// names. A folder is searched recursively, without hidden files, the folder `index`, and links
/// that leave the folder; each folder once, by its own name before that of a link. What cannot be
/// looked into goes to `skipped`. A sidecar whose document is gone is a warning
/// `sidecar_without_document`. REQUIRES: `root` exists and is absolute.
void walk(const std::filesystem::path& root, const std::filesystem::path& index,
          const std::function<void(FoundFile&&)>& found,
          const std::function<void(Skipped&&)>& skipped,
          const std::function<void(Warning&&)>& warn);

}  // namespace pincite
