// The words of a document around a place of it, to be laid beside those of a quotation.
#pragma once

#include <cstdint>
#include <vector>

#include "index/analysis.h"
#include "index/record.h"
#include "searcher/word_alignment.h"

namespace pincite {

struct SourceWord {
  Token token;
  std::uint32_t passage = 0;  // index of the one it stands in
};

/// Words [first, last) of a document, counted from its first, without marks of notes. Loads the
/// passages that they stand in.
std::vector<SourceWord> source_words(Record& record, std::uint32_t first, std::uint32_t last);

/// The alignment with `source` with words added at its ends as exchanged for those that the source
/// has there, as far as its sentence goes on: the first or last word of a quotation may be the one
/// that was changed. REQUIRES: the passages of `source` are loaded.
std::vector<AlignedWords> with_ends_exchanged(const Record& record,
                                              const std::vector<SourceWord>& source,
                                              std::vector<AlignedWords> steps);

}  // namespace pincite
