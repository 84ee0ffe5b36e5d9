#include "indexer/manifests_of_run.h"

#include <algorithm>
#include <set>

#include "indexer/known_files.h"

namespace pincite {

namespace fs = std::filesystem;

std::vector<Manifest> read_given_manifests(const IndexRequest& request, Report& report) {
  std::vector<Manifest> manifests;
  for (const fs::path& path : request.manifests) {
    manifests.push_back(
        read_manifest(absolute_path(path), [&](Warning&& warning) { report.warn(warning); }));
  }
  return manifests;
}

PathList manifest_paths(const IndexRequest& request, const IndexWriter& writer) {
  const bool start_over = request.rebuild && !request.manifests.empty();
  PathList paths = start_over ? PathList() : PathList(writer.metadata(metadata_key::kManifests));
  for (const fs::path& path : request.manifests) paths.remember_last(absolute_path(path));
  return paths;
}

/// Remembered manifests and given ones, in the order of `paths`.
Manifests all_manifests(const PathList& paths, std::vector<Manifest>&& given, Report& report) {
  Manifests manifests;
  for (const fs::path& path : paths.paths()) {
    const auto read = std::find_if(given.begin(), given.end(),
                                   [&](const Manifest& one) { return one.path == path; });
    if (read != given.end()) {
      manifests.add(std::move(*read));
    } else if (fs::exists(path)) {
      manifests.add(read_manifest(path, [&](Warning&& warning) { report.warn(warning); }));
    } else {
      report.warn({"manifest_gone",
                   "the manifest is gone since it was given; the documents of this run do without "
                   "its values",
                   path.string()});
    }
  }
  return manifests;
}

void warn_of_unused_rows(const IndexRequest& request, const std::vector<fs::path>& roots,
                         const Manifests& manifests, const Pipeline& pipeline, Report& report) {
  const bool all = request.rebuild && request.paths.empty();
  std::set<fs::path> given;
  for (const fs::path& path : request.manifests) given.insert(absolute_path(path));
  const auto concerns = [&](const Manifest& manifest, const fs::path& file) {
    return all || given.contains(manifest.path) ||
           std::any_of(roots.begin(), roots.end(), [&](const fs::path& root) {
             return !file.empty() && is_at_or_below(file, root);
           });
  };
  manifests.warn_of_unused(
      concerns, [&](const std::string& id) { return pipeline.is_in_unchanged_file(id); },
      [&](Warning&& warning) { report.warn(warning); });
}

}  // namespace pincite
