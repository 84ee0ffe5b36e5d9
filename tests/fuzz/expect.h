// How a fuzz target says what must hold.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace pincite {

/// Ends the program, so that libFuzzer keeps the input, where `holds` is false.
inline void expect(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

}  // namespace pincite
