// What a file's name promises.
#pragma once

#include <filesystem>
#include <string>

namespace pincite {

enum class Format { none, plain_text, markdown, records };

/// Last extension with its dot, ASCII letters in lower case: `.txt`; empty where there is none.
std::string lower_extension(const std::filesystem::path& path);

Format format_of(const std::filesystem::path& path);

}  // namespace pincite
