// Lines for people: wrapped, indented, in colour where that is wanted. Everything printed is made
// visible first, so that no document can speak to the terminal.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string_view>

#include "searcher/output/output.h"
#include "searcher/output/wrap.h"

namespace pincite {

/// Writes to `out`, which must outlive it.
class Printer {
 public:
  Printer(std::ostream& out, const TextStyle& style) : out_(out), style_(style) {}

  /// Prints `text` from column `indent` on; lines after the first are indented `hang` columns
  /// more.
  void line(const InkedText& text, std::size_t indent = 0, std::size_t hang = 0);
  void line(std::string_view text, Ink ink, std::size_t indent = 0, std::size_t hang = 0);
  /// Prints `text` on one line however wide it is, so that it can be copied.
  void unbroken(const InkedText& text, std::size_t indent = 0);
  void unbroken(std::string_view text, Ink ink, std::size_t indent = 0);
  void blank();

  const TextStyle& style() const { return style_; }

 private:
  void put(const InkedText& line, std::size_t indent);

  std::ostream& out_;
  TextStyle style_;
};

}  // namespace pincite
