// The names that someone may have meant who wrote one that is unknown.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/name_index.h"

namespace pincite {

/// The number of letters left out, put in, changed or exchanged with their neighbour between two
/// words (Damerau 1964, restricted as in optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);

struct NearName {
  std::uint32_t entry = 0;
  std::size_t distance = 0;  // 0: the same
};

/// The entries with a name near to `key`, each once with its least distance, in no order.
/// The distance is the number of letters left out, put in, changed or exchanged with their
/// neighbour (Damerau 1964, restricted as in optimal string alignment), and may be a third of the
/// key's length. A name that begins with the key has distance 1, one with a later word that does,
/// 2; a key of less than three letters begins none.
std::vector<NearName> nearest_names(const NameIndex& names, std::string_view key);

/// Whether `key` may be a slip: it is one letter away from a name of an entry that is not among
/// those it is taken to mean.
bool may_be_slip(const NameIndex& names, std::string_view key,
                 std::span<const NameIndex::Name> meant);

}  // namespace pincite
