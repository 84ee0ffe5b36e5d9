// The names of months, as notes and headers write them.
#pragma once

#include <string_view>

namespace pincite {

struct Month {
  int number = 0;            // 1..12, 0 where the word is none
  bool abbreviated = false;  // a stop may follow that ends no sentence: `Sept.`
};

/// The month that `word` names in English, French, Spanish, Portuguese, Italian, German or Russian,
/// whatever its case and accents.
Month month_named(std::string_view word);

}  // namespace pincite
