// Front matter: metadata between two lines `---` at the very start of a text.
//
// A small language of its own that is read like YAML, and not YAML itself: there
// `title: Azerbaijan: Mine Ban Policy` is an error, `state: NO` means false, and references may
// grow without bound. What can be written:
//
//   key: value                 the rest of the line, as it stands; ` #` begins a comment
//   key: "value"  'value'      \" \\ \n \t within double quotation marks, '' within single ones
//   key: [one, "two, three"]   a list
//   key:                       a list as well
//     - one
//     - two
//   # a comment
//
// A line indented below a value continues it. `null`, `~` and nothing say nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/readers/formats.h"
#include "indexer/reading.h"

namespace pincite {

struct FrontMatter {
  std::size_t bytes = 0;    // from the start of the text, both lines `---` with it; 0 for none
  std::uint32_t lines = 0;  // the same in lines
  std::vector<GivenValue> given;
};

/// REQUIRES: UTF-8. A text that begins with `---` but has no second one, or no `key:` before it,
/// has no front matter. Lines that are not understood are warnings `bad_front_matter`.
FrontMatter read_front_matter(std::string_view text, const WarnOf& warn);

}  // namespace pincite
