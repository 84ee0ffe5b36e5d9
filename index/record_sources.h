// What a note cites, as a record's head holds it.
#pragma once

#include <vector>

#include "corpus/cited_source.h"
#include "index/bytes.h"

namespace pincite {

void write_sources(ByteWriter& out, const std::vector<CitedSource>& sources);

/// Throws what the readers of record_values.h do.
std::vector<CitedSource> read_sources(ByteReader& in);

}  // namespace pincite
