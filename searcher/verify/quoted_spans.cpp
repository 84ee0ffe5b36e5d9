#include "searcher/verify/quoted_spans.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>

#include "corpus/text.h"
#include "searcher/query_quotation.h"

namespace pincite {
namespace {

/// How a quotation is written: its opening mark and the marks that close it.
struct Style {
  std::string_view opener;
  std::string_view closers;
};
constexpr std::array kStyles = std::to_array<Style>({{"\"", "\""},
                                                     {"“", "”"},
                                                     {"„", "“”"},
                                                     {"”", "”"},
                                                     {"«", "»"},
                                                     {"「", "」"},
                                                     {"『", "』"},
                                                     {"″", "″"},
                                                     {"‟", "”"},
                                                     {"〝", "〞〟"},
                                                     {"＂", "＂"}});
constexpr std::size_t kDeepest = 8;  // open marks among which the one that is closed is looked for

bool is_one_of(std::string_view mark, std::string_view marks) {
  return marks.find(mark) != std::string_view::npos;
}

/// Whether the same mark closes that opens.
bool is_symmetrical(std::string_view mark) {
  return mark == "\"" || mark == "″" || mark == "＂" || mark == "”";
}

UChar32 character_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : '\n';
}

UChar32 character_before(std::string_view text, std::size_t at) {
  if (at == 0) return '\n';
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 &&
         (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) {
    --begin;
  }
  return character_at(text, begin);
}

/// Whether a word may begin behind this character.
bool is_before_words(UChar32 c) {
  const auto type = u_charType(c);
  return u_isUWhiteSpace(c) || type == U_START_PUNCTUATION || type == U_DASH_PUNCTUATION ||
         type == U_INITIAL_PUNCTUATION || c == '/' || c == '*' || c == '_' || c == '>';
}

bool is_ideograph(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC); }

/// A mark that is open.
struct Open {
  std::size_t style = 0;
  std::size_t begin = 0;       // of the mark
  std::size_t text_begin = 0;  // behind it
  std::size_t line = 0;
  std::vector<std::size_t> again;  // where it stands again
};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  QuotedSpans read() && {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t length = quotation_mark_at(text_, at);
      if (length != 0) mark(at, length);
      if (text_[at] == '\n') end_line(at);
      at += std::max<std::size_t>(length, 1);
    }
    forget_open();
    std::ranges::sort(found_.unclosed);
    return std::move(found_);
  }

 private:
  void end_line(std::size_t at) {
    ++line_;
    line_begin_ = at + 1;
    const std::string_view next =
        text_.substr(line_begin_, text_.find('\n', line_begin_) - line_begin_);
    if (!trim(next).empty() || open_.empty()) return;
    // a blank line: what is open must be opened again behind it
    std::size_t begin = line_begin_;
    while (begin < text_.size() && white_space_at(text_, begin) != 0) {
      begin += white_space_at(text_, begin);
    }
    const std::size_t length = quotation_mark_at(text_, begin);
    const Style& style = kStyles[open_.front().style];
    const std::string_view mark = text_.substr(std::min(begin, text_.size()), length);
    if (length == 0 || (mark != style.opener && !is_one_of(mark, style.closers))) forget_open();
  }

  void forget_open() {
    for (const Open& open : open_) found_.unclosed.push_back(open.begin);
    open_.clear();
  }

  void mark(std::size_t at, std::size_t length) {
    const std::string_view mark = text_.substr(at, length);
    if (stands_again(mark, at, length)) {
      open_.back().again.push_back(at);
    } else if (const std::size_t closed = closes(mark, at, length); closed < open_.size()) {
      close(closed, at, length);
    } else {
      open(mark, at, length);
    }
  }

  bool goes_on(std::size_t at) const { return !u_isUWhiteSpace(character_at(text_, at)); }

  /// At the beginning of a later line than the mark that is open.
  bool stands_again(std::string_view mark, std::size_t at, std::size_t length) const {
    if (open_.empty() || open_.back().line == line_ || !goes_on(at + length)) return false;
    const Style& style = kStyles[open_.back().style];
    if (mark != style.opener && !is_one_of(mark, style.closers)) return false;
    return without_outer_space(text_.substr(line_begin_, at - line_begin_)).empty();
  }

  /// Which of the open marks this one closes; how many there are if none.
  std::size_t closes(std::string_view mark, std::size_t at, std::size_t length) const {
    const std::size_t deepest = open_.size() > kDeepest ? open_.size() - kDeepest : 0;
    const bool inner = is_symmetrical(mark) && mark != "”" &&
                       is_before_words(character_before(text_, at)) && goes_on(at + length);
    for (std::size_t i = open_.size(); i > deepest && !inner; --i) {
      if (is_one_of(mark, kStyles[open_[i - 1].style].closers)) return i - 1;
    }
    return open_.size();
  }

  void open(std::string_view mark, std::size_t at, std::size_t length) {
    const auto style = std::ranges::find(kStyles, mark, &Style::opener);
    if (style == kStyles.end()) return;
    const UChar32 before = character_before(text_, at);
    if (is_symmetrical(mark)) {
      if (!goes_on(at + length)) return;
      if (mark != "\"" && mark != "＂" && !is_before_words(before)) return;
      if (u_isalnum(before) && !is_ideograph(before)) return;
    }
    open_.push_back(
        {static_cast<std::size_t>(style - kStyles.begin()), at, at + length, line_, {}});
  }

  void close(std::size_t which, std::size_t at, std::size_t length) {
    const Open& closed = open_[which];
    while (!found_.spans.empty() && found_.spans.back().begin > closed.begin) {
      found_.spans.pop_back();
    }
    QuotedSpan span{closed.begin, at + length, {}};
    std::size_t from = closed.text_begin;
    for (const std::size_t again : closed.again) {
      span.text += text_.substr(from, again - from);
      from = again + quotation_mark_at(text_, again);
    }
    span.text += text_.substr(from, at - from);
    found_.spans.push_back(std::move(span));
    open_.resize(which);
  }

  std::string_view text_;
  std::size_t line_ = 0;
  std::size_t line_begin_ = 0;
  std::vector<Open> open_;
  QuotedSpans found_;
};

}  // namespace

QuotedSpans quoted_spans(std::string_view text) { return Reader(text).read(); }

}  // namespace pincite
