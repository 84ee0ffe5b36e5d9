// From a reading to a document: title, headings, header table, paragraphs, notes and their marks,
// and the metadata that the page itself gives.
#pragma once

#include <functional>

#include "corpus/document.h"
#include "corpus/vocabulary.h"
#include "indexer/reading.h"

namespace pincite {

/// Recognises the structure and metadata of `reading`. Given metadata is stronger than recognised;
/// of two given values the one of the stronger origin holds. The id is the one given, or empty.
/// Warnings (unknown values, impossible dates, unpaired marks and notes) go to `warn`.
/// The passages' hashes are set.
Document recognise(Reading&& reading, const Vocabulary& vocabulary,
                   const std::function<void(Warning&&)>& warn);

}  // namespace pincite
