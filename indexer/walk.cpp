#include "indexer/walk.h"

#include <algorithm>
#include <set>

#include "corpus/text.h"
#include "indexer/known_files.h"
#include "indexer/readers/readers.h"

namespace pincite {
namespace {

namespace fs = std::filesystem;

std::uintmax_t size_of(const fs::path& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  return error ? 0 : size;
}

/// The document that a file of this name is the sidecar of; empty for other names.
fs::path document_of_sidecar(const fs::path& path) {
  if (path.extension() != ".json") return {};
  fs::path document = path;
  document.replace_extension();
  return is_readable_name(document) ? document : fs::path();
}

class Walker {
 public:
  Walker(const fs::path& root, const fs::path& index, const std::function<void(FoundFile&&)>& found,
         const std::function<void(Skipped&&)>& skipped, const std::function<void(Warning&&)>& warn)
      : root_(root),
        real_root_(fs::weakly_canonical(root)),
        index_(fs::weakly_canonical(index)),
        found_(found),
        skipped_(skipped),
        warn_(warn) {}

  // Folders wait on a list of our own: a deep tree must not overflow the stack.
  void run() {
    std::vector<fs::path> waiting = {root_};
    while (!waiting.empty()) {
      const fs::path folder = waiting.back();
      waiting.pop_back();
      std::vector<fs::path> folders = visit(folder);
      waiting.insert(waiting.end(), folders.rbegin(), folders.rend());
    }
  }

 private:
  /// Hands over the files of one folder; returns the folders in it.
  std::vector<fs::path> visit(const fs::path& folder) {
    std::vector<fs::path> folders;
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error || real == index_ || !visited_.insert(real).second) return folders;
    std::vector<fs::path> names;
    for (fs::directory_iterator i(folder, error), end; !error && i != end; i.increment(error)) {
      names.push_back(i->path());
    }
    if (error) skipped_({folder.string(), 0, error.message()});
    std::sort(names.begin(), names.end());
    for (const fs::path& path : names) {
      if (path.filename().string().starts_with('.')) continue;
      if (leaves_root(path)) continue;
      if (fs::is_directory(path, error)) {
        folders.push_back(path);
      } else if (fs::is_regular_file(path, error) && is_readable_name(path)) {
        found_({path, size_of(path)});
      } else {
        check_sidecar(path);
      }
    }
    return folders;
  }

  void check_sidecar(const fs::path& path) const {
    const fs::path document = document_of_sidecar(path);
    std::error_code error;
    if (document.empty() || fs::exists(fs::symlink_status(document, error))) return;
    warn_({"sidecar_without_document",
           "“" + visible(document.filename().string()) + "”, whose metadata it holds, is not there",
           path.string()});
  }

  bool leaves_root(const fs::path& path) const {
    std::error_code error;
    if (!fs::is_symlink(path, error)) return false;
    const fs::path target = fs::canonical(path, error);
    return error || !is_at_or_below(target, real_root_);
  }

  fs::path root_;
  fs::path real_root_;
  fs::path index_;
  const std::function<void(FoundFile&&)>& found_;
  const std::function<void(Skipped&&)>& skipped_;
  const std::function<void(Warning&&)>& warn_;
  std::set<fs::path> visited_;
};

}  // namespace

void walk(const fs::path& root, const fs::path& index,
          const std::function<void(FoundFile&&)>& found,
          const std::function<void(Skipped&&)>& skipped,
          const std::function<void(Warning&&)>& warn) {
  if (fs::is_directory(root)) {
    Walker(root, index, found, skipped, warn).run();
  } else {
    found({root, size_of(root)});
  }
}

}  // namespace pincite
