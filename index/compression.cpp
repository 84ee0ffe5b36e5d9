#include "index/compression.h"

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <zstd.h>

namespace pincite {
namespace {

constexpr int kLevel = 3;
constexpr std::size_t kFirstBytes = std::size_t{1} << 20U;

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
  thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(),
                                                                                  &ZSTD_freeDCtx);
  checked(ZSTD_DCtx_reset(context.get(), ZSTD_reset_session_only));
  ZSTD_inBuffer in{frame.data(), frame.size(), 0};
  std::string bytes;
  std::size_t filled = 0;
  std::size_t left = 1;
  do {
    // grows with what is in the frame, since a damaged one may claim any size
    bytes.resize(std::min<unsigned long long>(size, std::max(kFirstBytes, 2 * filled)));
    ZSTD_outBuffer out{bytes.data(), bytes.size(), filled};
    left = checked(ZSTD_decompressStream(context.get(), &out, &in));
    filled = out.pos;
  } while (left != 0 && filled == bytes.size() && filled < size);
  if (left != 0 || filled != size) throw std::runtime_error("frame ends too early");
  if (in.pos != in.size) throw std::runtime_error("frame is followed by other bytes");
  return bytes;
}

}  // namespace pincite
