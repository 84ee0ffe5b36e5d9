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

}  // namespace

std::vector<GivenValue> read_sidecar(const std::filesystem::path& path, const WarnOf& warn) {
  const std::filesystem::path sidecar = sidecar_of(path);
  const std::string name = sidecar.filename().string();
  std::error_code error;
  if (!std::filesystem::is_regular_file(sidecar, error)) return {};
  std::string problem;
  nlohmann::json object;
  try {
    const Decoded decoded = decode(read_bytes(sidecar, kLargestSidecar));
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
