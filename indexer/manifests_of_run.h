// Which manifests a run uses: those that the index remembers, and those given with it.
#pragma once

#include <filesystem>
#include <vector>

#include "indexer/identity.h"
#include "indexer/index_command.h"
#include "indexer/manifests.h"
#include "indexer/pipeline.h"
#include "indexer/report.h"
#include "indexer/writer.h"

namespace pincite {

/// Reads the manifests given, before anything is written. Throws Error where one cannot be read.
std::vector<Manifest> read_given_manifests(const IndexRequest& request, Report& report);

/// What the index is to remember: the manifests it knows, then those given. A rebuild with
/// manifests starts over with these.
PathList manifest_paths(const IndexRequest& request, const IndexWriter& writer);

/// The manifests at `paths`, the weakest first; `given` are those read already. One that is gone is
/// a warning `manifest_gone`. Throws Error where a remembered one cannot be read.
Manifests all_manifests(const PathList& paths, std::vector<Manifest>&& given, Report& report);

/// Warns of rows without a document. A run may be on a part of what remembered manifests tell of:
/// of these, only rows whose path lies below `roots` count.
void warn_of_unused_rows(const IndexRequest& request,
                         const std::vector<std::filesystem::path>& roots,
                         const Manifests& manifests, const Pipeline& pipeline, Report& report);

}  // namespace pincite
