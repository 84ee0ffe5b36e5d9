#include "searcher/output/wrap.h"

#include <algorithm>
#include <memory>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "corpus/error.h"
#include "corpus/text.h"

namespace pincite {
namespace {

int property(std::int32_t c, UProperty which) { return u_getIntPropertyValue(c, which); }

bool is_wide(std::int32_t c) {
  const int width = property(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

bool takes_no_column(std::int32_t c) {
  constexpr std::int32_t kSoftHyphen = 0xAD;
  if (c == kSoftHyphen) return false;
  const auto category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) {
    return true;
  }
  const int syllable = property(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  return syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO;
}

std::size_t columns_of(std::int32_t c) {
  if (takes_no_column(c)) return 0;
  return is_wide(c) ? 2 : 1;
}

bool is_written_without_spaces(std::int32_t c) {
  return is_wide(c) || property(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

std::int32_t code_point_at(std::string_view text, std::size_t at) {
  return next_code_point(text, at);
}

bool may_break(std::string_view text, std::size_t at) {
  constexpr std::int32_t kZeroWidthSpace = 0x200B;
  const std::int32_t before = code_point_at(text, start_before(text, at));
  if (u_isUWhiteSpace(before) != 0 || before == kZeroWidthSpace) return true;
  const std::int32_t after = code_point_at(text, at);
  return is_written_without_spaces(before) || is_written_without_spaces(after);
}

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

/// Bytes of `text` where a line may end, the end of the text last.
std::vector<std::size_t> breaks(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> lines(
      icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  const std::unique_ptr<UText, CloseText> opened(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  if (U_SUCCESS(status)) lines->setText(opened.get(), status);
  if (U_FAILURE(status)) throw Error("Unicode data", u_errorName(status), "reinstall libicu");
  std::vector<std::size_t> found;
  for (std::int32_t at = lines->next(); at != icu::BreakIterator::DONE; at = lines->next()) {
    const auto byte = static_cast<std::size_t>(at);
    if (byte == text.size() || may_break(text, byte)) found.push_back(byte);
  }
  return found;
}

std::string_view without_space_at_end(std::string_view text) {
  while (!text.empty()) {
    const std::size_t last = start_before(text, text.size());
    if (u_isUWhiteSpace(code_point_at(text, last)) == 0) break;
    text = text.substr(0, last);
  }
  return text;
}

/// Bytes [begin, end).
struct Bytes {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The lines that `text` makes.
std::vector<Bytes> lines_of(std::string_view text, std::size_t first, std::size_t rest) {
  std::vector<Bytes> lines;
  std::size_t line = 0;   // where the line begins
  std::size_t ready = 0;  // up to where it is known to fit
  std::size_t taken = 0;  // columns up to there, white space included
  for (const std::size_t end : breaks(text)) {
    const std::string_view piece = text.substr(ready, end - ready);
    const std::size_t limit = lines.empty() ? first : rest;
    if (ready > line && taken + columns(without_space_at_end(piece)) > limit) {
      lines.push_back({line, ready});
      line = ready;
      taken = 0;
    }
    taken += columns(piece);
    ready = end;
  }
  lines.push_back({line, text.size()});
  return lines;
}

InkedText cut(const InkedText& text, std::size_t begin, std::size_t end) {
  InkedText part;
  std::size_t at = 0;
  for (const Span& span : text) {
    const std::size_t from = std::max(begin, at);
    const std::size_t to = std::min(end, at + span.text.size());
    if (from < to) append(part, std::string_view(span.text).substr(from - at, to - from), span.ink);
    at += span.text.size();
  }
  return part;
}

}  // namespace

void append(InkedText& text, std::string_view more, Ink ink) {
  if (more.empty()) return;
  if (text.empty() || text.back().ink != ink) text.push_back({std::string(), ink});
  text.back().text += more;
}

std::size_t columns(std::string_view text) {
  std::size_t total = 0;
  std::size_t at = 0;
  while (at < text.size()) total += columns_of(next_code_point(text, at));
  return total;
}

std::vector<InkedText> wrap(const InkedText& text, std::size_t first, std::size_t rest) {
  std::string whole;
  for (const Span& span : text) whole += span.text;
  std::vector<InkedText> lines;
  for (const auto& [begin, end] : lines_of(whole, first, rest)) {
    const std::string_view shown =
        without_space_at_end(std::string_view(whole).substr(begin, end - begin));
    lines.push_back(cut(text, begin, begin + shown.size()));
  }
  return lines;
}

}  // namespace pincite
