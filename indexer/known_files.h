// Which files a run need not open, which are gone, and which have only moved.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "index/file_table.h"

namespace pincite {

/// A file that is gone and the one that it has become.
struct RenamedFile {
  std::string from;
  std::string to;
};

/// One thread at a time.
class KnownFiles {
 public:
  /// `table`: of the index as the run found it. What was changed since shortly before `start`
  /// (seconds since 1970) is not trusted: it may change again within the same tick of the clock.
  /// `given`: names what manifests say of a file.
  KnownFiles(FileTable table, std::int64_t start,
             std::function<std::string(const std::filesystem::path&)> given)
      : table_(std::move(table)), start_(start), given_(std::move(given)) {}

  /// How many documents of the file are in the index, where neither it nor its sidecar nor what
  /// manifests say of it changed since it was read; nothing where it must be read. Opens nothing.
  std::optional<std::uint32_t> unchanged(const std::filesystem::path& file);

  /// To be called before and after a file is read, with the documents it has, and, of a file that
  /// is one document, the SHA-256 of its bytes. Returns whether it changed meanwhile; then it is
  /// read again next time.
  void begin_read(const std::filesystem::path& file);
  bool end_read(const std::filesystem::path& file, std::uint32_t documents,
                const std::string& content);

  /// The file is to be read again next time, since not all of it is in the index.
  void distrust(const std::filesystem::path& file);
  /// The file is to be read again next time, or in this run if it was not read yet, though what it
  /// has is in the index.
  void read_again(const std::filesystem::path& file);
  /// The file is gone, and its documents with it.
  void forget(const std::string& file) { table_.erase(file); }

  /// Files that were read to their end in this run.
  const std::set<std::string>& read() const { return read_; }

  /// Remembered files at or below one of `roots` that are not there any more, or are folders now.
  std::vector<std::string> gone(const std::vector<std::filesystem::path>& roots) const;

  /// Of the files read in this run, those that are a gone one under another name: the same inode,
  /// size and time, or the same content. One that was the same file before is none: it is a copy.
  std::vector<RenamedFile> renamed(const std::vector<std::string>& gone) const;

  const FileTable& table() const { return table_; }

 private:
  FileEntry stamps(const std::filesystem::path& file) const;

  FileTable table_;
  std::int64_t start_;
  std::function<std::string(const std::filesystem::path&)> given_;
  FileEntry before_;                    // stamps of the file that is being read
  std::set<std::string> read_;          // files read in this run and remembered
  std::set<std::string> same_inode_;    // of them, those that had it before
  std::set<std::string> same_content_;  // likewise
};

/// Whether there is such a file that is no folder, or one that may not be looked at.
bool is_file(const std::filesystem::path& path);

/// Whether `path` is `folder` or lies below it. Both absolute.
bool is_at_or_below(const std::filesystem::path& path, const std::filesystem::path& folder);

}  // namespace pincite
