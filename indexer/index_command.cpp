#include "indexer/index_command.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <set>
#include <thread>
#include <unordered_set>

#include "corpus/error.h"
#include "index/schema.h"
#include "indexer/manifests_of_run.h"
#include "indexer/pipeline.h"

namespace pincite {
namespace {

namespace fs = std::filesystem;

constexpr int kInterrupted = 130;  // as shells report a process that Ctrl-C ended

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

/// A rebuild has no other place to take documents from, and a disk may only not be mounted.
void refuse_gone(const std::vector<fs::path>& remembered) {
  for (const fs::path& path : remembered) {
    std::error_code error;
    if (fs::exists(path, error)) continue;
    throw Error(
        path.string(),
        error ? error.message() : "it is gone since it was indexed, and its documents would be too",
        "put it back, or add --prune to do without it");
  }
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
                                   const Manifests& manifests, Report& report) {
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
          if (manifests.contains(file.path)) return;
          if (seen.insert(file.path).second) files.push_back(std::move(file));
        },
        [&](Skipped&& skipped) { report.skip(std::move(skipped)); },
        [&](Warning&& warning) { report.warn(warning); });
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

std::uint64_t total_size(const std::vector<FoundFile>& files) {
  std::uint64_t bytes = 0;
  for (const FoundFile& file : files) bytes += file.size;
  return bytes;
}

std::uint64_t bytes_to_read(const std::vector<FoundFile>& files, KnownFiles& known) {
  std::uint64_t bytes = 0;
  for (const FoundFile& file : files) {
    if (!known.unchanged(file.path)) bytes += file.size;
  }
  return bytes;
}

std::int64_t seconds_since_1970() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

/// Files of the index that are no documents any more: gone, or manifests now.
std::vector<std::string> gone_files(const KnownFiles& known, const std::vector<fs::path>& roots,
                                    const Manifests& manifests) {
  std::vector<std::string> gone = known.gone(roots);
  for (const auto& [path, entry] : known.table()) {
    if (manifests.contains(path) && is_file(path)) gone.push_back(path);
  }
  return gone;
}

/// Documents counted as new that are old ones under another name.
void count_as_replaced(std::uint64_t documents, Report& report) {
  const std::uint64_t fresh = std::min(documents, report.indexed);
  report.indexed -= fresh;
  report.replaced += fresh;
}

/// Files that moved take their documents with them; the old ones go.
void follow_renames(const std::vector<std::string>& gone, IndexWriter& writer, KnownFiles& known,
                    Report& report) {
  for (const RenamedFile& move : known.renamed(gone)) {
    count_as_replaced(writer.remove_documents_of(move.from), report);
    known.forget(move.from);
    report.renamed.push_back(move);
  }
}

/// The documents of this run, by the terms of their ids.
std::unordered_set<std::string> documents_of_run(const Pipeline& pipeline) {
  std::unordered_set<std::string> terms;
  for (const std::string& id : pipeline.ids()) terms.insert(id_term(id));
  return terms;
}

/// Removes what the index has of a file but the run did not find in it.
std::uint64_t remove_absent(const std::string& file, const std::unordered_set<std::string>& present,
                            IndexWriter& writer) {
  return writer.remove_documents_of(
      file, [&](const std::string& term) { return present.contains(term); });
}

/// A file that is one document has no other: what it was under an earlier id goes.
void drop_earlier_ids(const Pipeline& pipeline, const KnownFiles& known, IndexWriter& writer,
                      Report& report) {
  if (!writer.before()) return;
  const std::unordered_set<std::string> present = documents_of_run(pipeline);
  for (const std::string& file : known.read()) {
    if (known.table().at(file).content.empty()) continue;
    count_as_replaced(remove_absent(file, present, writer), report);
  }
}

/// Removes documents whose file is gone, and records that are no more in theirs.
void prune(const std::vector<std::string>& gone, const Pipeline& pipeline, IndexWriter& writer,
           KnownFiles& known, Report& report) {
  for (const std::string& file : gone) {
    report.removed += writer.remove_documents_of(file);
    known.forget(file);
  }
  const std::unordered_set<std::string> present = documents_of_run(pipeline);
  for (const std::string& file : known.read()) {
    report.removed += remove_absent(file, present, writer);
  }
}

/// What a run without --prune, or an interrupted one, leaves of a file's earlier documents, the
/// next one must see: it reads such files again.
void read_unfinished_again(const std::vector<fs::path>& roots, const Pipeline& pipeline,
                           IndexWriter& writer, KnownFiles& known, const Report& report) {
  if (!writer.before()) return;
  const std::unordered_set<std::string> present = documents_of_run(pipeline);
  for (const std::string& file : known.read()) {
    if (writer.has_other_documents_of(file, present)) known.read_again(file);
  }
  if (!report.interrupted) return;
  for (const RenamedFile& move : known.renamed(known.gone(roots))) known.read_again(move.to);
}

void write(const IndexRequest& request, std::vector<Manifest>&& given, IndexWriter& writer,
           Report& report) {
  const RememberedPaths paths = paths_of_run(request, writer);
  const std::vector<fs::path> roots =
      request.paths.empty() ? paths.paths() : existing(request.paths);
  if (request.paths.empty() && !request.prune) refuse_gone(roots);
  if (roots.empty()) {
    throw Error("index", "no path is given, and the index remembers none",
                "name the files and folders to index");
  }
  const PathList remembered_manifests = manifest_paths(request, writer);
  Manifests manifests = all_manifests(remembered_manifests, std::move(given), report);
  const std::vector<FoundFile> files = files_below(roots, request.index, manifests, report);
  manifests.match(files, [&](Warning&& warning) { report.warn(warning); });
  const std::string before = request.rebuild ? "" : writer.metadata(metadata_key::kFiles);
  KnownFiles known(read_file_table(before), seconds_since_1970(),
                   [&](const fs::path& file) { return manifests.fingerprint(file); });
  Progress progress(request.progress, total_size(files));
  writer.expect(bytes_to_read(files, known));
  PipelineOptions options{worker_count(request.jobs), request.interrupted};
  if (request.dry_run) {
    options.recognised = [&](RecognisedDocument&& document) {
      report.recognised.push_back(std::move(document));
    };
  }
  report.roots = roots;
  Pipeline pipeline(files, writer, paths, manifests, known, report, progress, options);
  pipeline.run();
  // an interrupted rebuild has only a part of the documents, so the old index stays
  report.abandoned = request.rebuild && report.interrupted;
  if (report.abandoned) return;
  writer.settle();
  if (!report.interrupted) {
    follow_renames(known.gone(roots), writer, known, report);
    drop_earlier_ids(pipeline, known, writer, report);
    warn_of_unused_rows(request, roots, manifests, pipeline, report);
    if (request.prune) {
      prune(gone_files(known, roots, manifests), pipeline, writer, known, report);
    }
  }
  read_unfinished_again(roots, pipeline, writer, known, report);
  writer.set_metadata(metadata_key::kFiles, write_file_table(known.table()));
  writer.set_metadata(metadata_key::kPaths, paths.lines());
  writer.set_metadata(metadata_key::kManifests, remembered_manifests.lines());
  writer.set_metadata(
      metadata_key::kSkipped,
      skipped_of(request.rebuild ? "" : writer.metadata(metadata_key::kSkipped), roots, report));
  report.totals = writer.totals();
}

void run(const IndexRequest& request, Report& report) {
  existing(request.paths);
  std::vector<Manifest> given = read_given_manifests(request, report);
  IndexWriter writer(request.index,
                     request.rebuild ? IndexWriter::Mode::rebuild : IndexWriter::Mode::update,
                     request.dry_run ? IndexWriter::Purpose::try_out : IndexWriter::Purpose::write);
  write(request, std::move(given), writer, report);
  if (report.abandoned) report.totals = writer.totals_before();
  if (request.dry_run) return;
  if (report.abandoned) {
    writer.leave();
  } else {
    writer.commit();
  }
}

/// A dry run on an index that does not exist leaves none behind.
void run_dry(IndexRequest request, Report& report) {
  report.dry = true;
  if (IndexDirectory(request.index).live()) {
    run(request, report);
    return;
  }
  std::string folder = (fs::temp_directory_path() / "pincite-dry-run-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) throw Error(folder, "cannot be made");
  request.index = fs::path(folder) / "index";
  try {
    run(request, report);
  } catch (...) {
    fs::remove_all(folder);
    throw;
  }
  fs::remove_all(folder);
}

/// The manifest of all documents below the paths of the run, as it leaves them; or would, where it
/// was a dry one.
void write_manifest_of(const IndexRequest& request, const Report& report) {
  std::vector<RecognisedDocument> documents;
  if (IndexDirectory(request.index).live()) {
    documents = stored_documents(request.index, report.roots);
  }
  std::unordered_set<std::string> changed;
  for (const RecognisedDocument& document : report.recognised) changed.insert(document.id);
  std::erase_if(documents,
                [&](const RecognisedDocument& document) { return changed.contains(document.id); });
  documents.insert(documents.end(), report.recognised.begin(), report.recognised.end());
  std::ranges::stable_sort(documents, {}, &RecognisedDocument::source);
  write_manifest(request.write_manifest, documents);
}

}  // namespace

int index_command(const IndexRequest& request, std::ostream& out, std::ostream& err) {
  bound_memory();
  if (request.paths.empty() && !request.rebuild) {
    throw Error("index", "no path is given", "name the files and folders to index");
  }
  if (!request.write_manifest.empty()) check_can_write_manifest(request.write_manifest);
  const auto start = std::chrono::steady_clock::now();
  Report report;
  report.index = request.index.string();
  try {
    if (request.dry_run) {
      run_dry(request, report);
    } else {
      run(request, report);
    }
  } catch (const Xapian::Error& error) {
    throw index_error(request.index, error);
  } catch (const fs::filesystem_error& error) {
    throw Error(error.path1().string(), error.code().message(), "the index is as it was before");
  }
  if (!request.write_manifest.empty()) write_manifest_of(request, report);
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (request.json) {
    write_report_json(out, report);
  } else if (!request.quiet) {
    write_report_text(out, err, report);
  }
  if (report.interrupted) return kInterrupted;
  return report.skipped().empty() ? 0 : 1;
}

}  // namespace pincite
