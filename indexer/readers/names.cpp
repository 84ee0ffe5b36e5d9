#include "indexer/readers/names.h"

#include <algorithm>

#include "indexer/readers/decompress.h"
#include "indexer/readers/readers.h"

namespace pincite {

std::string lower_extension(const std::filesystem::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return extension;
}

Format format_of(const std::filesystem::path& path) {
  const std::string extension = lower_extension(path);
  if (extension == ".txt" || extension == ".text") return Format::plain_text;
  if (extension == ".md" || extension == ".markdown") return Format::markdown;
  const std::string inner = lower_extension(uncompressed_name(path));
  if (inner == ".jsonl" || inner == ".ndjson") return Format::records;
  return Format::none;
}

bool is_readable_name(const std::filesystem::path& path) { return format_of(path) != Format::none; }

std::filesystem::path sidecar_of(const std::filesystem::path& path) {
  std::filesystem::path sidecar = path;
  sidecar += ".json";
  return sidecar;
}

}  // namespace pincite
