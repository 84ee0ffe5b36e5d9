// libFuzzer target: whatever is typed is read, and what was understood reads back to the same,
// as it was read and as it is bounded.
#include <cstddef>
#include <cstdint>
#include <string>

#include "searcher/query.h"
#include "tests/fuzz/expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const pincite::ParsedQuery first = pincite::parse_query(std::string(bytes, bytes + size));
  const pincite::ParsedQuery second = pincite::parse_query(pincite::to_string(first.root));
  pincite::expect(second.root == first.root, "a query reads back to the same");
  pincite::expect(second.notices.empty(), "what is read back needs no notice");
  return 0;
}
