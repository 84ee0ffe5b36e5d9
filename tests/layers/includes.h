// The direction in which the folders of the project may include each other, checked on the sources.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace pincite {

/// What is against the rules in the tree below `root`, a line each: `FILE includes "X": WHY`.
std::vector<std::string> layering_faults(const std::filesystem::path& root);

}  // namespace pincite
