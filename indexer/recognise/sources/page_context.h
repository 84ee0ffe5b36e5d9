// What the page that a note stands on tells about the sources the note cites.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/period.h"

namespace pincite {

struct PageContext {
  std::vector<std::string> state;  // whom it is about, or who speaks
  std::vector<std::string> treaty;
  std::string type;  // id of its document type, empty where that is not known
  std::optional<Period> date;
};

}  // namespace pincite
