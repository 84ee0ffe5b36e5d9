// Concordances as sinks, which print each occurrence as it comes and keep none. `out` must outlive
// them. They take what write_text() takes.
#pragma once

#include <iosfwd>
#include <memory>

#include "searcher/concordance.h"
#include "searcher/output/output.h"

namespace pincite {

/// What the formats share: the occurrences of each hit in reading order, and their counts.
class ConcordanceWriter : public AnswerSink {
 public:
  void hit(DocumentHit&& hit) override;

 protected:
  const ConcordanceCounts& counts() const { return counts_; }

 private:
  virtual void occurrence(const DocumentHit& hit, const ConcordanceLine& line) = 0;

  ConcordanceCounts counts_;
};

/// An occurrence a line: kContext columns of what stands before it, set to the right, so that the
/// matches begin in one column; the match; as many columns of what stands behind it; the citation.
/// White space runs are one space. On a terminal a line is as wide as that at most: the citation
/// takes a third of it, and is cut there. Then a blank line and the counts by state and year.
/// Nothing where there is no occurrence.
std::unique_ptr<AnswerSink> concordance_text_writer(std::ostream& out, const TextStyle& style);

/// A header row, then a row an occurrence: left, match, right, document id, title, state, type,
/// date, year, section, paragraph, page, passage (its number), citation, and the record of the
/// search. Contexts and match are verbatim but for control characters; cells as in write_csv().
std::unique_ptr<AnswerSink> concordance_csv_writer(std::ostream& out);

/// The JSON of a search with `occurrences` in the place of `hits`. Each has `rank` (of the
/// document), `document` (`id`, `title`, `state`, `type`, `date`, `year`), `passage` (`number` to
/// `page_index`, as in a hit), `highlight` (code points of the passage's text), `left`, `match` and
/// `right`, verbatim, and `citation`. `counts` has `occurrences`, `documents`, and by `state` and
/// `year` lists of `value`, `label`, `occurrences`, `documents`.
std::unique_ptr<AnswerSink> concordance_json_writer(std::ostream& out);

}  // namespace pincite
