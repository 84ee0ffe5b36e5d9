// `pincite search`: a query into cited passages.
#pragma once

#include <filesystem>
#include <iosfwd>

#include "searcher/output/output.h"
#include "searcher/search.h"

namespace pincite {

/// Of the commands' answers; the last four are of searches only.
enum class OutputFormat : std::uint8_t { text, json, csv, ris, bibtex, csl };

struct SearchCommand {
  std::filesystem::path index;
  SearchRequest request;
  OutputFormat format = OutputFormat::text;
  TextStyle style;
};

/// Prints the answer; notices and the word that nothing was found go to `err`, but are part of
/// JSON. Returns 0 where something was found, 1 where nothing was. Throws Error with nothing
/// printed.
int search_command(const SearchCommand& command, std::ostream& out, std::ostream& err);

}  // namespace pincite
