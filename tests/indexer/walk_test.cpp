#include "indexer/walk.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/temporary_folder.h"

using namespace pincite;
namespace fs = std::filesystem;

namespace {

void touch(const fs::path& file) {
  fs::create_directories(file.parent_path());
  std::ofstream(file) << "text";
}

/// Names found below `root`, relative to it, with a space between.
std::string walked(const fs::path& root, const fs::path& index = "/nowhere") {
  std::string all;
  walk(
      root, index,
      [&](FoundFile&& file) {
        all += (all.empty() ? "" : " ") + file.path.lexically_relative(root).string();
      },
      [](Skipped&&) {}, [](Warning&&) {});
  return all;
}

/// Names of the sidecars that walking `root` warns of, relative to it, with a space between.
std::string lone_sidecars(const fs::path& root) {
  std::string all;
  walk(
      root, "/nowhere", [](FoundFile&&) {}, [](Skipped&&) {},
      [&](Warning&& warning) {
        CHECK(warning.code == "sidecar_without_document");
        all += (all.empty() ? "" : " ") + fs::path(warning.where).lexically_relative(root).string();
      });
  return all;
}

}  // namespace

TEST_CASE("a folder gives its readable files in the order of their names") {
  const TemporaryFolder folder;
  for (const char* name : {"b.txt", "a.md", "sub/deep/c.jsonl", "sub/d.txt", "sub/d.txt.json",
                           ".hidden.txt", ".git/e.txt", "picture.png", "x.index/g/f.txt"}) {
    touch(folder.path() / name);
  }
  CHECK(walked(folder.path(), folder.path() / "x.index") ==
        "a.md b.txt sub/d.txt sub/deep/c.jsonl");
}

TEST_CASE("links that leave the folder or loop are not followed; others are") {
  const TemporaryFolder folder;
  const TemporaryFolder elsewhere;
  touch(elsewhere.path() / "secret.txt");
  touch(folder.path() / "sub/a.txt");
  fs::create_directory_symlink(elsewhere.path(), folder.path() / "out");
  fs::create_symlink(elsewhere.path() / "secret.txt", folder.path() / "out.txt");
  fs::create_directory_symlink(folder.path(), folder.path() / "sub/loop");
  fs::create_symlink("nothing", folder.path() / "dangling.txt");
  fs::create_symlink(folder.path() / "sub/a.txt", folder.path() / "inside.txt");
  CHECK(walked(folder.path()) == "inside.txt sub/a.txt");
}

TEST_CASE("a folder is walked by its own name, whatever links lead to it") {
  const TemporaryFolder folder;
  touch(folder.path() / "m/deep/a.txt");
  touch(folder.path() / ".hidden/b.txt");
  fs::create_directory_symlink("m/deep", folder.path() / "a");
  fs::create_directory_symlink("../m", folder.path() / "m/z");
  fs::create_directory_symlink(".hidden", folder.path() / "c");
  fs::create_directory_symlink(".hidden", folder.path() / "d");
  CHECK(walked(folder.path()) == "m/deep/a.txt c/b.txt");
}

TEST_CASE("a file given alone is taken whatever its name") {
  const TemporaryFolder folder;
  touch(folder.path() / "README");
  CHECK(walked(folder.path() / "README") == ".");
}

TEST_CASE("a very deep folder is walked") {
  const TemporaryFolder folder;
  fs::path deep = folder.path();
  for (int i = 0; i < 400; ++i) deep /= "d";
  touch(deep / "a.txt");
  CHECK(walked(folder.path()).ends_with("a.txt"));
}

TEST_CASE("a sidecar whose document is gone is told of, and no other JSON file") {
  const TemporaryFolder folder;
  for (const char* name :
       {"a.txt", "a.txt.json", "gone.txt.json", "sub/gone.md.json", "package.json", "x.csv.json",
        "r.jsonl.gz.json", ".hidden.txt.json", "json", "b.txt.JSON"}) {
    touch(folder.path() / name);
  }
  fs::create_symlink("nothing", folder.path() / "link.txt");
  touch(folder.path() / "link.txt.json");
  CHECK(lone_sidecars(folder.path()) == "gone.txt.json r.jsonl.gz.json sub/gone.md.json");
}
