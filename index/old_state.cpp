#include "index/old_state.h"

#include <array>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

#include "index/bytes.h"
#include "index/directory.h"

namespace pincite {
namespace {

constexpr unsigned kPatience =
    60;  // seconds; it takes milliseconds, but damage may lead in circles

std::string packed_state(const std::filesystem::path& generation) {
  const Xapian::Database database(generation.string());
  ByteWriter out;
  out.number(database.get_doccount());
  for (auto key = database.metadata_keys_begin("pincite.");
       key != database.metadata_keys_end("pincite."); ++key) {
    out.string(*key);
    out.string(database.get_metadata(*key));
  }
  return out.bytes();
}

/// The child: writes the state to `descriptor` and ends.
[[noreturn]] void send_state(const std::filesystem::path& generation, int descriptor) {
  alarm(kPatience);
  std::string state;
  try {
    state = packed_state(generation);
  } catch (...) {
    _exit(1);  // of what cannot be read there is nothing, whatever the reason
  }
  for (std::size_t sent = 0; sent < state.size();) {
    const ssize_t count = write(descriptor, state.data() + sent, state.size() - sent);
    if (count < 0) _exit(1);
    sent += static_cast<std::size_t>(count);
  }
  _exit(0);
}

std::string received(int descriptor) {
  std::string all;
  std::array<char, 65536> part{};
  for (;;) {
    const ssize_t count = read(descriptor, part.data(), part.size());
    if (count <= 0) return all;
    all.append(part.data(), static_cast<std::size_t>(count));
  }
}

OldState unpacked_state(const std::string& bytes) {
  OldState state;
  ByteReader in(bytes);
  const std::uint64_t documents = in.number();
  while (!in.at_end()) {
    const std::string key(in.string());
    state.metadata[key] = in.string();
  }
  state.totals = totals_of(documents, state.metadata[metadata_key::kTotals]);
  return state;
}

}  // namespace

OldState read_old_state(const std::filesystem::path& generation) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return {};
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    send_state(generation, ends[1]);
  }
  close(ends[1]);
  const std::string bytes = child > 0 ? received(ends[0]) : std::string();
  close(ends[0]);
  int status = -1;
  if (child > 0) waitpid(child, &status, 0);
  return status == 0 ? unpacked_state(bytes) : OldState();
}

}  // namespace pincite
