// The quoted spans of a running text: what stands between quotation marks of any kind that the
// query language knows (query_quotation.h), inner quotations within it.
//
// A quotation that goes on in a new paragraph has its mark again there; such a mark belongs to
// neither; without it, a quotation ends before the blank line. A mark that opens and is not closed
// so opens nothing. Takes time in proportion to the text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pincite {

struct QuotedSpan {
  std::size_t begin = 0;  // byte of the opening mark
  std::size_t end = 0;    // byte behind the closing one
  std::string text;       // between them, without marks that open it again
};

struct QuotedSpans {
  std::vector<QuotedSpan> spans;      // in order, none within another
  std::vector<std::size_t> unclosed;  // bytes of marks that open and are never closed, outside them
};

QuotedSpans quoted_spans(std::string_view text);

}  // namespace pincite
