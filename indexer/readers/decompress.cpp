#include "indexer/readers/decompress.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>
#include <zlib.h>
#include <zstd.h>

#include "corpus/error.h"
#include "indexer/readers/names.h"

namespace pincite {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 18U;

[[noreturn]] void cannot_open(const std::filesystem::path& path, int error) {
  throw Error(path.string(), std::string("cannot be opened: ") + std::strerror(error));
}

class PlainSource : public ByteSource {
 public:
  explicit PlainSource(const std::filesystem::path& path)
      : name_(path.string()), file_(std::fopen(path.c_str(), "rb")) {
    if (!file_) cannot_open(path, errno);
  }

  std::size_t read(std::span<char> space) override {
    const std::size_t count = std::fread(space.data(), 1, space.size(), file_.get());
    if (count == 0 && std::ferror(file_.get()) != 0) {
      throw Error(name_, std::string("cannot be read: ") + std::strerror(errno));
    }
    return count;
  }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::string name_;
  std::unique_ptr<std::FILE, Close> file_;
};

class GzipSource : public ByteSource {
 public:
  explicit GzipSource(const std::filesystem::path& path)
      : name_(path.string()), file_(gzopen(path.c_str(), "rb")) {
    if (!file_) cannot_open(path, errno);
    gzbuffer(file_.get(), kBufferBytes);
  }

  std::size_t read(std::span<char> space) override {
    const int count = gzread(file_.get(), space.data(), static_cast<unsigned>(space.size()));
    int error = Z_OK;
    const char* message = gzerror(file_.get(), &error);
    // a file that ends too early gives its last bytes first and Z_BUF_ERROR with them
    if (count < 0 || (count == 0 && error != Z_OK)) {
      if (error == Z_BUF_ERROR) throw Error(name_, "gzip data ends too early");
      if (error == Z_ERRNO)
        throw Error(name_, "cannot be read: " + std::string(without_name(message)));
      throw Error(name_, "gzip data is damaged: " + std::string(without_name(message)));
    }
    return static_cast<std::size_t>(count);
  }

 private:
  struct Close {
    void operator()(gzFile_s* file) const { gzclose(file); }
  };

  // zlib begins its messages with the file's name
  std::string_view without_name(std::string_view message) const {
    const std::string prefix = name_ + ": ";
    return message.starts_with(prefix) ? message.substr(prefix.size()) : message;
  }

  std::string name_;
  std::unique_ptr<gzFile_s, Close> file_;
};

class ZstdSource : public ByteSource {
 public:
  explicit ZstdSource(const std::filesystem::path& path)
      : name_(path.string()), file_(path), stream_(ZSTD_createDStream()), buffer_(kBufferBytes) {}

  std::size_t read(std::span<char> space) override {
    ZSTD_outBuffer out = {space.data(), space.size(), 0};
    while (out.pos == 0) {
      if (in_.pos == in_.size && !refill()) return 0;
      rest_ = ZSTD_decompressStream(stream_.get(), &out, &in_);
      if (ZSTD_isError(rest_) != 0) {
        throw Error(name_, std::string("zstd data is damaged: ") + ZSTD_getErrorName(rest_));
      }
    }
    return out.pos;
  }

 private:
  struct Free {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };

  bool refill() {
    in_ = {buffer_.data(), file_.read(buffer_), 0};
    if (in_.size != 0) return true;
    if (rest_ != 0) throw Error(name_, "zstd data ends too early");
    return false;
  }

  std::string name_;
  PlainSource file_;
  std::unique_ptr<ZSTD_DStream, Free> stream_;
  std::vector<char> buffer_;
  ZSTD_inBuffer in_ = {nullptr, 0, 0};
  std::size_t rest_ = 0;  // what the decoder still expects; 0 between frames
};

}  // namespace

std::unique_ptr<ByteSource> open_bytes(const std::filesystem::path& path) {
  const std::string extension = lower_extension(path);
  if (extension == ".gz") return std::make_unique<GzipSource>(path);
  if (extension == ".zst") return std::make_unique<ZstdSource>(path);
  return std::make_unique<PlainSource>(path);
}

std::string read_bytes(const std::filesystem::path& path, std::size_t most) {
  const std::unique_ptr<ByteSource> source = open_bytes(path);
  std::string bytes;
  std::string buffer(kBufferBytes, '\0');
  while (const std::size_t count = source->read(buffer)) {
    if (bytes.size() + count > most) {
      throw Error(path.string(), "is larger than " + std::to_string(most >> 20U) + " MiB");
    }
    bytes.append(buffer, 0, count);
  }
  return bytes;
}

std::filesystem::path uncompressed_name(const std::filesystem::path& path) {
  const std::string extension = lower_extension(path);
  if (extension != ".gz" && extension != ".zst") return path;
  return std::filesystem::path(path).replace_extension();
}

LineReader::LineReader(ByteSource& source, std::size_t longest)
    : source_(source), longest_(longest), buffer_(kBufferBytes, '\0') {
  buffer_.resize(0);
}

bool LineReader::fill() {
  buffer_.resize(kBufferBytes);
  const std::size_t count = source_.read(buffer_);
  buffer_.resize(count);
  at_ = 0;
  return count != 0;
}

bool LineReader::next() {
  pending_.clear();
  too_long_ = false;
  bool any = false;
  while (!at_end_) {
    if (at_ == buffer_.size() && !fill()) {
      at_end_ = true;
      break;
    }
    any = true;
    const std::size_t newline = buffer_.find('\n', at_);
    const std::size_t end = newline == std::string::npos ? buffer_.size() : newline;
    const std::string_view part = std::string_view(buffer_).substr(at_, end - at_);
    too_long_ = too_long_ || pending_.size() + part.size() > longest_;
    at_ = newline == std::string::npos ? end : end + 1;
    if (newline != std::string::npos && pending_.empty() && !too_long_) {
      line_ = part;  // the common case: no copy
      return true;
    }
    if (too_long_) {
      pending_.clear();
    } else {
      pending_ += part;
    }
    if (newline != std::string::npos) break;
  }
  line_ = pending_;
  return any;
}

}  // namespace pincite
