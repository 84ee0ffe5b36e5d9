#include "indexer/progress.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <ostream>

namespace pincite {
namespace {

constexpr auto kBetweenDraws = std::chrono::milliseconds(200);
constexpr const char* kClearLine = "\r\x1b[K";

}  // namespace

std::string progress_line(std::uint64_t documents, std::uint64_t text_bytes, std::uint64_t done,
                          std::uint64_t total, double seconds) {
  std::array<char, 160> line{};
  const double rate = seconds > 0 ? static_cast<double>(text_bytes) / 1e6 / seconds : 0;
  std::snprintf(line.data(), line.size(), "%llu documents, %.1f MB/s",
                static_cast<unsigned long long>(documents), rate);
  std::string text = line.data();
  if (done == 0 || total == 0) return text;
  const double share = static_cast<double>(done) / static_cast<double>(total);
  const auto left = static_cast<unsigned long long>(std::llround(seconds * (1 - share) / share));
  std::snprintf(line.data(), line.size(), ", %.0f %%, %llu:%02llu left", 100 * share, left / 60,
                left % 60);
  return text + line.data();
}

Progress::~Progress() {
  if (out_ != nullptr && drawn_ != start_) *out_ << kClearLine << std::flush;
}

void Progress::document(std::uint64_t text_bytes) {
  ++documents_;
  text_ += text_bytes;
  draw();
}

void Progress::file(std::uint64_t bytes) {
  done_ += bytes;
  draw();
}

void Progress::draw() {
  if (out_ == nullptr) return;
  const auto now = Clock::now();
  if (now - drawn_ < kBetweenDraws) return;
  drawn_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  *out_ << kClearLine << progress_line(documents_, text_, done_, total_, seconds) << std::flush;
}

}  // namespace pincite
