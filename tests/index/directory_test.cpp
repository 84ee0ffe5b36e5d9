#include "index/directory.h"

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <set>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include "corpus/error.h"
#include "index/lock.h"
#include "tests/temporary_folder.h"

namespace fs = std::filesystem;
using namespace pincite;

namespace {

/// Builds and publishes the next generation, an empty database.
std::string publish_next(const IndexDirectory& index) {
  const std::string generation = index.next_generation();
  Xapian::WritableDatabase(index.staging(generation).string(), Xapian::DB_CREATE).commit();
  index.publish(index.staging(generation), generation);
  return generation;
}

std::set<std::string> names(const fs::path& folder) {
  std::set<std::string> all;
  for (const auto& entry : fs::directory_iterator(folder)) {
    all.insert(entry.path().filename().string());
  }
  return all;
}

void write(const fs::path& file, const std::string& text) { std::ofstream(file) << text; }

/// A process that takes the lock, says so, and keeps it until it is killed.
class Holder {
 public:
  explicit Holder(const fs::path& folder) {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    process_ = fork();
    if (process_ == 0) {
      const IndexLock lock(folder);
      const bool told = write_byte(ends[1]);
      while (told) pause();
      _exit(1);
    }
    close(ends[1]);
    char byte = 0;
    taken_ = read(ends[0], &byte, 1) == 1;
    close(ends[0]);
  }
  ~Holder() { kill_and_wait(); }
  Holder(const Holder&) = delete;
  Holder& operator=(const Holder&) = delete;

  bool taken() const { return taken_; }
  pid_t process() const { return process_; }
  void kill_and_wait() {
    if (process_ <= 0) return;
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    process_ = 0;
  }

 private:
  static bool write_byte(int descriptor) { return ::write(descriptor, "x", 1) == 1; }

  pid_t process_ = 0;
  bool taken_ = false;
};

}  // namespace

TEST_CASE("a folder without a stub has no live generation") {
  const TemporaryFolder folder;
  CHECK_FALSE(IndexDirectory(folder.path()).live());
  CHECK_FALSE(IndexDirectory(folder.path() / "absent").live());
}

TEST_CASE("a published generation is live and opens as a database, also by the folder's name") {
  const TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  CHECK(index.next_generation() == "g000001");
  CHECK(index.staging("g000001") == folder.path() / "tmp.g000001");
  publish_next(index);
  CHECK(index.live() == "g000001");
  CHECK(names(folder.path()) == std::set<std::string>{"XAPIANDB", "g000001"});
  CHECK(Xapian::Database((folder.path() / "g000001").string()).get_doccount() == 0);
  CHECK(Xapian::Database((folder.path() / "XAPIANDB").string()).get_doccount() == 0);
  publish_next(index);
  CHECK(index.live() == "g000002");
  CHECK(fs::exists(folder.path() / "g000001"));
}

TEST_CASE("a generation that is being built is not live") {
  const TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  publish_next(index);
  fs::create_directory(index.staging(index.next_generation()));
  CHECK(index.live() == "g000001");
}

TEST_CASE("no name is given twice") {
  const TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  std::set<std::string> given;
  for (int i = 0; i < 5; ++i) {
    CHECK(given.insert(publish_next(index)).second);
    index.clean_up();
  }
  fs::create_directory(index.staging("g000009"));
  CHECK(index.next_generation() == "g000010");
  fs::create_directory(folder.path() / "g1000000");
  CHECK(index.next_generation() == "g1000001");
}

TEST_CASE("names that only look like generations are not counted") {
  const TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  for (const char* name : {"g", "g7", "g0000000009", "g-00005", "g000005x", "x000005",
                           "g99999999999999999999", "tmp.other"}) {
    fs::create_directory(folder.path() / name);
  }
  CHECK(index.next_generation() == "g000001");
}

TEST_CASE("cleaning up keeps the live generation, the one before it and what is not an index's") {
  const TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  for (int i = 0; i < 4; ++i) publish_next(index);
  fs::create_directory(index.staging("g000007"));
  fs::create_directory(index.staging("g000008"));
  fs::create_directory(index.staging("g000008.packed"));
  fs::create_directory(index.staging("g000004"));
  write(index.staging("g000007") / "part", "x");
  write(folder.path() / "notes.txt", "mine");
  write(folder.path() / "lock", "");
  fs::create_directory(folder.path() / "g5");
  index.clean_up();
  CHECK(names(folder.path()) == std::set<std::string>{"XAPIANDB", "g000003", "g000004", "g5",
                                                      "lock", "notes.txt", "tmp.g000008"});
  CHECK(index.left_staged() == "g000008");
  index.discard("g000008");
  CHECK(index.left_staged() == std::nullopt);
  CHECK(index.live() == "g000004");
  index.clean_up();
  CHECK(fs::exists(folder.path() / "g000003"));
}

TEST_CASE("a generation that was renamed but never made live goes") {
  const TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  publish_next(index);
  publish_next(index);
  fs::create_directory(folder.path() / "g000003");
  fs::create_directory(index.staging("g000003"));
  index.clean_up();
  CHECK(names(folder.path()) ==
        std::set<std::string>{"XAPIANDB", "g000001", "g000002", "tmp.g000003"});
  CHECK(index.left_staged() == "g000003");
  CHECK(index.live() == "g000002");
}

TEST_CASE("a stub that is not ours is refused, and nothing is removed because of it") {
  const char* stubs[] = {
      "",
      "\n",
      "glass other\n",
      "auto other\n",
      "auto g000001/../x\n",
      "auto ../g000001\n",
      "remote :8080\n",
      "auto g1\n",
      "auto g-00001\n",
      "auto g000000\n",
      "auto\n",
      "auto g000001\nauto g000002\n",
      "g000001\n",
      "auto g000001x\n",
  };
  for (const char* stub : stubs) {
    CAPTURE(stub);
    const TemporaryFolder folder;
    const IndexDirectory index(folder.path());
    fs::create_directory(folder.path() / "g000001");
    fs::create_directory(folder.path() / "tmp.g000002");
    write(folder.path() / "XAPIANDB", stub);
    CHECK_THROWS_AS(index.live(), Error);
    CHECK_THROWS_AS(index.clean_up(), Error);
    CHECK(names(folder.path()) == std::set<std::string>{"XAPIANDB", "g000001", "tmp.g000002"});
  }
}

TEST_CASE("a stub that cannot be read is not taken for none") {
  const TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  fs::create_directory(folder.path() / "g000001");
  SECTION("a link that leads nowhere") {
    fs::create_symlink(folder.path() / "gone", folder.path() / "XAPIANDB");
  }
  SECTION("a folder") { fs::create_directory(folder.path() / "XAPIANDB"); }
  CHECK_THROWS_AS(index.live(), Error);
  CHECK_THROWS_AS(index.clean_up(), Error);
  CHECK(fs::exists(folder.path() / "g000001"));
}

TEST_CASE("what an interrupted publication left does not disturb the next") {
  const TemporaryFolder folder;
  const IndexDirectory index(folder.path());
  publish_next(index);
  write(folder.path() / "XAPIANDB.tmp", "auto g0000");
  publish_next(index);
  CHECK(index.live() == "g000002");
  CHECK_FALSE(fs::exists(folder.path() / "XAPIANDB.tmp"));
}

TEST_CASE("a second lock is refused and the holder named") {
  const TemporaryFolder folder;
  Holder holder(folder.path());
  REQUIRE(holder.taken());
  std::array<char, 256> host{};
  REQUIRE(gethostname(host.data(), host.size() - 1) == 0);
  try {
    const IndexLock second(folder.path());
    FAIL("the lock was taken twice");
  } catch (const Error& error) {
    CHECK(error.subject() == folder.path().string());
    CHECK(error.cause().find("process " + std::to_string(holder.process()) + " ") !=
          std::string::npos);
    CHECK(error.cause().find(host.data()) != std::string::npos);
    CHECK_FALSE(error.advice().empty());
  }
}

TEST_CASE("the lock is free when its holder has died") {
  const TemporaryFolder folder;
  Holder holder(folder.path());
  REQUIRE(holder.taken());
  CHECK_THROWS_AS(IndexLock(folder.path()), Error);
  holder.kill_and_wait();
  const IndexLock lock(folder.path());
  std::ifstream in(folder.path() / "lock");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  CHECK(text.starts_with("process " + std::to_string(getpid()) + " on "));
}

TEST_CASE("the lock is free when it is given back, and one folder's is not another's") {
  const TemporaryFolder folder;
  const TemporaryFolder other;
  {
    const IndexLock lock(folder.path());
    CHECK_THROWS_AS(IndexLock(folder.path()), Error);
    CHECK_NOTHROW(IndexLock(other.path()));
  }
  CHECK_NOTHROW(IndexLock(folder.path()));
}

TEST_CASE("a folder that is not there cannot be locked") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(IndexLock(folder.path() / "absent"), Error);
}
