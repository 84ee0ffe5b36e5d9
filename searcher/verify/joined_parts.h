// Parts of a quotation that stand in a document one after the other, with other words between.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "index/reader.h"
#include "searcher/phrase_lattice.h"
#include "searcher/verify/verification.h"

namespace pincite {

/// Where a part stands.
struct PlacedPart {
  std::uint32_t passage = 0;  // index
  Range range;                // bytes of its text
};

struct JoinedParts {
  Xapian::docid entry = 0;
  std::vector<PlacedPart> parts;
  std::vector<Omission> omissions;  // behind each part but the last
  std::vector<std::string>
      omitted;                  // the words left out, cut in the middle where they are very many
  std::vector<bool> negations;  // whether they hold one
  std::uint32_t words = 0;      // left out in all
};

/// The parts as they stand in an entry in this order, none within another, where they have the
/// fewest words between them. Nothing where they do not. REQUIRES: there are parts.
std::optional<JoinedParts> joined_parts(const IndexReader& index, Xapian::docid entry,
                                        std::span<const PhraseLattice> parts);

}  // namespace pincite
