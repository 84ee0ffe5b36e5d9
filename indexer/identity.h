// Which id a document has, and which paths an index remembers.
//
// The id is the one given; else the path below the folder given to `index`, which the index
// remembers, so that a file indexed alone later keeps the id it has; a file given alone has its
// name; a record without an id is FILE#LINE.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pincite {

inline constexpr std::size_t kLongestId = 4096;  // bytes

/// Absolute paths that an index keeps in its metadata, each once, in their order.
class PathList {
 public:
  PathList() = default;
  /// From metadata: a path a line.
  explicit PathList(std::string_view lines);
  std::string lines() const;

  /// Adds a path unless it is known. Returns whether it was new.
  bool remember(const std::filesystem::path& path);
  /// Adds a path as the last one, wherever it stood before.
  void remember_last(const std::filesystem::path& path);

  const std::vector<std::filesystem::path>& paths() const { return paths_; }

 private:
  std::vector<std::filesystem::path> paths_;
};

/// The paths that were given to `index`, in the order in which they were first given.
class RememberedPaths : public PathList {
 public:
  using PathList::PathList;

  /// The id of a file that no id was given for, UTF-8 always: its path below the first remembered
  /// folder that holds it, else its name.
  std::string id_of(const std::filesystem::path& file) const;
};

/// Absolute, without `.` and `..`, links kept as they are.
std::filesystem::path absolute_path(const std::filesystem::path& path);

}  // namespace pincite
