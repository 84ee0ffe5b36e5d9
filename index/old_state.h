// What a rebuild needs of the index that was, which may be damaged beyond what can be caught.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "index/reader.h"

namespace pincite {

struct OldState {
  std::map<std::string, std::string> metadata;  // by key, of metadata_key
  IndexTotals totals;
};

/// Reads it in a child process, so that damage can end that one only. Nothing of what cannot be
/// read. REQUIRES: this process has one thread.
OldState read_old_state(const std::filesystem::path& generation);

}  // namespace pincite
