// A difference between a quotation and its source, for people and for programs.
#pragma once

#include <vector>

#include "searcher/difference.h"
#include "searcher/output/passage_json.h"
#include "searcher/output/wrap.h"

namespace pincite {

/// `[{"op", "text"}]`, with `negation` and `ellipsis` where they are true.
Json difference_json(const std::vector<Difference>& difference);

/// Marked so that it is seen without colour too: `[-dropped-]{+added+}`, and `(-left out-)` where
/// an ellipsis stands.
InkedText marked_difference(const std::vector<Difference>& difference);

}  // namespace pincite
