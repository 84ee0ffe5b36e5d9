// A preloaded library that makes the system fail at a chosen moment: the calls by which a program
// changes files are counted, and at the N-th the process dies or the call fails.
//
//   PINCITE_FAULT=count           prints the number of calls on exit, to the file PINCITE_FAULT_LOG
//   PINCITE_FAULT=kill:N          SIGKILL instead of the N-th call
//   PINCITE_FAULT=ENOSPC:N        the N-th call and all later ones that write fail so (also EIO)
//   PINCITE_FAULT=ENOSPC-once:N   only the N-th
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <string_view>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

struct Plan {
  bool kill = false;
  bool once = false;
  int error = 0;  // 0: none
  long at = 0;    // 0: never
};

Plan read_plan() {
  Plan plan;
  const char* text = std::getenv("PINCITE_FAULT");
  const char* colon = text == nullptr ? nullptr : std::strchr(text, ':');
  if (colon == nullptr) return plan;
  const std::string_view what(text, static_cast<std::size_t>(colon - text));
  plan.at = std::atol(colon + 1);
  plan.kill = what == "kill";
  plan.once = what.find("-once") != std::string_view::npos;
  if (what.substr(0, 6) == "ENOSPC") plan.error = ENOSPC;
  if (what.substr(0, 3) == "EIO") plan.error = EIO;
  return plan;
}

const Plan plan = read_plan();
std::atomic<long> calls{0};

struct CountOnExit {
  ~CountOnExit() {
    const char* log = std::getenv("PINCITE_FAULT_LOG");
    if (log == nullptr) return;
    if (std::FILE* out = std::fopen(log, "w")) {
      std::fprintf(out, "%ld\n", calls.load());
      std::fclose(out);
    }
  }
} count_on_exit;

/// Counts a call; true where it is to fail, with errno set.
bool fails() {
  const long now = ++calls;
  if (plan.at == 0 || now < plan.at) return false;
  if (plan.kill) raise(SIGKILL);
  if (plan.error == 0 || (plan.once && now > plan.at)) return false;
  errno = plan.error;
  return true;
}

bool is_regular(int descriptor) { return descriptor > 2; }

template <typename Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

ssize_t write(int fd, const void* bytes, size_t count) {
  static const auto call = real<ssize_t (*)(int, const void*, size_t)>("write");
  return is_regular(fd) && fails() ? -1 : call(fd, bytes, count);
}

ssize_t writev(int fd, const iovec* parts, int count) {
  static const auto call = real<ssize_t (*)(int, const iovec*, int)>("writev");
  return is_regular(fd) && fails() ? -1 : call(fd, parts, count);
}

ssize_t pwrite(int fd, const void* bytes, size_t count, off_t offset) {
  static const auto call = real<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
  return fails() ? -1 : call(fd, bytes, count, offset);
}

ssize_t pwrite64(int fd, const void* bytes, size_t count, off64_t offset) {
  static const auto call = real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
  return fails() ? -1 : call(fd, bytes, count, offset);
}

int fsync(int fd) {
  static const auto call = real<int (*)(int)>("fsync");
  return fails() ? -1 : call(fd);
}

int fdatasync(int fd) {
  static const auto call = real<int (*)(int)>("fdatasync");
  return fails() ? -1 : call(fd);
}

int rename(const char* from, const char* to) {
  static const auto call = real<int (*)(const char*, const char*)>("rename");
  return fails() ? -1 : call(from, to);
}

int ftruncate(int fd, off_t length) {
  static const auto call = real<int (*)(int, off_t)>("ftruncate");
  return fails() ? -1 : call(fd, length);
}

int mkdir(const char* path, mode_t mode) {
  static const auto call = real<int (*)(const char*, mode_t)>("mkdir");
  return fails() ? -1 : call(path, mode);
}

int unlink(const char* path) {
  static const auto call = real<int (*)(const char*)>("unlink");
  // removing needs no room: it is counted, and may kill, but does not fail
  if (++calls == plan.at && plan.kill) raise(SIGKILL);
  return call(path);
}

}  // extern "C"
