#include "index/skipped.h"

#include <stdexcept>

#include "corpus/error.h"
#include "index/bytes.h"

namespace pincite {

std::string write_skipped(const std::vector<Skipped>& list) {
  ByteWriter out;
  for (const Skipped& skipped : list) {
    out.string(skipped.path);
    out.number(skipped.line);
    out.string(skipped.reason);
  }
  return out.bytes();
}

std::vector<Skipped> read_skipped(std::string_view bytes) {
  std::vector<Skipped> list;
  try {
    ByteReader in(bytes);
    while (!in.at_end()) {
      Skipped& skipped = list.emplace_back();
      skipped.path = in.string();
      skipped.line = in.number32();
      skipped.reason = in.string();
    }
  } catch (const std::exception& error) {
    throw Error("list of skipped files", error.what(), "run `pincite index --rebuild`");
  }
  return list;
}

}  // namespace pincite
