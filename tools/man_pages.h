// The manual, in roff, written from the tables of commands and options: one page for the
// program, one for each command.
#pragma once

#include <string>

#include "tools/commands.h"

namespace pincite {

/// What stands at a page's foot.
struct ManualEdition {
  std::string version;
  std::string date;  // of the release: `2012-11-29`; empty before it
};

/// pincite.1
std::string man_page(const ManualEdition& edition);

/// pincite-COMMAND.1
std::string man_page(const Command& command, const ManualEdition& edition);

}  // namespace pincite
