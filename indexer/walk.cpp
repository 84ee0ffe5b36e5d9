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

  // A folder that a link leads to is looked into by its own name, if it has one below the root:
  // its documents' ids must not depend on the links that there are.
  void run() {
    visit_all(root_);
    for (std::size_t next = 0; next != links_.size();) {
      const fs::path link = links_[next++];  // a visit may add more
      visit_all(link);
    }
  }

 private:
  // Folders wait on a list of our own: a deep tree must not overflow the stack.
  void visit_all(const fs::path& top) {
    std::vector<fs::path> waiting = {top};
    while (!waiting.empty()) {
      const fs::path folder = waiting.back();
      waiting.pop_back();
      std::vector<fs::path> folders = visit(folder);
      waiting.insert(waiting.end(), folders.rbegin(), folders.rend());
    }
  }

  /// Hands over the files of one folder; returns the folders in it, without links to folders.
  std::vector<fs::path> visit(const fs::path& folder) {
    std::vector<fs::path> folders;
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error) skip(folder, error);
    if (error || real == index_ || !visited_.insert(real).second) return folders;
    std::vector<fs::path> names;
    for (fs::directory_iterator i(folder, error), end; !error && i != end; i.increment(error)) {
      names.push_back(i->path());
    }
    if (error) skip(folder, error);
    std::sort(names.begin(), names.end());
    for (const fs::path& path : names) {
      if (path.filename().string().starts_with('.')) continue;
      const fs::file_status own = fs::symlink_status(path, error);
      if (own.type() == fs::file_type::none) {
        skip(folder, error);  // it tells names, and nothing of what they name
        break;
      }
      const bool is_link = fs::is_symlink(own);
      if (is_link && leaves_root(path)) continue;
      const fs::file_status status = fs::status(path, error);
      if (fs::is_directory(status)) {
        (is_link ? links_ : folders).push_back(path);
      } else if (fs::is_regular_file(status) && is_readable_name(path)) {
        found_({path, size_of(path)});
      } else {
        check_sidecar(path);
      }
    }
    return folders;
  }

  /// Tells what cannot be looked into; what has gone meanwhile is no matter.
  void skip(const fs::path& folder, const std::error_code& error) const {
    if (error == std::errc::no_such_file_or_directory) return;
    skipped_({folder.string(), 0, error.message()});
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
  std::vector<fs::path> links_;  // to folders
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
