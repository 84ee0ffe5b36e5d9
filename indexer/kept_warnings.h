// Warnings as bytes, kept with a document for the run that takes it over from a killed one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/reading.h"

namespace pincite {

/// No bytes where there are no warnings.
std::string write_warnings(const std::vector<Warning>& warnings);
/// REQUIRES: bytes that write_warnings() made.
std::vector<Warning> read_warnings(std::string_view bytes);

}  // namespace pincite
