// Which of several documents that want one id is indexed.
#include "indexer/id_claims.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/temporary_folder.h"

using namespace pincite;
namespace fs = std::filesystem;
using Answer = IdClaims::Answer;

namespace {

/// A run over `a.txt`, `b.txt` and `c.txt` on an index that holds what `before` says.
struct Run {
  TemporaryFolder folder;
  std::map<std::string, std::string> before;  // source by id
  std::vector<FoundFile> files;
  RememberedPaths paths;
  KnownFiles known{{}, 1'000'000'000, [](const fs::path&) { return std::string(); }};
  std::vector<std::string> warned;
  std::unique_ptr<IdClaims> claims;

  Run() {
    paths.remember(folder.path());
    for (const char* name : {"a.txt", "b.txt", "c.txt"}) {
      std::ofstream(folder.path() / name) << "text";
      files.push_back({folder.path() / name, 4});
    }
    claims = std::make_unique<IdClaims>(
        files, paths, known, [this](const std::string& id) { return before[id]; },
        [this](Warning&& warning) { warned.push_back(warning.code); });
  }
  std::string at(const std::string& name) const { return (folder.path() / name).string(); }
  void read(const std::string& name) {
    known.begin_read(at(name));
    known.end_read(at(name), 1, "");
  }
  Answer given(const std::string& name) { return claims->claim("x", {at(name), 0, true}); }
  std::vector<std::string> settle() {
    return claims->settle([](const IdClaim&, const std::string&) {});
  }
};

}  // namespace

TEST_CASE("of two that are given, the one that is read later has the id") {
  Run run;
  CHECK(run.given("a.txt") == Answer::granted);
  CHECK(run.given("b.txt") == Answer::granted);
  CHECK(run.warned == std::vector<std::string>{"id_given_twice"});
  CHECK(run.claims->losers() == std::set<std::string>{run.at("a.txt")});
}

TEST_CASE("one waits for the later one that had the id, and loses where that comes") {
  Run run;
  run.before["x"] = run.at("b.txt");
  CHECK(run.given("a.txt") == Answer::waits);
  CHECK(run.given("b.txt") == Answer::granted);
  CHECK(run.settle().empty());
  CHECK(run.warned.size() == 1);
}

TEST_CASE("and gets it where that does not come") {
  Run run;
  run.before["x"] = run.at("b.txt");
  CHECK(run.given("a.txt") == Answer::waits);
  run.read("b.txt");
  CHECK(run.settle() == std::vector<std::string>{run.at("a.txt")});
  CHECK(run.claims->is_due("x", {run.at("a.txt"), 0, true}));
  CHECK(run.given("a.txt") == Answer::granted);
  CHECK(run.warned.empty());
}

TEST_CASE("an earlier one that had the id and was read gives it up without a word") {
  Run run;
  run.before["x"] = run.at("a.txt");
  run.read("a.txt");
  CHECK(run.given("b.txt") == Answer::granted);
  CHECK(run.warned.empty());
}

TEST_CASE("one whose file is gone has no id") {
  Run run;
  run.before["x"] = run.at("z.txt");
  CHECK(run.given("a.txt") == Answer::granted);
  CHECK(run.claims->claim("a.txt", {run.at("a.txt"), 0, false}) == Answer::granted);
}

TEST_CASE("a derived id gives way to a given one, and not to another derived one") {
  Run run;
  CHECK(run.claims->claim("b.txt", {run.at("a.txt"), 0, true}) == Answer::granted);
  CHECK(run.claims->claim("b.txt", {run.at("b.txt"), 0, false}) == Answer::taken);
  run.before["c.txt"] = run.at("c.txt");
  CHECK(run.claims->claim("c.txt", {run.at("a.txt"), 0, true}) == Answer::granted);
  CHECK(run.claims->claim("c.txt", {run.at("c.txt"), 0, false}) == Answer::taken);
}
