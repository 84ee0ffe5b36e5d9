// What a person is told where reading an index breaks the program itself.
#pragma once

#include <filesystem>

namespace pincite {

/// From now on a fault by which the system would end the program (a bad address, a failed internal
/// promise) is told as damage of `index`, and the program ends with exit code 2: Xapian trusts what
/// stands inside the blocks of its tables, and bytes that were changed there can lead it anywhere.
/// Builds with AddressSanitizer keep that one's report.
void tell_crash_as_damage(const std::filesystem::path& index);

}  // namespace pincite
