// `pincite show`: one document, whole, with where its metadata came from.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>

#include "searcher/search_command.h"

namespace pincite {

struct ShowCommand {
  std::filesystem::path index;
  std::string id;
  std::uint32_t passage = 0;  // number of the one passage to show, from 1; 0 for all
  OutputFormat format = OutputFormat::text;
  TextStyle style;
};

/// Returns 0, or 1 where there is no such document or passage.
int show_command(const ShowCommand& command, std::ostream& out, std::ostream& err);

}  // namespace pincite
