// Quotation marks and white space in a query. Works on bytes: what is not UTF-8 is characters too.
//
// A double quotation mark is one of " “ ” „ ‟ « » 「 」 『 』 〝 〞 〟 ″ ＂. Inside a phrase, an
// odd number of backslashes directly before a mark makes it a character of the text, two stand for
// one; elsewhere a backslash is a character like any other.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pincite {

/// Length in bytes of the white space character (Unicode's) that begins at `at`; 0 if none does.
std::size_t white_space_at(std::string_view text, std::size_t at);

/// Length in bytes of the double quotation mark that begins at `at`; 0 if none does.
std::size_t quotation_mark_at(std::string_view text, std::size_t at);

/// Whether before `at` there is white space, nothing at all, or one of the characters of `marks`.
bool stands_after(std::string_view text, std::size_t at, std::string_view marks);

struct Quotation {
  std::string text;     // between the marks, escapes resolved
  std::size_t end = 0;  // byte after the closing mark
};

/// Reads the quotations of one text, which must outlive it, from left to right.
class QuotationReader {
 public:
  explicit QuotationReader(std::string_view text) : text_(text) {}

  /// Whether the mark at `at` opens a quotation. Marks that only close (» 」 』 〞 〟) never do,
  /// and ” and ″ only at the beginning of a word.
  bool opens_at(std::size_t at) const;

  /// The quotation whose opening mark stands at `at`; nothing if it is never closed. Pairs inside
  /// belong to it if all of them balance. If not, the mark that ends the text closes one that
  /// begins it, and any other is ended by its first closing mark. REQUIRES: opens_at(at).
  std::optional<Quotation> read(std::size_t at);

 private:
  std::string_view text_;
  int balancing_left_ = 16;  // attempts that may fail: each one looks at all the rest of the text
};

/// The parts of `text` between blank lines, none empty, without white space at their ends.
std::vector<std::string> quoted_paragraphs(std::string_view text);

/// `text` without white space at its ends.
std::string_view without_outer_space(std::string_view text);

/// `text` in quotation marks, so that a QuotationReader reads it.
std::string in_quotation_marks(std::string_view text);

}  // namespace pincite
