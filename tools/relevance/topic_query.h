// What a topic is searched as.
#pragma once

#include <string>
#include <string_view>

namespace pincite {

/// The words of a topic as a query of plain words: quotation marks and brackets are left out, and
/// what would be an operator, a sign or a filter is a word.
std::string as_words(std::string_view topic);

}  // namespace pincite
