// `pincite index`: files into an index.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <vector>

namespace pincite {

struct IndexRequest {
  std::filesystem::path index;
  std::vector<std::filesystem::path> paths;      // may be empty only with rebuild
  std::vector<std::filesystem::path> manifests;  // the later the stronger; see manifest.h
  bool rebuild = false;
  bool prune = false;    // remove the documents of files below the paths that are gone
  bool dry_run = false;  // do all but write
  std::filesystem::path write_manifest;  // of the run's documents; empty for none; recognised.h
  std::size_t jobs = 0;  // threads that recognise and analyse; 0: as many as there are cores
  bool json = false;     // report as JSON
  bool quiet = false;    // no report for people
  std::ostream* progress = nullptr;                          // a terminal to draw the progress on
  std::function<bool()> interrupted = [] { return false; };  // asked while files are read
};

/// Returns the exit code of the contract: 0 when every file is in the index, 1 when some were
/// skipped, 130 when it was interrupted, with what was complete committed. Throws Error where the
/// run failed; the index is as it was before.
int index_command(const IndexRequest& request, std::ostream& out, std::ostream& err);

}  // namespace pincite
