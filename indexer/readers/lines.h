// Lines of a text: ended by LF, CR LF, CR or a page break.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pincite {

struct Line {
  std::string_view text;     // without its end
  std::size_t begin = 0;     // byte of the text
  std::size_t end = 0;       // byte behind its last character, before the line's end
  std::uint32_t number = 0;  // a page break is no new line
  bool new_page = false;     // a page break stands right before it
  bool page_after = false;   // it is a page break that ends it
  bool blank = false;        // only white space

  /// Whether it is a blank line that people would see: not one that only a page break makes.
  bool separates() const { return blank && !(text.empty() && (new_page || page_after)); }
};

class LineScanner {
 public:
  /// REQUIRES: `text` outlives the lines.
  LineScanner(std::string_view text, std::uint32_t first_number)
      : text_(text), number_(first_number) {}

  /// Steps to the next line; false at the end. A text that ends with a line's end has no empty
  /// line behind it.
  bool next(Line& line);

  /// Byte where the next line begins.
  std::size_t offset() const { return at_; }

 private:
  std::size_t find_end();

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t number_;
  bool new_page_ = false;
  bool started_ = false;
  std::array<std::size_t, 3> ends_ = {};  // where the next of each kind of line's end stands
};

}  // namespace pincite
