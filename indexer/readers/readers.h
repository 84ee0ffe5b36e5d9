// From a file to readings: one format, one file of this folder.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/reading.h"

namespace pincite {

/// Whether a name promises a format that some reader takes (`.txt`, `.md`, `.jsonl`, ...,
/// compressed or not). Sidecars (`NAME.EXT.json`) are metadata and not documents.
bool is_readable_name(const std::filesystem::path& path);

/// The name of the sidecar that a file may have: `NAME.EXT.json`.
std::filesystem::path sidecar_of(const std::filesystem::path& path);

/// Reads the file and hands over each of its documents, in order. A file or record that cannot be
/// read is handed over as skipped, with the reason; the rest goes on.
/// `shown`: the path as people are shown it.
/// Throws only what the sink throws.
void read_file(const std::filesystem::path& path, const std::string& shown,
               const ReadingSink& sink);

}  // namespace pincite
