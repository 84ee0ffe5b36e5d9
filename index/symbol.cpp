#include "index/symbol.h"

#include <cstdint>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <vector>

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

/// What may be one symbol, read from its beginning as far as it goes, and then cut back to what is
/// one: it ends where it would by itself, whatever stands behind it.
class Reading {
 public:
  Reading(std::string_view text, std::size_t begin) : text_(text), at_(begin) {
    before_.end = begin;
  }

  void read() {
    while (read_alnum() || read_separator()) {
    }
    read_to_ = before_.end;
    while (!gaps_.empty() && !belongs(gaps_.back())) {
      before_ = gaps_.back().before;
      gaps_.pop_back();
    }
  }

  bool is_symbol() const { return before_.digit && before_.slash; }
  bool has_digit() const { return has_digit_; }
  std::size_t end() const { return before_.end; }
  std::size_t read_to() const { return read_to_; }

 private:
  struct Part {
    std::size_t end = 0;  // of its last letter or digit
    bool digit = false;
    bool slash = false;
  };

  /// White space behind a slash.
  struct Gap {
    Part before;
    bool digit_behind = false;  // up to the next gap
    bool slash_behind = false;
  };

  /// What is behind a gap must be a part of a symbol (`2010`, `RES/59`), and what is before it, or
  /// both, more than a word (`MSP.10/`, `A/RES/`): `and/ or` and `words/ 59` are none.
  static bool belongs(const Gap& gap) {
    return gap.slash_behind || (gap.digit_behind && (gap.before.digit || gap.before.slash));
  }

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
    if (sign == Sign::digit) {
      has_digit_ = before_.digit = true;
      if (!gaps_.empty()) gaps_.back().digit_behind = true;
    }
    at_ = before_.end = behind;
    return true;
  }

  /// Before the first slash a point parts `CRP.3/Rev.1`, but ends a sentence in `text.A/RES/59/84`.
  bool read_separator() {
    std::size_t behind = at_;
    const Sign sign = next_seen(behind);
    if (sign == Sign::slash) return read_slash(behind);
    if (sign != Sign::point && sign != Sign::hyphen) return false;
    std::size_t further = behind;
    const Sign follows = next_seen(further);
    const bool number = sign == Sign::point && follows == Sign::digit;
    if (!is_alnum(follows) || !(before_.slash || number)) return false;
    at_ = behind;
    return true;
  }

  bool read_slash(std::size_t behind) {
    std::size_t further = behind;
    Sign follows = next_seen(further);
    const bool gap = follows == Sign::space;
    for (int spaces = 1; follows == Sign::space && spaces <= kMostSpaces; ++spaces) {
      behind = further;
      follows = next_seen(further);
    }
    if (!is_alnum(follows)) return false;
    if (gap) {
      gaps_.push_back({before_});
    } else if (!gaps_.empty()) {
      gaps_.back().slash_behind = true;
    }
    before_.slash = true;
    at_ = behind;
    return true;
  }

  std::string_view text_;
  std::size_t at_;
  Part before_;  // what is read
  std::vector<Gap> gaps_;
  std::size_t read_to_ = 0;
  bool has_digit_ = false;
};

}  // namespace

std::size_t SymbolScanner::end_of_symbol(std::size_t begin) {
  if (begin < none_before_) return begin;
  std::size_t behind = begin;
  if (sign_of(next_code_point(text_, behind)) != Sign::letter) return begin;
  Reading reading(text_, begin);
  reading.read();
  if (reading.is_symbol()) return reading.end();
  if (!reading.has_digit()) none_before_ = reading.read_to();
  return begin;
}

}  // namespace pincite
