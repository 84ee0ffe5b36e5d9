#include "searcher/query_quotation.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pincite {
namespace {

constexpr std::array<std::string_view, 16> kMarks = {"\"", "“", "”",  "„",  "«",  "»",  "「", "」",
                                                     "″",  "‟", "『", "』", "〝", "〞", "〟", "＂"};
enum : unsigned {
  kStraight = 1U << 0U,
  kLeft = 1U << 1U,
  kRight = 1U << 2U,
  kLow = 1U << 3U,
  kAngleLeft = 1U << 4U,
  kAngleRight = 1U << 5U,
  kCornerLeft = 1U << 6U,
  kCornerRight = 1U << 7U,
  kPrime = 1U << 8U,
  kReversed = 1U << 9U,
  kWhiteLeft = 1U << 10U,
  kWhiteRight = 1U << 11U,
  kPrimeLeft = 1U << 12U,
  kPrimeRight = 1U << 13U,
  kPrimeLow = 1U << 14U,
  kWide = 1U << 15U,
};

/// What a mark opens a quotation with, which marks open a pair inside it, and which ones close.
/// One that may do both opens where it stands before a word.
struct Style {
  unsigned opener;
  unsigned inner;
  unsigned closers;
};
constexpr std::array<Style, 11> kStyles = {{{kStraight, kStraight, kStraight},
                                            {kLeft, kLeft, kRight},
                                            {kLow, kLow | kLeft, kLeft | kRight},
                                            {kRight, kRight, kRight},
                                            {kAngleLeft, kAngleLeft, kAngleRight},
                                            {kCornerLeft, kCornerLeft, kCornerRight},
                                            {kPrime, kPrime, kPrime},
                                            {kReversed, kReversed, kRight},
                                            {kWhiteLeft, kWhiteLeft, kWhiteRight},
                                            {kPrimeLeft, kPrimeLeft, kPrimeRight | kPrimeLow},
                                            {kWide, kWide, kWide}}};

/// Marks that open a quotation wherever they stand.
constexpr unsigned kOpeners = kStraight | kLeft | kLow | kAngleLeft | kCornerLeft | kReversed |
                              kWhiteLeft | kPrimeLeft | kWide;

struct Mark {
  unsigned bit = 0;
  std::size_t length = 0;
};

Mark mark_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first != '"' && first < 0xC2U) return {};
  for (std::size_t i = 0; i < kMarks.size(); ++i) {
    if (text.substr(at, kMarks[i].size()) == kMarks[i]) return {1U << i, kMarks[i].size()};
  }
  return {};
}

bool stands_before_text(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] != ')' && white_space_at(text, at) == 0;
}

/// `begin`: where the quotation's text begins, in which a mark may open another at once.
bool looks_opening(std::string_view text, std::size_t begin, std::size_t at, std::size_t length) {
  return at > 0 && (at == begin || stands_after(text, at, "([")) &&
         stands_before_text(text, at + length);
}

const Style& style_of(Mark opener) {
  return *std::find_if(kStyles.begin(), kStyles.end(),
                       [&](const Style& style) { return style.opener == opener.bit; });
}

std::size_t end_of_backslashes(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of('\\', at), text.size());
}

/// Where the mark that closes a quotation stands. `balanced`: pairs inside are passed over.
std::optional<std::size_t> closing_mark(std::string_view text, std::size_t at, const Style& style,
                                        bool balanced) {
  std::size_t depth = 1;
  const std::size_t begin = at;
  while (at < text.size()) {
    const std::size_t backslashes = end_of_backslashes(text, at) - at;
    at += backslashes;
    if (at == text.size()) break;
    const Mark mark = mark_at(text, at);
    const bool escaped = backslashes % 2 == 1;
    if (mark.length != 0 && !escaped) {
      const bool may_close = (style.closers & mark.bit) != 0;
      const bool inner = balanced && (style.inner & mark.bit) != 0 &&
                         (!may_close || looks_opening(text, begin, at, mark.length));
      if (inner) ++depth;
      if (may_close && !inner && --depth == 0) return at;
    }
    at += std::max<std::size_t>(mark.length, 1);
  }
  return std::nullopt;
}

/// Where the mark stands that ends all of the text and closes a quotation that begins at `begin`.
/// What begins and ends with marks and has an odd one between quotes a text that opens or closes
/// another quotation.
std::optional<std::size_t> mark_at_the_end(std::string_view all, std::size_t begin,
                                           const Style& style) {
  const std::string_view text = without_outer_space(all.substr(begin));
  const auto end = static_cast<std::size_t>(text.data() - all.data()) + text.size();
  for (std::size_t length = 1; length <= std::min<std::size_t>(3, text.size()); ++length) {
    const std::size_t at = end - length;
    const Mark mark = mark_at(all, at);
    if (mark.length == length && (style.closers & mark.bit) != 0 && all[at - 1] != '\\') return at;
  }
  return std::nullopt;
}

/// Halves the runs of backslashes that stand before a mark. `text` ends where a mark stands.
std::string unescaped(std::string_view text) {
  std::string result;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = end_of_backslashes(text, at);
    const bool before_mark = end == text.size() || mark_at(text, end).length != 0;
    result.append(before_mark ? (end - at) / 2 : end - at, '\\');
    if (end < text.size()) result += text[end];
    at = end + 1;
  }
  return result;
}

std::string escaped(std::string_view text) {
  std::string result;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = end_of_backslashes(text, at);
    const bool before_mark = end == text.size() || mark_at(text, end).length != 0;
    result.append(before_mark ? (end - at) * 2 : end - at, '\\');
    if (end < text.size()) {
      if (text[end] == '"') result += '\\';
      result += text[end];
    }
    at = end + 1;
  }
  return result;
}

std::size_t end_of_white_space(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t length = white_space_at(text, at);
    if (length == 0) break;
    at += length;
  }
  return at;
}

/// A blank line (line feeds, or the carriage returns of an old Mac) or a paragraph separator.
bool parts_paragraphs(std::string_view space) {
  if (space.find("\u2029") != std::string_view::npos) return true;
  const auto feeds = std::count(space.begin(), space.end(), '\n');
  return (feeds != 0 ? feeds : std::count(space.begin(), space.end(), '\r')) > 1;
}

}  // namespace

// The White_Space property of Unicode, which is stable.
std::size_t white_space_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const unsigned first = byte(0);
  if (first < 0x80U) return first == ' ' || (first >= 0x09U && first <= 0x0DU) ? 1 : 0;
  if (first == 0xC2U) return byte(1) == 0x85U || byte(1) == 0xA0U ? 2 : 0;
  if (first == 0xE1U) return byte(1) == 0x9AU && byte(2) == 0x80U ? 3 : 0;
  if (first == 0xE3U) return byte(1) == 0x80U && byte(2) == 0x80U ? 3 : 0;
  if (first != 0xE2U) return 0;
  const unsigned third = byte(2);
  if (byte(1) == 0x81U) return third == 0x9FU ? 3 : 0;
  if (byte(1) != 0x80U) return 0;
  const bool space = (third >= 0x80U && third <= 0x8AU) || third == 0xA8U || third == 0xA9U;
  return space || third == 0xAFU ? 3 : 0;
}

bool stands_after(std::string_view text, std::size_t at, std::string_view marks) {
  if (at == 0 || marks.find(text[at - 1]) != std::string_view::npos) return true;
  for (std::size_t length = 1; length <= std::min<std::size_t>(at, 3); ++length) {
    if (white_space_at(text, at - length) == length) return true;
  }
  return false;
}

std::size_t quotation_mark_at(std::string_view text, std::size_t at) {
  return at < text.size() ? mark_at(text, at).length : 0;
}

bool QuotationReader::opens_at(std::size_t at) const {
  const Mark mark = at < text_.size() ? mark_at(text_, at) : Mark{};
  if ((mark.bit & kOpeners) != 0) return true;
  return (mark.bit & (kRight | kPrime)) != 0 && stands_after(text_, at, "([+-=:") &&
         stands_before_text(text_, at + mark.length);
}

std::optional<Quotation> QuotationReader::read(std::size_t at) {
  const Mark mark = mark_at(text_, at);
  const Style& style = style_of(mark);
  const std::size_t begin = at + mark.length;
  std::optional<std::size_t> close;
  if (balancing_left_ > 0) {
    close = closing_mark(text_, begin, style, true);
    if (!close) --balancing_left_;
  }
  if (!close && without_outer_space(text_.substr(0, at)).empty()) {
    close = mark_at_the_end(text_, begin, style);
  }
  if (!close) close = closing_mark(text_, begin, style, false);
  if (!close) return std::nullopt;
  return Quotation{unescaped(text_.substr(begin, *close - begin)),
                   *close + mark_at(text_, *close).length};
}

std::vector<std::string> quoted_paragraphs(std::string_view text) {
  std::vector<std::string> parts;
  std::size_t begin = end_of_white_space(text, 0);
  std::size_t at = begin;
  while (at < text.size()) {
    const std::size_t end = end_of_white_space(text, at);
    if (end == at) {
      ++at;
    } else if (end == text.size() || parts_paragraphs(text.substr(at, end - at))) {
      parts.emplace_back(text.substr(begin, at - begin));
      begin = at = end;
    } else {
      at = end;
    }
  }
  if (begin < text.size()) parts.emplace_back(text.substr(begin));
  return parts;
}

std::string_view without_outer_space(std::string_view text) {
  const std::size_t begin = end_of_white_space(text, 0);
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size();) {
    const std::size_t length = white_space_at(text, at);
    at += std::max<std::size_t>(length, 1);
    if (length == 0) end = at;
  }
  return text.substr(begin, end - begin);
}

std::string in_quotation_marks(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kPairs = {
      {{"\"", "\""}, {"“", "”"}, {"«", "»"}}};
  for (const auto& [open, close] : kPairs) {
    const std::string quoted = std::string(open).append(text).append(close);
    const auto end = closing_mark(quoted, open.size(), style_of(mark_at(quoted, 0)), true);
    if (end == quoted.size() - close.size() && unescaped(text) == text) return quoted;
  }
  return '"' + escaped(text) + '"';
}

}  // namespace pincite
