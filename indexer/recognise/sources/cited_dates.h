// Dates in a citation: the source's own, and the period that it reports on.
#pragma once

#include <optional>

#include "corpus/period.h"
#include "indexer/recognise/sources/parts.h"

namespace pincite {

/// Takes the period out that a report is on: `(for the period June 2000–November 2008)`, `for
/// calendar year 2010`, `covering 2010`, `(for 2010)`; also a span of more than two months without
/// any of these words.
std::optional<Period> take_period(Parts& parts);

/// Takes all dates outside quotations out and returns the last that is the source's own. A deadline
/// (`due on`), the day a page was looked at (`accessed`) and what is `as of` a day are no dates of
/// a source.
std::optional<Period> take_date(Parts& parts);

/// Takes out the last year that stands alone between commas or in brackets.
std::optional<Period> take_year(Parts& parts);

/// The year from byte `at` on, 1800 to 2099: four digits that no other digit stands beside.
std::optional<Period> year_at(std::string_view text, std::size_t at);

}  // namespace pincite
