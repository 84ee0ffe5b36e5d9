// One citation read into a source.
#pragma once

#include <optional>
#include <string_view>

#include "corpus/cited_source.h"
#include "corpus/vocabulary.h"
#include "indexer/recognise/sources/page_context.h"

namespace pincite {

/// What an `Ibid.` or a short form says besides the source that it stands for.
struct Repeat {
  bool previous = false;  // `Ibid.`
  std::string note;       // label of the note it names: `see note 3 above`
  std::string name;       // whom it names: `Muradov, op. cit.`
  CitedSource told{};     // page, forms, date
  std::string day;        // a day and month without their year: `Ibid., 5 May`
};

struct ReadCitation {
  std::optional<CitedSource> source;
  std::optional<Repeat> repeat;
};

/// Reads one citation, without its signal and last stop. Neither member is set where it is prose,
/// or of no shape that is known; text of more than 2,000 bytes is prose. `at` of the source is not
/// set.
ReadCitation read_citation(std::string_view text, const PageContext& page,
                           const Vocabulary& vocabulary);

}  // namespace pincite
