#include "index/compression.h"

#include <memory>
#include <stdexcept>
#include <zstd.h>

namespace pincite {
namespace {

constexpr int kLevel = 3;

std::size_t checked(std::size_t result) {
  if (ZSTD_isError(result) != 0) throw std::runtime_error(ZSTD_getErrorName(result));
  return result;
}

}  // namespace

std::string compress(std::string_view bytes) {
  // A context costs more to make than a small frame to compress.
  thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                                  &ZSTD_freeCCtx);
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  frame.resize(checked(ZSTD_compressCCtx(context.get(), frame.data(), frame.size(), bytes.data(),
                                         bytes.size(), kLevel)));
  return frame;
}

std::string decompress(std::string_view frame) {
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN) {
    throw std::runtime_error("not a compressed frame");
  }
  constexpr unsigned long long kMost = 4ULL << 30U;
  if (size > kMost) throw std::runtime_error("frame too large");
  std::string bytes(size, '\0');
  if (checked(ZSTD_decompress(bytes.data(), bytes.size(), frame.data(), frame.size())) != size) {
    throw std::runtime_error("frame ends too early");
  }
  return bytes;
}

}  // namespace pincite
