#include "index/directory.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <system_error>
#include <unistd.h>
#include <vector>

#include "corpus/error.h"

namespace pincite {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStub = "XAPIANDB";
constexpr const char* kStagingPrefix = "tmp.";

std::string generation_name(int number) {
  std::array<char, 16> name{};
  std::snprintf(name.data(), name.size(), "g%06d", number);
  return name.data();
}

/// The number of `g000012`; nothing for names that are not written so.
std::optional<int> generation_number(std::string_view name) {
  if (name.size() < 2 || name[0] != 'g') return std::nullopt;
  int value = 0;
  const auto [end, status] = std::from_chars(name.data() + 1, name.data() + name.size(), value);
  if (status != std::errc() || value < 1 || generation_name(value) != name) return std::nullopt;
  return value;
}

void sync(const fs::path& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool done = descriptor >= 0 && fsync(descriptor) == 0;
  const int cause = errno;
  if (descriptor >= 0) close(descriptor);
  if (!done) throw Error(path.string(), std::strerror(cause));
}

void write_stub(const fs::path& folder, const std::string& generation) {
  const fs::path next = folder / (std::string(kStub) + ".tmp");
  {
    std::ofstream out(next, std::ios::trunc);
    out << "auto " << generation << '\n';
    out.close();
    if (!out) throw Error(next.string(), "cannot be written");
  }
  sync(next);
  sync(folder);
  fs::rename(next, folder / kStub);
  // the new generation is live now, and nothing that happens here can undo that
  const int descriptor = open(folder.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor >= 0) fsync(descriptor);
  if (descriptor >= 0) close(descriptor);
}

}  // namespace

std::optional<std::string> IndexDirectory::live() const {
  // a stub that is there but cannot be read must not look like no index at all
  if (!fs::exists(fs::symlink_status(folder_ / kStub))) return std::nullopt;
  std::ifstream in(folder_ / kStub);
  if (!in) throw Error((folder_ / kStub).string(), "cannot be read");
  std::string backend;
  std::string generation;
  std::string more;
  in >> backend >> generation >> more;
  if (backend != "auto" || !generation_number(generation) || !more.empty()) {
    throw Error((folder_ / kStub).string(), "is not the stub of a Pincite index",
                "name another folder with --index");
  }
  return generation;
}

std::string IndexDirectory::next_generation() const {
  int highest = 0;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    std::string name = entry.path().filename().string();
    if (name.starts_with(kStagingPrefix)) name.erase(0, std::strlen(kStagingPrefix));
    highest = std::max(highest, generation_number(name).value_or(0));
  }
  return generation_name(highest + 1);
}

fs::path IndexDirectory::staging(const std::string& generation) const {
  return folder_ / (kStagingPrefix + generation);
}

void IndexDirectory::publish(const fs::path& built, const std::string& generation) const {
  for (const auto& entry : fs::directory_iterator(built)) sync(entry.path());
  sync(built);
  fs::rename(built, folder_ / generation);
  sync(folder_);
  write_stub(folder_, generation);
}

std::optional<std::string> IndexDirectory::left_staged() const {
  int staged = 0;
  for (const auto& entry : fs::directory_iterator(folder_)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(kStagingPrefix)) continue;
    staged =
        std::max(staged, generation_number(name.substr(std::strlen(kStagingPrefix))).value_or(0));
  }
  // of the live one it is what was left when that had been switched to
  const int live_number = generation_number(live().value_or("")).value_or(0);
  if (staged <= live_number) return std::nullopt;
  return generation_name(staged);
}

void IndexDirectory::discard(const std::string& generation) const {
  fs::remove_all(staging(generation));
}

void IndexDirectory::clean_up() const {
  std::vector<int> others;
  const fs::path kept = staging(left_staged().value_or(""));
  int previous = 0;
  const int current = generation_number(live().value_or("")).value_or(0);
  for (const auto& entry : fs::directory_iterator(folder_)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(kStagingPrefix) && entry.path() != kept) fs::remove_all(entry.path());
    const auto number = generation_number(name);
    if (!number || *number == current) continue;
    others.push_back(*number);
    if (*number < current) previous = std::max(previous, *number);
  }
  // the previous one stays for readers that still hold it
  for (const int number : others) {
    if (number != previous) fs::remove_all(folder_ / generation_name(number));
  }
}

}  // namespace pincite
