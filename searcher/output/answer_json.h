// The parts of a JSON answer around its hits, and the record of a search as a file of its own.
#pragma once

#include <iosfwd>

#include "searcher/concordance.h"
#include "searcher/output/json_stream.h"
#include "searcher/search_record.h"

namespace pincite {

/// How the search was put, when, and of which state of which index: the member `search`.
Json search_json(const AnswerHead& head);

/// The members before the hits; REQUIRES: an open object.
void write_head(JsonStream& json, const AnswerHead& head);

/// The members behind the hits.
void write_tail(JsonStream& json, const AnswerHead& head, const Exported& exported);

/// What a concordance counts: its member `counts`.
Json counts_json(const ConcordanceCounts& counts);

/// The file of `--record`: the members `schema`, `search`, `documents`, `exported`, `facets` and
/// `notices` of the JSON answer, without its hits; and `counts` of a concordance, which may be
/// nullptr.
void write_record(std::ostream& out, const AnswerHead& head, const Exported& exported,
                  const ConcordanceCounts* counts);

}  // namespace pincite
