#include "indexer/readers/lines.h"

#include <algorithm>
#include <unicode/uchar.h>

#include "corpus/text.h"

namespace pincite {
namespace {

constexpr std::array<char, 3> kEnds = {'\n', '\r', '\f'};

bool is_blank(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (u_isUWhiteSpace(next_code_point(text, at)) == 0) return false;
  }
  return true;
}

}  // namespace

std::size_t LineScanner::find_end() {
  std::size_t end = text_.size();
  for (std::size_t i = 0; i < kEnds.size(); ++i) {
    if (!started_ || ends_[i] < at_) ends_[i] = std::min(text_.find(kEnds[i], at_), text_.size());
    end = std::min(end, ends_[i]);
  }
  started_ = true;
  return end;
}

bool LineScanner::next(Line& line) {
  if (at_ >= text_.size()) return false;
  const std::size_t end = find_end();
  const bool new_page = new_page_;
  new_page_ = end < text_.size() && text_[end] == '\f';
  line = {text_.substr(at_, end - at_), at_, end, number_, new_page, new_page_, false};
  line.blank = is_blank(line.text);
  if (!new_page_) ++number_;
  const bool two = text_.substr(end).starts_with("\r\n");
  at_ = std::min(end + (two ? 2 : 1), text_.size());
  return true;
}

}  // namespace pincite
