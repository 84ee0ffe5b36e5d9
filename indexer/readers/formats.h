// The readers of single formats, which read_file() chooses from.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "indexer/reading.h"

namespace pincite {

/// Says `code` and `text` of the file being read.
using WarnOf = std::function<void(std::string code, std::string text)>;

/// Plain text: paragraphs by blank lines, else by lines (contract, section 3).
std::vector<Block> read_plain_text(std::string_view text, std::uint32_t first_line);

/// Markdown (CommonMark's block structure, as far as headings, lists, fences and paragraphs go).
/// Headings lose their hashes or underline; everything else is kept as it stands.
std::vector<Block> read_markdown(std::string_view text, std::uint32_t first_line);

/// Records, one JSON object a line. See read_file() for the rest.
void read_records(const std::filesystem::path& path, const std::string& shown,
                  const ReadingSink& sink);

/// Values of the sidecar of `path`; none where it has none. A sidecar that cannot be read is a
/// warning `bad_sidecar`.
std::vector<GivenValue> read_sidecar(const std::filesystem::path& path, const WarnOf& warn);

}  // namespace pincite
