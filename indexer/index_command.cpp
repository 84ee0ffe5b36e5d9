#include "indexer/index_command.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <set>
#include <thread>

#include "corpus/error.h"
#include "indexer/pipeline.h"

namespace pincite {
namespace {

namespace fs = std::filesystem;

// Xapian's own default holds ten thousand documents' postings in memory, which for statements is
// most of a gigabyte.
void bound_memory() { setenv("XAPIAN_FLUSH_THRESHOLD", "500", 0); }

std::vector<fs::path> existing(const std::vector<fs::path>& paths) {
  std::vector<fs::path> absolute;
  for (const fs::path& path : paths) {
    std::error_code error;
    if (!fs::exists(path, error)) {
      throw Error(path.string(), error ? error.message() : "there is no such file or folder");
    }
    absolute.push_back(absolute_path(path));
  }
  return absolute;
}

RememberedPaths paths_of_run(const IndexRequest& request, const IndexWriter& writer) {
  const std::string remembered = writer.metadata(metadata_key::kPaths);
  const std::vector<fs::path> given = existing(request.paths);
  RememberedPaths paths =
      request.rebuild && !given.empty() ? RememberedPaths() : RememberedPaths(remembered);
  for (const fs::path& path : given) paths.remember(path);
  return paths;
}

std::vector<FoundFile> files_below(const std::vector<fs::path>& roots, const fs::path& index,
                                   Report& report) {
  std::vector<FoundFile> files;
  std::set<fs::path> seen;
  for (const fs::path& root : roots) {
    if (!fs::exists(root)) {
      report.skip({root.string(), 0, "it is gone since it was indexed"});
      continue;
    }
    walk(
        root, index,
        [&](FoundFile&& file) {
          if (seen.insert(file.path).second) files.push_back(std::move(file));
        },
        [&](Skipped&& skipped) { report.skip(std::move(skipped)); });
  }
  return files;
}

std::size_t worker_count(std::size_t jobs) {
  return jobs != 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

/// What is not in the index: what this run skipped, and what earlier ones skipped elsewhere.
std::string skipped_of(const std::string& before, const std::vector<fs::path>& roots,
                       const Report& report) {
  std::vector<Skipped> list = read_skipped(before);
  std::erase_if(list, [&](const Skipped& skipped) {
    return std::any_of(roots.begin(), roots.end(), [&](const fs::path& root) {
      return skipped.path == root.string() || skipped.path.starts_with(root.string() + "/");
    });
  });
  list.insert(list.end(), report.skipped().begin(), report.skipped().end());
  return write_skipped(list);
}

void run(const IndexRequest& request, Report& report) {
  existing(request.paths);
  IndexWriter writer(request.index,
                     request.rebuild ? IndexWriter::Mode::rebuild : IndexWriter::Mode::update);
  const RememberedPaths paths = paths_of_run(request, writer);
  const std::vector<fs::path> roots =
      request.paths.empty() ? paths.paths() : existing(request.paths);
  if (roots.empty()) {
    throw Error("index", "no path is given, and the index remembers none",
                "name the files and folders to index");
  }
  const std::vector<FoundFile> files = files_below(roots, request.index, report);
  Pipeline(writer, paths, report, worker_count(request.jobs)).run(files);
  writer.set_metadata(metadata_key::kPaths, paths.lines());
  writer.set_metadata(
      metadata_key::kSkipped,
      skipped_of(request.rebuild ? "" : writer.metadata(metadata_key::kSkipped), roots, report));
  writer.commit();
  report.totals = writer.totals();
}

}  // namespace

int index_command(const IndexRequest& request, std::ostream& out, std::ostream& err) {
  bound_memory();
  if (request.paths.empty() && !request.rebuild) {
    throw Error("index", "no path is given", "name the files and folders to index");
  }
  const auto start = std::chrono::steady_clock::now();
  Report report;
  report.index = request.index.string();
  try {
    run(request, report);
  } catch (const Xapian::Error& error) {
    throw Error(request.index.string(), error.get_msg(), "the index is as it was before");
  } catch (const fs::filesystem_error& error) {
    throw Error(error.path1().string(), error.code().message(), "the index is as it was before");
  }
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (request.json) {
    write_report_json(out, report);
  } else if (!request.quiet) {
    write_report_text(out, err, report);
  }
  return report.skipped().empty() ? 0 : 1;
}

}  // namespace pincite
