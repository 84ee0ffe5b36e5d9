#include "indexer/readers/readers.h"

#include <optional>

#include "corpus/error.h"
#include "corpus/text.h"
#include "indexer/readers/decode.h"
#include "indexer/readers/decompress.h"
#include "indexer/readers/formats.h"
#include "indexer/readers/front_matter.h"
#include "indexer/readers/names.h"

namespace pincite {
namespace {

namespace fs = std::filesystem;

// Offsets in a document are 32 bits, and UTF-16 may grow by half when it is decoded.
constexpr std::uintmax_t kLargestText = std::uintmax_t{1} << 30U;

/// Why the path cannot be read at all, or nothing.
std::optional<std::string> obstacle(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (error) return "cannot be opened: " + error.message();
  if (fs::is_directory(status)) return "is a folder";
  if (!fs::is_regular_file(status)) return "is not a regular file";
  return std::nullopt;
}

std::string whole_file(const fs::path& path) {
  const std::unique_ptr<ByteSource> source = open_bytes(path);
  std::string bytes;
  std::string buffer(std::size_t{1} << 16U, '\0');
  while (const std::size_t count = source->read(buffer)) {
    if (bytes.size() + count > kLargestText) {
      throw Error(path.string(), "is larger than 1 GiB", "split it");
    }
    bytes.append(buffer, 0, count);
  }
  return bytes;
}

void append(std::vector<GivenValue>& all, std::vector<GivenValue>&& more) {
  for (GivenValue& value : more) all.push_back(std::move(value));
}

/// What was inferred of how the bytes are encoded is told, and kept with the document's fields.
void tell_decoding(const Decoded& decoded, std::vector<GivenValue>& given, const WarnOf& warn) {
  const std::string notice = decoding_notice(decoded);
  if (notice.empty()) return;
  const Provenance bytes = {Origin::file, "its bytes"};
  if (decoded.encoding.empty()) {
    const std::string count = std::to_string(decoded.replaced);
    given.push_back({"replaced_sequences", {count}, count, bytes});
    warn("invalid_bytes", notice);
  } else {
    given.push_back({"encoding", {decoded.encoding}, '"' + decoded.encoding + '"', bytes});
    warn("decoded_as", notice);
  }
}

/// The document in `bytes`, or why there is none in `problem`.
std::optional<Reading> read_text(const fs::path& path, std::string&& bytes, const WarnOf& warn,
                                 std::string& problem) {
  Reading reading;
  reading.sha256 = sha256_hex(bytes);
  if (bytes.empty()) problem = "is empty";
  if (!problem.empty()) return std::nullopt;
  const Decoded decoded = decode(std::move(bytes));
  problem = decoded.problem;
  if (!problem.empty()) return std::nullopt;
  FrontMatter front = read_front_matter(decoded.text, warn);
  const std::string_view body = std::string_view(decoded.text).substr(front.bytes);
  reading.blocks = format_of(path) == Format::markdown ? read_markdown(body, front.lines + 1)
                                                       : read_plain_text(body, front.lines + 1);
  if (reading.blocks.empty()) {
    problem = "holds no text";
    return std::nullopt;
  }
  tell_decoding(decoded, reading.given, warn);
  append(reading.given, std::move(front.given));
  append(reading.given, read_sidecar(path, warn));
  return reading;
}

void read_document(const fs::path& path, const std::string& shown, const ReadingSink& sink) {
  std::string problem;
  const WarnOf warn = [&](std::string code, std::string text) {
    sink.warning({std::move(code), std::move(text), shown});
  };
  std::optional<Reading> reading;
  try {
    reading = read_text(path, whole_file(path), warn, problem);
  } catch (const Error& error) {
    problem = error.cause();
  }
  if (!reading) {
    sink.skipped({shown, 0, problem});
    return;
  }
  reading->source = shown;
  sink.document(std::move(*reading));
}

}  // namespace

void read_file(const fs::path& path, const std::string& shown, const ReadingSink& sink) {
  const std::optional<std::string> problem = obstacle(path);
  const Format format = format_of(path);
  if (problem) {
    sink.skipped({shown, 0, *problem});
  } else if (format == Format::records) {
    read_records(path, shown, sink);
  } else if (format != Format::none) {
    read_document(path, shown, sink);
  } else {
    const std::string extension = lower_extension(path);
    sink.skipped({shown, 0,
                  extension.empty() ? "its name has no extension that tells its format"
                                    : "no reader for " + extension + " files"});
  }
}

}  // namespace pincite
