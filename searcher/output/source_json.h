// What a note cites, as JSON (contract, section 6).
#pragma once

#include <string>

#include "corpus/document.h"
#include "searcher/output/passage_json.h"

namespace pincite {

/// The sources of a note in the order of its text, which is `text`. `state_from` and `treaty_from`
/// say `note` or `document`; `repeats` is the label of the note that an `Ibid.` goes back to.
Json sources_json(const Note& note, const std::string& text);

}  // namespace pincite
