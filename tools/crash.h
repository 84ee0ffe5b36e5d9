// What a person is told where the program itself breaks off.
#pragma once

#include <filesystem>

#include "corpus/error.h"

namespace pincite {

/// From now on a fault by which the system would end the program (a bad address, a failed internal
/// promise) is told as this error, and the program ends with exit code 2. Xapian trusts what stands
/// inside the blocks of its tables, so that bytes that were changed there can lead it anywhere; and
/// it ends the program where a write fails while it handles another failure.
/// Builds with AddressSanitizer keep that one's report.
void tell_crash_as(const Error& error);

/// What a crash of a command that reads `index` is told as.
Error crash_in_reading(const std::filesystem::path& index);
/// What a crash of one that writes it is told as.
Error crash_in_writing(const std::filesystem::path& index);

}  // namespace pincite
