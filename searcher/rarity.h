// How telling the parts of a query are, in one index.
#pragma once

#include <span>
#include <vector>

#include "searcher/compile.h"

namespace pincite {

/// Of a word, given its forms' readings, or of a phrase: as rarity() in weighting.h, by the
/// commonest reading, and of a reading by its rarest term.
double rarity_of(std::span<const PhraseLattice> lattices, const IndexReader& index);

/// Units whose closeness tells something: none that is as common as a function word, and of many
/// the most telling.
std::vector<Unit> telling_units(std::span<const Unit> units);

}  // namespace pincite
