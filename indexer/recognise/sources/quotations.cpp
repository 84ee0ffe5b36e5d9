#include "indexer/recognise/sources/quotations.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>

#include "corpus/text.h"

namespace pincite {
namespace {

enum class Shape { none, curly, angle, straight, single, straight_single, round, square };

constexpr std::int32_t kSingleClose = 0x2019;

bool is_space(std::int32_t c) { return u_isUWhiteSpace(c) != 0; }

/// A mark that opens or closes something, with what stands around it.
struct Sign {
  std::int32_t c = 0;
  std::int32_t before = ' ';
  std::int32_t after = ' ';
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool starts_word() const {
    return (is_space(before) || before == '(' || before == '[' || before == 0x201C) &&
           !is_space(after);
  }
  /// An apostrophe does not close a quotation: `states’ mines`.
  bool ends_phrase() const {
    constexpr std::array<std::int32_t, 5> kInside = {',', '.', '?', '!', ';'};
    constexpr std::array<std::int32_t, 8> kBehind = {',', '.', ';', ')', ':', 0x201D, '"', ']'};
    return std::ranges::find(kInside, before) != kInside.end() ||
           std::ranges::find(kBehind, after) != kBehind.end();
  }
};

class Pairing {
 public:
  Enclosed take() && {
    for (const Open& open : open_) {
      if (is_double(open.shape)) found_.unclosed.push_back(open.begin);
    }
    std::ranges::sort(found_.unclosed);
    keep_outermost(found_.quotations);
    keep_outermost(found_.brackets);
    std::erase_if(found_.brackets, [this](const Range& bracket) {
      return range_around(found_.quotations, bracket.begin).has_value();
    });
    return std::move(found_);
  }

  void meet(const Sign& sign) {
    switch (sign.c) {
      case 0x201E:
      case 0x201C:
        if (sign.c == 0x201C && top() == Shape::curly && low_ && !sign.starts_word()) {
          close(Shape::curly, sign);
        } else {
          low_ = sign.c == 0x201E;
          open(Shape::curly, sign);
        }
        break;
      case 0x201D:
        if (!close(Shape::curly, sign) && !close(Shape::straight, sign)) {
          found_.unopened.push_back(sign.begin);
        }
        break;
      case 0xAB:
        open(Shape::angle, sign);
        break;
      case 0xBB:
        close(Shape::angle, sign);
        break;
      case '"':
        meet_straight(sign);
        break;
      case 0x2018:
        open(Shape::single, sign);
        break;
      case kSingleClose:
        if (top() == Shape::single && (sign.ends_phrase() || is_space(sign.after))) {
          close(Shape::single, sign);
        }
        break;
      case '\'':
        if (top() == Shape::straight_single && sign.ends_phrase()) {
          close(Shape::straight_single, sign);
        } else if (sign.starts_word() && top() != Shape::straight_single) {
          open(Shape::straight_single, sign);
        }
        break;
      case '(':
        open(Shape::round, sign);
        break;
      case ')':
        close(Shape::round, sign);
        break;
      case '[':
        open(Shape::square, sign);
        break;
      case ']':
        close(Shape::square, sign);
        break;
      default:
        break;
    }
  }

 private:
  // a straight mark may close a quotation that a curly one opened
  void meet_straight(const Sign& sign) {
    if (!sign.starts_word() && (close(Shape::straight, sign) || close(Shape::curly, sign))) return;
    open(Shape::straight, sign);
  }

  struct Open {
    Shape shape;
    std::uint32_t begin;
  };

  static bool is_bracket(Shape shape) { return shape == Shape::round || shape == Shape::square; }
  static bool is_double(Shape shape) {
    return shape == Shape::curly || shape == Shape::angle || shape == Shape::straight;
  }

  Shape top() const { return open_.empty() ? Shape::none : open_.back().shape; }
  std::size_t& count(Shape shape) { return counts_[static_cast<std::size_t>(shape)]; }

  void open(Shape shape, const Sign& sign) {
    open_.push_back({shape, sign.begin});
    ++count(shape);
  }

  /// Closes the innermost open one of this shape; what was opened inside it has no partner.
  bool close(Shape shape, const Sign& sign) {
    if (count(shape) == 0) return false;
    while (true) {
      const Open open = open_.back();
      open_.pop_back();
      --count(open.shape);
      if (open.shape == shape) {
        (is_bracket(shape) ? found_.brackets : found_.quotations).push_back({open.begin, sign.end});
        return true;
      }
      if (is_double(open.shape)) found_.unclosed.push_back(open.begin);
    }
  }

  // Ranges come in the order of their ends: one that begins before the last ones encloses them.
  static void keep_outermost(std::vector<Range>& ranges) {
    std::vector<Range> kept;
    for (const Range& range : ranges) {
      while (!kept.empty() && kept.back().begin > range.begin) kept.pop_back();
      kept.push_back(range);
    }
    ranges = std::move(kept);
  }

  Enclosed found_;
  std::vector<Open> open_;
  std::array<std::size_t, 8> counts_{};
  bool low_ = false;  // the last double quotation mark that opened was „
};

bool is_sign(std::int32_t c) {
  constexpr std::array<std::int32_t, 13> kSigns = {
      '"', '\'', '(', ')', '[', ']', 0xAB, 0xBB, 0x2018, 0x2019, 0x201C, 0x201D, 0x201E};
  return std::ranges::find(kSigns, c) != kSigns.end();
}

}  // namespace

Enclosed find_enclosed(std::string_view text) {
  Pairing pairing;
  std::int32_t before = ' ';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::int32_t c = next_code_point(text, at);
    if (is_sign(c)) {
      std::size_t behind = at;
      const std::int32_t after = at < text.size() ? next_code_point(text, behind) : ' ';
      pairing.meet(
          {c, before, after, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
    }
    before = c;
  }
  return std::move(pairing).take();
}

std::optional<Range> range_around(const std::vector<Range>& ranges, std::size_t at) {
  const auto behind = std::ranges::upper_bound(ranges, at, {}, &Range::begin);
  if (behind == ranges.begin() || at >= (behind - 1)->end) return std::nullopt;
  return *(behind - 1);
}

std::string_view quoted_text(std::string_view quotation) {
  std::size_t at = 0;
  next_code_point(quotation, at);
  quotation.remove_prefix(at);
  for (const std::string_view mark : {"”", "“", "»", "\"", "’", "'"}) {
    if (!quotation.ends_with(mark)) continue;
    quotation.remove_suffix(mark.size());
    break;
  }
  quotation = trim(quotation);
  while (quotation.ends_with(',') || quotation.ends_with(';')) {
    quotation.remove_suffix(1);
    quotation = trim(quotation);
  }
  if (quotation.ends_with('.') && !quotation.ends_with("..")) quotation.remove_suffix(1);
  return quotation;
}

}  // namespace pincite
