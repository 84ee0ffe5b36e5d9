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
  bool concordance = false;      // an occurrence a line; REQUIRES: text, json or csv
  std::filesystem::path record;  // file for the record of the search; empty for none
};

/// Prints the answer as it is made; notices and the word that nothing was found go to `err`, but
/// are part of JSON. Returns 0 where something was found (in a concordance, an occurrence), 1 where
/// nothing was. Throws Error, with nothing printed where the answer is smaller than
/// HeldOutput::kMost; of a larger one the Error says that what was printed is incomplete.
int search_command(const SearchCommand& command, std::ostream& out, std::ostream& err);

}  // namespace pincite
