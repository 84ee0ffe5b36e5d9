#include "indexer/known_files.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <sys/stat.h>
#include <tuple>

#include "indexer/readers/readers.h"

namespace pincite {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kNanoseconds = 1'000'000'000;
constexpr std::int64_t kUntrustedSeconds = 2;  // the coarsest clock of a file system in use (FAT)

/// Zeros where there is no such file.
FileStamp stamp_of(const fs::path& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return {};
  FileStamp stamp;
  stamp.size = static_cast<std::uint64_t>(status.st_size);
  stamp.modified = status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec;
  stamp.inode = status.st_ino;
  return stamp;
}

using Identity = std::tuple<std::uint64_t, std::int64_t, std::uint64_t>;

Identity identity(const FileStamp& stamp) {
  return {stamp.inode, std::abs(stamp.modified), stamp.size};
}

// A time that is not to be trusted is negative: it still tells a file that has moved.
void distrust_time(FileStamp& stamp) { stamp.modified = -std::abs(stamp.modified); }

/// Files that are gone, the first at the end, by what a file is known by.
template <typename Key>
using Candidates = std::map<Key, std::vector<std::string>>;

/// Takes the first that has not moved; empty where there is none.
template <typename Key>
std::string take(Candidates<Key>& candidates, const Key& key, const std::set<std::string>& moved) {
  const auto found = candidates.find(key);
  if (found == candidates.end()) return {};
  while (!found->second.empty()) {
    const std::string path = found->second.back();
    found->second.pop_back();
    if (!moved.contains(path)) return path;
  }
  return {};
}

}  // namespace

bool is_file(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::none) return true;
  return fs::exists(status) && !fs::is_directory(status);
}

bool is_at_or_below(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
         folder.end();
}

FileEntry KnownFiles::stamps(const fs::path& file) const {
  FileEntry entry;
  entry.file = stamp_of(file);
  entry.sidecar = stamp_of(sidecar_of(file));
  entry.given = given_(file);
  return entry;
}

std::optional<std::uint32_t> KnownFiles::unchanged(const fs::path& file) {
  const auto known = table_.find(file.string());
  if (known == table_.end()) return std::nullopt;
  const FileEntry& entry = known->second;
  const FileEntry now = stamps(file);
  const bool same =
      entry.file == now.file && entry.sidecar == now.sidecar && entry.given == now.given;
  if (!same || entry.file.modified <= 0) return std::nullopt;
  return entry.documents;
}

void KnownFiles::begin_read(const fs::path& file) {
  before_ = stamps(file);
  distrust_time(table_[file.string()].file);
}

bool KnownFiles::end_read(const fs::path& file, std::uint32_t documents,
                          const std::string& content) {
  FileEntry after = stamps(file);
  if (!(after == before_)) return true;
  const std::int64_t recent = (start_ - kUntrustedSeconds) * kNanoseconds;
  for (FileStamp* stamp : {&after.file, &after.sidecar}) {
    if (stamp->modified >= recent) distrust_time(after.file);
  }
  after.documents = documents;
  after.content = content;
  FileEntry& known = table_[file.string()];
  if (known.file.inode == after.file.inode) same_inode_.insert(file.string());
  if (known.content == content) same_content_.insert(file.string());
  known = after;
  read_.insert(file.string());
  return false;
}

void KnownFiles::distrust(const fs::path& file) {
  const auto known = table_.find(file.string());
  if (known != table_.end()) distrust_time(known->second.file);
  read_.erase(file.string());
}

void KnownFiles::read_again(const fs::path& file) {
  const auto known = table_.find(file.string());
  if (known != table_.end()) distrust_time(known->second.file);
}

std::vector<std::string> KnownFiles::gone(const std::vector<fs::path>& roots) const {
  std::vector<std::string> files;
  for (const auto& [path, entry] : table_) {
    const bool asked =
        std::any_of(roots.begin(), roots.end(),
                    [&file = path](const fs::path& root) { return is_at_or_below(file, root); });
    if (asked && !is_file(path)) files.push_back(path);
  }
  return files;
}

std::vector<RenamedFile> KnownFiles::renamed(const std::vector<std::string>& gone) const {
  Candidates<Identity> by_identity;
  Candidates<std::string> by_content;
  for (std::size_t i = gone.size(); i-- > 0;) {
    const FileEntry& entry = table_.at(gone[i]);
    if (entry.file.modified != 0) by_identity[identity(entry.file)].push_back(gone[i]);
    if (!entry.content.empty()) by_content[entry.content].push_back(gone[i]);
  }
  std::vector<RenamedFile> moves;
  std::set<std::string> moved;
  const auto match = [&](const std::string& path, auto& candidates, const auto& key) {
    const std::string old = take(candidates, key, moved);
    if (old.empty()) return;
    moves.push_back({old, path});
    moved.insert({old, path});
  };
  for (const std::string& path : read_) {
    if (!same_inode_.contains(path)) match(path, by_identity, identity(table_.at(path).file));
  }
  for (const std::string& path : read_) {
    const bool is_open = !moved.contains(path) && !same_content_.contains(path);
    if (is_open) match(path, by_content, table_.at(path).content);
  }
  return moves;
}

}  // namespace pincite
