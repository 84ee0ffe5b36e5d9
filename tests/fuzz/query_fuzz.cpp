// libFuzzer target: whatever is typed is read, and what was understood reads back to the same.
//
//   clang++ -std=c++20 -g -O1 -I. -fsanitize=fuzzer,address,undefined \
//           tests/fuzz/query_fuzz.cpp searcher/query*.cpp -o query_fuzz && ./query_fuzz
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "searcher/query.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(bytes, bytes + size);
  const pincite::ParsedQuery first = pincite::parse_query(text);
  const std::string canonical = pincite::to_string(first.root);
  const pincite::ParsedQuery second = pincite::parse_query(canonical);
  if (!(second.root == first.root) || !second.notices.empty()) {
    std::fprintf(stderr, "does not read back: %s\n", canonical.c_str());
    std::abort();
  }
  return 0;
}
