// The list, kept in an index, of what was not taken into it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pincite {

/// A file or record that could not be indexed.
struct Skipped {
  std::string path;
  std::uint32_t line = 0;  // of a record, from 1; 0 for the whole file
  std::string reason;
};

std::string write_skipped(const std::vector<Skipped>& list);
/// Throws Error where the bytes are not such a list.
std::vector<Skipped> read_skipped(std::string_view bytes);

}  // namespace pincite
