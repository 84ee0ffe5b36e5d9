#include "indexer/identity.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "corpus/text.h"

namespace pincite {
namespace {

namespace fs = std::filesystem;

// A line feed may stand in a file's name.
std::string escaped(const std::string& path) {
  std::string line;
  for (const char c : path) {
    if (c == '\\') {
      line += "\\\\";
    } else if (c == '\n') {
      line += "\\n";
    } else {
      line += c;
    }
  }
  return line;
}

std::string unescaped(std::string_view line) {
  std::string path;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size()) {
      path += line[++i] == 'n' ? '\n' : '\\';
    } else {
      path += line[i];
    }
  }
  return path;
}

/// A name may be any bytes; an id is text that can be printed and typed again. Bytes that are not
/// UTF-8 are written as in a URL: `caf%E9.txt`.
std::string readable(const std::string& name) {
  std::string id;
  std::size_t at = 0;
  while (at < name.size()) {
    const std::size_t begin = at;
    if (next_code_point(name, at) >= 0) {
      id.append(name, begin, at - begin);
      continue;
    }
    for (std::size_t i = begin; i < at; ++i) {
      std::array<char, 8> code{};
      std::snprintf(code.data(), code.size(), "%%%02X",
                    static_cast<unsigned>(static_cast<unsigned char>(name[i])));
      id += code.data();
    }
  }
  return id;
}

}  // namespace

PathList::PathList(std::string_view lines) {
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    paths_.emplace_back(unescaped(lines.substr(0, end)));
    lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
  }
}

std::string PathList::lines() const {
  std::string lines;
  for (const fs::path& path : paths_) lines += escaped(path.string()) + "\n";
  return lines;
}

bool PathList::remember(const fs::path& path) {
  if (std::find(paths_.begin(), paths_.end(), path) != paths_.end()) return false;
  paths_.push_back(path);
  return true;
}

void PathList::remember_last(const fs::path& path) {
  std::erase(paths_, path);
  paths_.push_back(path);
}

std::string RememberedPaths::id_of(const fs::path& file) const {
  for (const fs::path& folder : paths()) {
    const auto [rest, below] =
        std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    if (rest != folder.end() || below == file.end()) continue;
    fs::path id;
    for (auto part = below; part != file.end(); ++part) id /= *part;
    return readable(id.string());
  }
  return readable(file.filename().string());
}

fs::path absolute_path(const fs::path& path) {
  fs::path absolute = fs::absolute(path).lexically_normal();
  // `folder/` and `folder` are one
  if (!absolute.has_filename() && absolute.has_parent_path() && absolute != absolute.root_path()) {
    absolute = absolute.parent_path();
  }
  return absolute;
}

}  // namespace pincite
