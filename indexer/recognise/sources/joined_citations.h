// Citations that nothing but `and` joins: `Email from X, 3 March 2014, and statement of Y, …`.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/vocabulary.h"
#include "indexer/recognise/sources/citations.h"
#include "indexer/recognise/sources/page_context.h"

namespace pincite {

/// Cuts the stretches of a note before each `and` that has a citation on either side; of the list
/// `Article 7 Reports, 12 March 2002 and 29 April 2003` also before a date, which goes on with the
/// report before it. Linear in the length of the note.
std::vector<Stretch> cut_at_joints(std::string_view note, const std::vector<Stretch>& stretches,
                                   const PageContext& page, const Vocabulary& vocabulary);

}  // namespace pincite
