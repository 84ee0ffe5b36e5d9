#include "index/lock.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>

#include "corpus/error.h"

namespace pincite {
namespace {

std::string this_process() {
  std::array<char, 256> host{};
  if (gethostname(host.data(), host.size() - 1) != 0) host[0] = '\0';
  return "process " + std::to_string(getpid()) + " on " + host.data();
}

std::string holder(int descriptor) {
  std::array<char, 512> text{};
  const ssize_t length = pread(descriptor, text.data(), text.size() - 1, 0);
  return length > 0 ? std::string(text.data(), static_cast<std::size_t>(length))
                    : "another process";
}

}  // namespace

IndexLock::IndexLock(const std::filesystem::path& folder)
    : descriptor_(open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
  if (descriptor_ < 0) throw Error((folder / "lock").string(), std::strerror(errno));
  if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const int cause = errno;
    const std::string who = holder(descriptor_);
    close(descriptor_);
    if (cause != EWOULDBLOCK) throw Error((folder / "lock").string(), std::strerror(cause));
    throw Error(folder.string(), "another indexer is at work on it: " + who,
                "wait until it has finished, or stop it");
  }
  const std::string who = this_process();
  if (ftruncate(descriptor_, 0) != 0 ||
      pwrite(descriptor_, who.data(), who.size(), 0) != static_cast<ssize_t>(who.size())) {
    const int cause = errno;
    close(descriptor_);
    throw Error((folder / "lock").string(), std::strerror(cause));
  }
}

IndexLock::~IndexLock() { close(descriptor_); }

}  // namespace pincite
