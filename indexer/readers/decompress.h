// Bytes of a file as a stream, decompressed by its name: `.gz` with zlib, `.zst` with libzstd.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace pincite {

class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  /// Fills `space` from its start. Returns how many bytes; 0 at the end only.
  /// Throws Error where the file cannot be read or its compressed data is damaged.
  virtual std::size_t read(std::span<char> space) = 0;
};

/// Throws Error where the file cannot be opened.
std::unique_ptr<ByteSource> open_bytes(const std::filesystem::path& path);

/// All the bytes of a file. Throws Error where they cannot be read or are more than `most`
/// (whole mebibytes).
std::string read_bytes(const std::filesystem::path& path, std::size_t most);

/// `path` without `.gz` or `.zst`; as it is where it has neither.
std::filesystem::path uncompressed_name(const std::filesystem::path& path);

/// Lines of a stream, one at a time: memory is bounded by the longest line, and that by a limit.
class LineReader {
 public:
  /// REQUIRES: `source` outlives the reader.
  LineReader(ByteSource& source, std::size_t longest);

  /// Steps to the next line; false at the end. Throws what the source throws; a line that the
  /// source ends in the middle of is not given.
  bool next();

  /// The line without its end. Empty where it was longer than the limit.
  std::string_view line() const { return line_; }
  bool too_long() const { return too_long_; }

 private:
  bool fill();

  ByteSource& source_;
  std::size_t longest_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::string pending_;
  std::string_view line_;
  bool too_long_ = false;
  bool at_end_ = false;
};

}  // namespace pincite
