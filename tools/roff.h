// Roff, the markup of manual pages, with the macros of groff_man(7), which mandoc(1) reads as well.
#pragma once

#include <sstream>
#include <string>
#include <string_view>

namespace pincite {

/// One line of text as roff that prints exactly its characters. REQUIRES: UTF-8.
/// Every hyphen is one that can be searched and pasted; what is not ASCII is written `\[uXXXX]`.
std::string roff(std::string_view text);

std::string roff_bold(std::string_view text);

/// A usage line, with words in capitals, which stand for something else, in italics.
std::string roff_usage(std::string_view line);

/// A page of section 1 in the making.
class RoffPage {
 public:
  /// `date` and `source` stand at the foot.
  RoffPage(std::string_view title, std::string_view date, std::string_view source);

  void section(std::string_view name);
  /// Lines that are roff already.
  void raw(std::string_view lines);
  /// One line of text.
  void text(std::string_view line);
  /// What is explained, as roff, and the explanation, as text.
  void entry(std::string_view head, std::string_view explanation);

  std::string finished() const { return out_.str(); }

 private:
  std::ostringstream out_;
};

}  // namespace pincite
