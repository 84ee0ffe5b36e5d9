#include "indexer/kept_warnings.h"

#include "index/bytes.h"
#include "index/compression.h"

namespace pincite {

std::string write_warnings(const std::vector<Warning>& warnings) {
  if (warnings.empty()) return {};
  ByteWriter out;
  for (const Warning& warning : warnings) {
    out.string(warning.code);
    out.string(warning.text);
    out.string(warning.where);
  }
  return compress(out.bytes());
}

std::vector<Warning> read_warnings(std::string_view bytes) {
  std::vector<Warning> warnings;
  if (bytes.empty()) return warnings;
  const std::string all = decompress(bytes);
  for (ByteReader in(all); !in.at_end();) {
    Warning& warning = warnings.emplace_back();
    warning.code = in.string();
    warning.text = in.string();
    warning.where = in.string();
  }
  return warnings;
}

}  // namespace pincite
