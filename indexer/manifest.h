// Manifests: metadata of many documents in one file, a row each.
//
// CSV with a header row (see csv.h), or JSON objects a line where the name ends in `.jsonl` or
// `.ndjson`; both may be compressed (`.gz`, `.zst`). A row names its document by `path`, relative
// to the manifest's folder or absolute, or by `id`; the other columns are metadata fields. A row
// with both gives the file's document its id. An empty cell says nothing. In CSV the values of a
// field that may have several are separated by `;`.
//
// An export of a reference manager (`.json`, `.ris`, `.bib`; library/library.h) is a manifest too:
// a row for each file attached to an item. Items of CSL-JSON without one name a document by the
// item's id; those of the other formats are left out and counted.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/reading.h"

namespace pincite {

struct ManifestRow {
  std::uint32_t line = 0;      // of the manifest, from 1
  std::string name;            // the path or id as written, for people
  std::filesystem::path file;  // absolute; empty where the row names a document by its id
  std::string id;              // of the document; empty where the row names a file
  std::vector<GivenValue> given;
};

struct Manifest {
  std::filesystem::path path;  // absolute
  std::vector<ManifestRow> rows;
};

/// Rows that cannot be used are warnings `bad_manifest_row` that name their line.
/// Throws Error where the file is absent, cannot be read or names no documents at all.
/// REQUIRES: `path` is absolute.
Manifest read_manifest(const std::filesystem::path& path,
                       const std::function<void(Warning&&)>& warn);

}  // namespace pincite
