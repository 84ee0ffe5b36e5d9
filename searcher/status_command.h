// `pincite status`: what an index holds, what it covers, and what is not in it.
#pragma once

#include <filesystem>
#include <iosfwd>

#include "searcher/search_command.h"

namespace pincite {

struct StatusCommand {
  std::filesystem::path index;
  OutputFormat format = OutputFormat::text;
};

int status_command(const StatusCommand& command, std::ostream& out);

}  // namespace pincite
