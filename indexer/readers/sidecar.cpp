#include <nlohmann/json.hpp>

#include "corpus/error.h"
#include "indexer/readers/decode.h"
#include "indexer/readers/decompress.h"
#include "indexer/readers/fields.h"
#include "indexer/readers/formats.h"
#include "indexer/readers/readers.h"

namespace pincite {
namespace {

constexpr std::size_t kLargestSidecar = std::size_t{1} << 24U;

/// The sidecar's bytes. Throws Error where they cannot be read or are too many.
std::string read_bytes(const std::filesystem::path& path) {
  const std::unique_ptr<ByteSource> source = open_bytes(path);
  std::string bytes(kLargestSidecar + 1, '\0');
  std::size_t size = 0;
  while (size < bytes.size()) {
    const std::size_t count = source->read(std::span(bytes).subspan(size));
    if (count == 0) break;
    size += count;
  }
  if (size > kLargestSidecar) throw Error(path.string(), "is larger than 16 MiB");
  bytes.resize(size);
  return bytes;
}

}  // namespace

std::vector<GivenValue> read_sidecar(const std::filesystem::path& path, const WarnOf& warn) {
  const std::filesystem::path sidecar = sidecar_of(path);
  const std::string name = sidecar.filename().string();
  std::error_code error;
  if (!std::filesystem::is_regular_file(sidecar, error)) return {};
  std::string problem;
  nlohmann::json object;
  try {
    const Decoded decoded = decode(read_bytes(sidecar));
    problem = decoded.problem;
    if (problem.empty()) object = parse_object(decoded.text, problem);
    const std::string notice = decoding_notice(decoded);
    if (problem.empty() && !notice.empty()) {
      warn(decoded.encoding.empty() ? "invalid_bytes" : "decoded_as", name + " " + notice);
    }
  } catch (const Error& failure) {
    problem = failure.cause();
  }
  if (!problem.empty()) {
    warn("bad_sidecar", name + " " + problem + "; the document is indexed without it");
    return {};
  }
  return given_values(
      object, Origin::sidecar, [&name](const std::string&) { return name; }, warn);
}

}  // namespace pincite
