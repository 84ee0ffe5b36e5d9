#include "indexer/identity.h"

#include <catch2/catch.hpp>

using namespace pincite;
namespace fs = std::filesystem;

TEST_CASE("the id of a file is its path below the remembered folder, else its name") {
  RememberedPaths paths;
  CHECK(paths.id_of("/data/reports/a.txt") == "a.txt");
  paths.remember("/data/reports/a.txt");
  CHECK(paths.id_of("/data/reports/a.txt") == "a.txt");
  paths.remember("/data");
  paths.remember("/data/reports");
  CHECK(paths.id_of("/data/reports/2010/a.txt") == "reports/2010/a.txt");
  CHECK(paths.id_of("/database/a.txt") == "a.txt");
  CHECK(paths.id_of("/data/b.txt") == "b.txt");
  CHECK(paths.id_of("/data/caf\xE9/Ñ.txt") == "caf%E9/Ñ.txt");
}

TEST_CASE("paths are remembered once, and any name survives") {
  RememberedPaths paths;
  CHECK(paths.remember("/data"));
  CHECK_FALSE(paths.remember("/data"));
  CHECK(paths.remember("/with\nline feed\\and backslash/Ñ"));
  const RememberedPaths again(paths.lines());
  CHECK(again.paths() == paths.paths());
  CHECK(RememberedPaths("").paths().empty());
}

TEST_CASE("a path may be moved to the end") {
  PathList list;
  for (const char* path : {"/a", "/b", "/a"}) list.remember_last(path);
  CHECK(list.lines() == "/b\n/a\n");
}

TEST_CASE("paths become absolute without dots and trailing slashes") {
  CHECK(absolute_path("/a/b/../c/./d/") == fs::path("/a/c/d"));
  CHECK(absolute_path("/") == fs::path("/"));
  CHECK(absolute_path("x") == fs::current_path() / "x");
  CHECK(absolute_path(".") == fs::current_path());
}
