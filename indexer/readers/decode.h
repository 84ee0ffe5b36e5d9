// From the bytes of a text file to UTF-8. The one place that knows about encodings.
#pragma once

#include <string>

namespace pincite {

/// Text, or the reason why the bytes are none.
struct Decoded {
  std::string text;     // UTF-8 without byte order mark
  std::string problem;  // for people; empty where all is well
};

/// Takes UTF-8, with or without byte order mark, and UTF-16 and UTF-32 with one. Bytes that are
/// another encoding, or no text at all, are a problem that names the offset.
Decoded decode(std::string bytes);

}  // namespace pincite
