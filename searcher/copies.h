// Copies of a passage in other documents and places: yearly editions, two renderings of a page,
// dispatches sent to several papers.
//
// A copy has the same words, folded by the analysis; case, punctuation, note marks and the spelling
// of compounds are no difference. Where only some words differ, it is a copy as well if none of
// them is near what matched: in its sentence, or within eight words. What has another wording of
// the match is never one.
#pragma once

#include <cstddef>
#include <span>
#include <utility>

#include "searcher/answer.h"
#include "searcher/compile.h"

namespace pincite {

/// A passage of an entry.
struct PassagePlace {
  Xapian::docid entry = 0;
  std::uint32_t passage = 0;  // index

  bool operator<(const PassagePlace& other) const {
    return std::pair(entry, passage) < std::pair(other.entry, other.passage);
  }
};

struct FoundCopy {
  PassagePlace place;
  PassageCopy copy;
};

/// The most documents that are compared with one passage.
inline constexpr std::size_t kMostCompared = 200;

/// The copies of a passage in which something matched, among the documents of `matching`, those in
/// its own document included; by date, then id. Titles, headings and passages of fewer than five
/// words have none. REQUIRES: `hit` is of `document`, which is that of `entry`, and its text is
/// loaded.
std::vector<FoundCopy> copies_of(const IndexReader& index, Xapian::docid entry,
                                 const Document& document, const PassageHit& hit,
                                 std::span<const Unit> units, const Xapian::Query& matching);

}  // namespace pincite
