// `pincite index`: files into an index.
#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <vector>

namespace pincite {

struct IndexRequest {
  std::filesystem::path index;
  std::vector<std::filesystem::path> paths;  // may be empty only with rebuild
  bool rebuild = false;
  std::size_t jobs = 0;  // threads that recognise and analyse; 0: as many as there are cores
  bool json = false;     // report as JSON
  bool quiet = false;    // no report for people
};

/// Returns the exit code of the contract: 0 when every file is in the index, 1 when some were
/// skipped. Throws Error where the run failed; the index is as it was before.
int index_command(const IndexRequest& request, std::ostream& out, std::ostream& err);

}  // namespace pincite
