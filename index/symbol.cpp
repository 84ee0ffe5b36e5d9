#include "index/symbol.h"

#include <cstdint>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "corpus/text.h"
#include "index/characters.h"

namespace pincite {
namespace {

enum class Sign : std::uint8_t { other, letter, digit, slash, point, hyphen, ignorable, space };

Sign sign_of_ascii(UChar32 c) {
  if (c >= '0' && c <= '9') return Sign::digit;
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Sign::letter;
  switch (c) {
    case '/':
      return Sign::slash;
    case '.':
      return Sign::point;
    case '-':
      return Sign::hyphen;
    case ' ':
    case '\t':
    case '\n':
    case '\v':
    case '\f':
    case '\r':
      return Sign::space;
    default:
      return Sign::other;
  }
}

Sign sign_of(UChar32 c) {
  if (c < 128) return c < 0 ? Sign::other : sign_of_ascii(c);
  switch (c) {
    case 0xFF0F:
      return Sign::slash;
    case 0xFF0E:
      return Sign::point;
    case 0x2010:
    case 0x2011:
    case 0xFF0D:
      return Sign::hyphen;
    case 0x200B:
      return Sign::space;
    default:
      break;
  }
  UErrorCode status = U_ZERO_ERROR;
  switch (class_of(c)) {
    case CharacterClass::extend:
      return Sign::ignorable;
    case CharacterClass::word:
      if (u_isdigit(c) != 0) return Sign::digit;
      return uscript_getScript(c, &status) == USCRIPT_LATIN ? Sign::letter : Sign::other;
    default:
      return u_isUWhiteSpace(c) != 0 ? Sign::space : Sign::other;
  }
}

bool is_alnum(Sign sign) { return sign == Sign::letter || sign == Sign::digit; }

/// One symbol, read from its beginning.
class Reading {
 public:
  Reading(std::string_view text, std::size_t begin) : text_(text), at_(begin), end_(begin) {}

  void read() {
    while (read_alnum() || read_separator()) {
    }
  }

  bool is_symbol() const { return digit_ && slashes_ != 0; }
  std::size_t end() const { return end_; }

 private:
  Sign next(std::size_t& at) const {
    if (at >= text_.size()) return Sign::other;
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte >= 128) return sign_of(next_code_point(text_, at));
    ++at;
    return sign_of_ascii(byte);
  }

  /// The next sign that is not ignorable, behind which `at` moves.
  Sign next_seen(std::size_t& at) const {
    Sign sign = next(at);
    while (sign == Sign::ignorable) {
      at = behind_soft_hyphen(text_, at);
      sign = next(at);
    }
    return sign;
  }

  bool read_alnum() {
    std::size_t behind = at_;
    const Sign sign = next_seen(behind);
    if (!is_alnum(sign)) return false;
    digit_ = digit_ || sign == Sign::digit;
    at_ = end_ = behind;
    return true;
  }

  /// Before the first slash a point parts `CRP.3/Rev.1`, but ends a sentence in `text.A/RES/59/84`.
  bool read_separator() {
    std::size_t behind = at_;
    const Sign sign = next_seen(behind);
    if (sign != Sign::slash && sign != Sign::point && sign != Sign::hyphen) return false;
    std::size_t further = behind;
    const Sign follows = next_seen(further);
    if (is_alnum(follows)) {
      if (sign != Sign::slash && slashes_ == 0 &&
          !(sign == Sign::point && follows == Sign::digit)) {
        return false;
      }
    } else if (sign != Sign::slash || follows != Sign::space || !goes_on_behind_spaces(behind)) {
      return false;
    }
    if (sign == Sign::slash) ++slashes_;
    at_ = behind;
    return true;
  }

  /// Moves `at`, which is behind a slash, behind the spaces there if the symbol goes on. What
  /// follows must be one of its parts (`2010`, `RES/59`), and what precedes, or both, more than a
  /// word (`MSP.10/`, `A/RES/`): `and/ or` and `words/ 59` are none.
  bool goes_on_behind_spaces(std::size_t& at) const {
    std::size_t behind = at;
    int spaces = 0;
    for (std::size_t i = at; spaces <= kMostSpaces && next(i) == Sign::space; ++spaces) behind = i;
    if (spaces > kMostSpaces) return false;
    bool digit = false;
    std::size_t i = behind;
    Sign sign = next_seen(i);
    if (!is_alnum(sign)) return false;
    for (; is_alnum(sign) || sign == Sign::point || sign == Sign::hyphen; sign = next_seen(i)) {
      digit = digit || sign == Sign::digit;
    }
    if (sign != Sign::slash && !(digit && (digit_ || slashes_ != 0))) return false;
    at = behind;
    return true;
  }

  std::string_view text_;
  std::size_t at_;   // what is read
  std::size_t end_;  // of the last letter or digit
  bool digit_ = false;
  std::size_t slashes_ = 0;
};

}  // namespace

std::size_t SymbolScanner::end_of_symbol(std::size_t begin) {
  if (begin < none_before_) return begin;
  std::size_t behind = begin;
  if (sign_of(next_code_point(text_, behind)) != Sign::letter) return begin;
  Reading reading(text_, begin);
  reading.read();
  if (reading.is_symbol()) return reading.end();
  none_before_ = reading.end();
  return begin;
}

}  // namespace pincite
