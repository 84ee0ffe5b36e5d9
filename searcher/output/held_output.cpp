#include "searcher/output/held_output.h"

#include <cerrno>
#include <ostream>
#include <system_error>

#include "corpus/error.h"

namespace pincite {
namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10U;  // bytes written at once, once it has begun

}  // namespace

void HeldOutput::release() {
  if (!begun_) before_();
  begun_ = true;
  errno = 0;
  out_.write(held_.data(), static_cast<std::streamsize>(held_.size()));
  out_.flush();
  held_.clear();
  if (out_) return;
  const int cause = errno;
  throw Error("standard output",
              "cannot be written" +
                  (cause == 0 ? std::string() : ": " + std::generic_category().message(cause)));
}

HeldOutput::int_type HeldOutput::overflow(int_type c) {
  if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
  const char byte = traits_type::to_char_type(c);
  xsputn(&byte, 1);
  return c;
}

std::streamsize HeldOutput::xsputn(const char* bytes, std::streamsize count) {
  held_.append(bytes, static_cast<std::size_t>(count));
  if (held_.size() >= (begun_ ? kPiece : kMost)) release();
  return count;
}

}  // namespace pincite
