// Run files of TREC: the documents found for each topic, a line each,
//
//   TOPIC Q0 DOCUMENT RANK SCORE NAME
#pragma once

#include <filesystem>
#include <iosfwd>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "searcher/answer.h"

namespace pincite {

/// The score is 1 / rank: readers sort by it, and what lifts a document in our order (a phrase that
/// stands as typed) is not in its own score.
void write_run(std::ostream& out, const std::string& topic, std::span<const DocumentHit> hits);

/// By topic, the documents by falling score; those of equal score as they stand in the file.
/// Throws Error where the file cannot be read or a line is none of a run.
std::map<std::string, std::vector<std::string>> read_run(const std::filesystem::path& file);

}  // namespace pincite
