// From the bytes of a text file to UTF-8. Decoding is the only change ever made to a text.
//
//   byte order mark            that encoding, or a problem
//   zero bytes                 UTF-16 or UTF-32 without a mark if every character of it is
//                              assigned and printable, else binary data
//   UTF-8                      as it is
//   UTF-8 but for a few bytes  the bad sequences become U+FFFD, as in every browser; counted
//   anything else              an older encoding if it shows (older_encoding.h), else a problem
#pragma once

#include <cstddef>
#include <string>

namespace pincite {

/// Text, or the reason why the bytes are none.
struct Decoded {
  std::string text;           // UTF-8 without byte order mark
  std::string problem;        // for people; empty where all is well
  std::string encoding;       // IANA's name where it was inferred; empty for UTF-8 and by a mark
  std::size_t replaced = 0;   // sequences that are not UTF-8 and became U+FFFD
  std::size_t first_bad = 0;  // offset in bytes of the first of them
};

Decoded decode(std::string bytes);

/// What a person should know of how the text was decoded; empty where it was plain.
std::string decoding_notice(const Decoded& decoded);

}  // namespace pincite
