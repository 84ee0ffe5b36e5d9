// Words of an index that are spelled nearly like one that is not in it.
//
// The list of terms is read through, which takes 0.1 ms a thousand terms, so that no dictionary is
// kept. Changes are letters left out, put in, exchanged or swapped with their neighbour
// (Damerau-Levenshtein distance, optimal string alignment), counted in code points of the folded
// words, whatever the script.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "index/reader.h"

namespace pincite {

struct Spelling {
  std::string term;             // without the prefix of its field
  std::uint32_t changes = 0;    // letters
  std::uint32_t documents = 0;  // that hold it
};

/// Of each of `words`, folded, the nearest terms of the index that are not itself, at most `most`:
/// by few changes, then by how many documents hold them; a change of the first letter counts more,
/// and a far more frequent word comes before a rare one that is nearer. None for words of fewer
/// than three letters, of more than 40, and those that hold digits. Of an index with more than two
/// million terms only so many are read. `prefix` is that of the field whose words are meant.
std::vector<std::vector<Spelling>> spellings(const IndexReader& index, const std::string& prefix,
                                             std::span<const std::string> words, std::size_t most);

/// Letters changed between two words; `limit + 1` where there are more than `limit`.
/// REQUIRES: UTF-8.
std::uint32_t changes_between(std::string_view a, std::string_view b, std::uint32_t limit);

}  // namespace pincite
