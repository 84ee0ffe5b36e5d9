// Output that is held back while it is small: an answer that fails has printed nothing, and can be
// made again from the start. What outgrows that goes out as it comes.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <streambuf>
#include <string>

namespace pincite {

class HeldOutput : public std::streambuf {
 public:
  static constexpr std::size_t kMost = std::size_t{4} << 20U;  // bytes held back

  /// `before` is called once, before the first byte goes out. `out` must outlive this.
  HeldOutput(std::ostream& out, std::function<void()> before)
      : out_(out), before_(std::move(before)) {}

  /// Whether bytes went out, so that they cannot be taken back.
  bool has_begun() const { return begun_; }
  /// Forgets what is held. REQUIRES: !has_begun()
  void forget() { held_.clear(); }
  /// Lets out what is held. Throws Error where it cannot be written.
  void release();

 protected:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char* bytes, std::streamsize count) override;

 private:
  std::ostream& out_;
  std::function<void()> before_;
  std::string held_;
  bool begun_ = false;
};

}  // namespace pincite
