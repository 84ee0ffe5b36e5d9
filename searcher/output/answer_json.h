// The parts of a JSON answer around its hits, and the record of a search as a file of its own.
#pragma once

#include <iosfwd>

#include "searcher/output/json_stream.h"
#include "searcher/search_record.h"

namespace pincite {

/// How the search was put, when, and of which state of which index: the member `search`.
Json search_json(const AnswerHead& head);

/// The members before the hits; REQUIRES: an open object.
void write_head(JsonStream& json, const AnswerHead& head);

/// The members behind the hits.
void write_tail(JsonStream& json, const AnswerHead& head, const Exported& exported);

/// The file of `--record`: the members `schema`, `search`, `documents`, `exported`, `facets` and
/// `notices` of the JSON answer, without its hits.
void write_record(std::ostream& out, const AnswerHead& head, const Exported& exported);

}  // namespace pincite
