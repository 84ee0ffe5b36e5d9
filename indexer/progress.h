// How far an indexing run is, for the person who waits.
#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <string>

namespace pincite {

/// One line, drawn over itself a few times a second. One thread at a time.
class Progress {
 public:
  /// `out`: a terminal, or nullptr to draw nothing. `bytes`: of all the files of the run.
  Progress(std::ostream* out, std::uint64_t bytes) : out_(out), total_(bytes) {}
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void document(std::uint64_t text_bytes);
  void file(std::uint64_t bytes);

 private:
  using Clock = std::chrono::steady_clock;
  void draw();

  std::ostream* out_;
  std::uint64_t total_;     // bytes of the files of the run
  std::uint64_t done_ = 0;  // bytes of the files behind us
  std::uint64_t documents_ = 0;
  std::uint64_t text_ = 0;  // bytes
  Clock::time_point start_ = Clock::now();
  Clock::time_point drawn_ = start_;
};

/// The line: documents, rate, and, once a part of the files is done, its share and the time left.
std::string progress_line(std::uint64_t documents, std::uint64_t text_bytes, std::uint64_t done,
                          std::uint64_t total, double seconds);

}  // namespace pincite
