// `status` as bytes: what an index holds, what it covers, and what is not in it.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "index/skipped.h"
#include "searcher/coverage.h"

namespace pincite {

struct Status {
  std::string index;
  std::string revision;
  IndexTotals totals;
  std::uint64_t terms = 0;
  Coverage coverage;
  std::vector<Skipped> skipped;
};

/// Totals, languages and types; a line a state with its number of documents, first and last year,
/// and the years between without any; a line a year; what was skipped, the first 50.
void write_status_text(std::ostream& out, const Status& status);

/// The contract's members, of which `coverage` has the documents with both a state and a date; and
/// `types`, `states` (each with `documents`, `undated`, `first`, `last` and `missing`, pairs of
/// first and last years), `years`, and `without`: how many documents have no state, date, type,
/// language.
void write_status_json(std::ostream& out, const Status& status);

}  // namespace pincite
