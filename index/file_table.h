// The table, kept in an index, of the files it was made from: by it a run knows which files it need
// not open.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace pincite {

/// A file as the operating system described it when it was read.
struct FileStamp {
  std::uint64_t size = 0;     // bytes
  std::int64_t modified = 0;  // nanoseconds since 1970; negative where it is not to be trusted
  std::uint64_t inode = 0;

  bool operator==(const FileStamp&) const = default;
};

struct FileEntry {
  FileStamp file;
  FileStamp sidecar;  // zeros where there is none
  std::uint32_t documents = 0;
  std::string content;  // of a file that is one document: SHA-256 of its bytes; else empty
  std::string given;    // names what manifests say of it; empty for nothing

  bool operator==(const FileEntry&) const = default;
};

/// By absolute path.
using FileTable = std::map<std::string, FileEntry>;

std::string write_file_table(const FileTable& table);
/// Throws Error where the bytes are not such a table. No bytes are an empty table.
FileTable read_file_table(std::string_view bytes);

}  // namespace pincite
