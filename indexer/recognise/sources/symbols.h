// Symbols of United Nations documents, and what they tell.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/period.h"
#include "corpus/vocabulary.h"
#include "indexer/recognise/sources/parts.h"

namespace pincite {

/// Takes the first symbol out: `APLC/MSP.10/2010/WP.1`, `A/RES/54/54 B`, `GA/DIS/3116`. Empty where
/// there is none.
std::string take_symbol(Parts& parts);

/// Takes the number of a resolution out and returns its symbol: of `Resolution 65/48`,
/// `A/RES/65/48`; of `Security Council Resolution 1325 (2000)`, `S/RES/1325 (2000)`.
std::string take_resolution(Parts& parts);

/// The type of a document with this symbol.
std::string_view type_by_symbol(std::string_view symbol);

struct SymbolFacts {
  std::vector<std::string> meeting;
  std::vector<std::string> treaty;
  std::optional<Period> year;
};

/// `APLC/MSP.10/2010/WP.1`: the Tenth Meeting of the States Parties, the Mine Ban Treaty, 2010.
SymbolFacts facts_of_symbol(std::string_view symbol, const Vocabulary& vocabulary);

}  // namespace pincite
