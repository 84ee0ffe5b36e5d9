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

/// The number of `g000012`; nothing for other names.
std::optional<int> generation_number(std::string_view name) {
  if (name.size() < 2 || name[0] != 'g') return std::nullopt;
  int value = 0;
  const auto [end, status] = std::from_chars(name.data() + 1, name.data() + name.size(), value);
  if (status != std::errc() || end != name.data() + name.size()) return std::nullopt;
  return value;
}

std::string generation_name(int number) {
  std::array<char, 16> name{};
  std::snprintf(name.data(), name.size(), "g%06d", number);
  return name.data();
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
  fs::rename(next, folder / kStub);
  sync(folder);
}

}  // namespace

std::optional<std::string> IndexDirectory::live() const {
  std::ifstream in(folder_ / kStub);
  if (!in) return std::nullopt;
  std::string backend;
  std::string generation;
  in >> backend >> generation;
  if (backend != "auto" || !generation_number(generation)) {
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

void IndexDirectory::publish(const std::string& generation) const {
  const fs::path staged = staging(generation);
  for (const auto& entry : fs::directory_iterator(staged)) sync(entry.path());
  sync(staged);
  fs::rename(staged, folder_ / generation);
  sync(folder_);
  write_stub(folder_, generation);
}

void IndexDirectory::clean_up() const {
  std::vector<int> generations;
  const int current = generation_number(live().value_or("")).value_or(0);
  for (const auto& entry : fs::directory_iterator(folder_)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(kStagingPrefix)) fs::remove_all(entry.path());
    const auto number = generation_number(name);
    if (number && *number != current) generations.push_back(*number);
  }
  // the previous one stays for readers that still hold it
  std::sort(generations.rbegin(), generations.rend());
  for (const int number : generations) {
    const bool previous = number < current && number == generations.front();
    if (!previous) fs::remove_all(folder_ / generation_name(number));
  }
}

}  // namespace pincite
