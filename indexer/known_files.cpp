#include "indexer/known_files.h"

#include <algorithm>
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

Identity identity(const FileStamp& stamp) { return {stamp.inode, stamp.modified, stamp.size}; }

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
  if (!same || entry.file.modified == 0) return std::nullopt;
  return entry.documents;
}

void KnownFiles::begin_read(const fs::path& file) {
  before_ = stamps(file);
  table_[file.string()].file.modified = 0;
}

bool KnownFiles::end_read(const fs::path& file, std::uint32_t documents,
                          const std::string& content) {
  FileEntry after = stamps(file);
  if (!(after == before_)) return true;
  const std::int64_t recent = (start_ - kUntrustedSeconds) * kNanoseconds;
  for (FileStamp* stamp : {&after.file, &after.sidecar}) {
    if (stamp->modified >= recent) after.file.modified = 0;
  }
  after.documents = documents;
  after.content = content;
  table_[file.string()] = after;
  read_.insert(file.string());
  return false;
}

void KnownFiles::distrust(const fs::path& file) {
  const auto known = table_.find(file.string());
  if (known != table_.end()) known->second.file.modified = 0;
  read_.erase(file.string());
}

void KnownFiles::read_again(const fs::path& file) {
  const auto known = table_.find(file.string());
  if (known != table_.end()) known->second.file.modified = 0;
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
  std::map<Identity, std::string> by_identity;
  std::map<std::string, std::string> by_content;
  for (const std::string& path : gone) {
    const FileEntry& entry = table_.at(path);
    if (entry.file.modified != 0) by_identity[identity(entry.file)] = path;
    if (!entry.content.empty()) by_content[entry.content] = path;
  }
  std::vector<RenamedFile> moves;
  std::set<std::string> taken;
  for (const std::string& path : read_) {
    const FileEntry& entry = table_.at(path);
    auto from = by_identity.find(identity(entry.file));
    std::string old = from == by_identity.end() ? std::string() : from->second;
    const auto same = by_content.find(entry.content);
    if (old.empty() && same != by_content.end()) old = same->second;
    if (!old.empty() && taken.insert(old).second) moves.push_back({old, path});
  }
  return moves;
}

}  // namespace pincite
