// The persons and offices of letters and interviews.
#pragma once

#include <string>
#include <vector>

#include "indexer/recognise/sources/draft.h"

namespace pincite {

/// Who wrote or was interviewed, from the clauses that tell it: the first is a person or an office,
/// the others that person's office. Sets person, office and the state that the office is of.
void read_author(Draft& draft, const std::vector<Clause>& clauses);

/// Whether the author is of a body that speaks for no state.
bool is_independent_author(const CitedSource& source);

}  // namespace pincite
