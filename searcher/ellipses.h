// Ellipses, by which a quotation says that it leaves something out.
//
//   …   ...   . . .   […]   [...]   (…)   (...)   ……
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace pincite {

/// Bytes [begin, end) of a quotation.
struct QuotedPart {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The ellipses of a text, in order, with the brackets around them.
std::vector<QuotedPart> ellipses(std::string_view text);

/// The parts of a quotation that ellipses lie between, each of which has a word; an ellipsis at its
/// ends leaves out nothing.
std::vector<QuotedPart> quoted_parts(std::string_view text);

}  // namespace pincite
