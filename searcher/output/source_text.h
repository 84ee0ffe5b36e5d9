// What a note cites, as one line for people.
#pragma once

#include <string>

#include "corpus/cited_source.h"
#include "searcher/output/wrap.h"

namespace pincite {

/// `cites: Statement · Azerbaijan · Tenth Meeting of the States Parties, Mine Ban Treaty ·
/// 29 November 2010`; what is inherited from the page is in square brackets.
InkedText source_line(const CitedSource& source);

/// The same without `cites: `.
std::string source_facts(const CitedSource& source);

}  // namespace pincite
