// From a note to the document that it cites, where the collection has it, and back.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "index/reader.h"

namespace pincite {

/// Tells which documents the sources of a note are. A source that several documents could be is
/// told to be none of them, and no document is its own source.
void link_sources(Document& document, std::uint32_t note, const IndexReader& index);

/// Ids of the documents whose notes cite this one, in order, `most` of them at most.
std::vector<std::string> documents_citing(const Document& document, const IndexReader& index,
                                          std::size_t most = 1000);

}  // namespace pincite
