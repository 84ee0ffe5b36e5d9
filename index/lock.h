// The lock on an index that an indexer holds for its whole run.
#pragma once

#include <filesystem>

namespace pincite {

class IndexLock {
 public:
  /// Takes `folder`/lock and writes this host and process into it.
  /// Throws Error naming the holder where another indexer has it.
  explicit IndexLock(const std::filesystem::path& folder);
  ~IndexLock();
  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;

 private:
  int descriptor_;
};

}  // namespace pincite
