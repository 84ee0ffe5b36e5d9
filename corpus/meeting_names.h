// Meetings named together with their treaty. The tenth meetings of the States Parties to two
// treaties share their name; a treaty named beside it tells which is meant.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/name_index.h"
#include "corpus/vocabulary_table.h"

namespace pincite {

/// Indexes [begin, end) of tokens.
struct TokenRun {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Ids of the meetings that the whole of `text` names with a treaty before or after them: `MBT
/// 10MSP`, `Tenth Meeting of States Parties to the Ottawa Convention`. Empty where it does not.
std::vector<std::string> meeting_with_treaty(const VocabularyTable& meetings,
                                             const VocabularyTable& treaties,
                                             std::string_view text);

/// Those of the meetings `ids`, named by the tokens `named`, that belong to the treaty named right
/// after or before them; `named` then grows over it. All of `ids` where no treaty tells them apart.
/// REQUIRES: `named` is not empty and inside `tokens`.
std::vector<std::string> narrow_by_treaty(const VocabularyTable& meetings,
                                          const VocabularyTable& treaties,
                                          std::span<const NameToken> tokens, TokenRun& named,
                                          std::vector<std::string> ids);

}  // namespace pincite
