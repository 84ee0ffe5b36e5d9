// `pincite vocabulary`: the names that filters understand.
#pragma once

#include <iosfwd>
#include <string>

#include "corpus/vocabulary.h"
#include "searcher/search_command.h"

namespace pincite {

struct VocabularyCommand {
  Table table = Table::states;
  std::string word;  // only what this names; empty for the whole table
  OutputFormat format = OutputFormat::text;
};

/// Returns 0, or 1 where the word names nothing.
int vocabulary_command(const VocabularyCommand& command, std::ostream& out, std::ostream& err);

}  // namespace pincite
