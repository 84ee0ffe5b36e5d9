// Names that stand for each other: of the field's things (`APM`, `anti-personnel mine`), treaties,
// meetings, resolutions, and states in all languages of ICU.
//
// Gathered from the vocabulary when the program is built (synonym_table.cpp) and looked up in
// place: nothing is read at run time.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/name_index.h"

namespace pincite {

/// The text that synonym_table.cpp makes. `keys`: lines `KEY\tGROUP...`, sorted by bytes, where
/// GROUP is the offset of a line in `groups`; a line there is names, separated by tabs.
struct SynonymText {
  std::string_view keys;
  std::string_view groups;
};
SynonymText synonym_text();

/// The longest name that begins at tokens[first] and ends at one of `ends`, which are ascending.
struct SynonymMatch {
  std::size_t last = 0;            // index of its last token
  std::vector<std::string> names;  // every name of what it names, itself among them; none: no name
};
SynonymMatch longest_synonym(std::span<const NameToken> tokens, std::size_t first,
                             std::span<const std::size_t> ends);

}  // namespace pincite
