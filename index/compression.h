// Zstandard frames.
#pragma once

#include <string>
#include <string_view>

namespace pincite {

std::string compress(std::string_view bytes);

/// Throws std::runtime_error where `frame` is not a whole frame.
std::string decompress(std::string_view frame);

}  // namespace pincite
