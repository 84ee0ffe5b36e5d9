// The nearest wording: the place of a collection whose words are most like those given, where
// these themselves stand nowhere.
//
// Documents are found by pieces of what was given (nearest_pieces.h): whatever was changed, some
// pieces were not. Places in a document are found by where the positions of the words crowd
// (nearest_places.h); there the words are laid side by side with those of the text
// (word_alignment.h). A wording may run over the end of a passage, and note marks are passed over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "index/analysis.h"
#include "index/reader.h"
#include "searcher/word_alignment.h"

namespace pincite {

/// Of what is longer only so many words from its beginning are looked for.
inline constexpr std::size_t kMostNearestWords = 1000;

/// A step of the alignment as bytes.
struct WordingStep {
  AlignedWords::Kind kind = AlignedWords::Kind::same;
  Range quoted;               // bytes of the text given; of dropped, empty where they would stand
  std::uint32_t passage = 0;  // index of the passage of `source`
  Range source;               // bytes of its text; of added, empty
};

/// A part of a wording, in one passage.
struct WordingPart {
  std::uint32_t passage = 0;
  Range range;
};

struct NearestWording {
  Xapian::docid entry = 0;
  std::vector<WordingStep> steps;
  std::vector<WordingPart> parts;  // where its words stand, in reading order; at least one
  std::uint32_t same = 0;          // words of the text given
  std::uint32_t added = 0;         // likewise
  std::uint32_t dropped = 0;       // words of the source
  double likeness = 0;             // 0 (nothing is the same) to 1 (all words are)
};

struct NearestRequest {
  std::string_view text;
  Xapian::Query within = {};  // documents to look in; empty for all
  std::size_t documents = 6;  // that are looked into, the most promising first
};

/// The nearest wordings, one a document, the nearest first; empty where no document holds any piece
/// of the text. Takes milliseconds, whatever the text. Throws Error where a record is damaged.
std::vector<NearestWording> nearest_wordings(const IndexReader& index,
                                             const NearestRequest& request);

}  // namespace pincite
