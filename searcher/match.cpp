#include "searcher/match.h"

#include <algorithm>

#include "corpus/text.h"
#include "searcher/query_quotation.h"

namespace pincite {
namespace {

/// Length of the white space or the quotation mark that begins at `at`; 0 where there is neither.
std::size_t surrounding_at(std::string_view text, std::size_t at) {
  return std::max(white_space_at(text, at), quotation_mark_at(text, at));
}

}  // namespace

std::string typed_characters(std::string_view quotation) {
  std::size_t begin = 0;
  while (begin < quotation.size()) {
    const std::size_t length = surrounding_at(quotation, begin);
    if (length == 0) break;
    begin += length;
  }
  std::size_t end = begin;
  for (std::size_t at = begin; at < quotation.size();) {
    const std::size_t length = surrounding_at(quotation, at);
    at += std::max<std::size_t>(length, 1);
    if (length == 0) end = at;
  }
  return squeeze(quotation.substr(begin, end - begin));
}

ComparedText::ComparedText(std::string_view text) {
  squeezed_.reserve(text.size());
  offsets_.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = white_space_at(text, at);
    if (space == 0 || squeezed_.empty() || squeezed_.back() != ' ') {
      squeezed_ += space == 0 ? text[at] : ' ';
      offsets_.push_back(static_cast<std::uint32_t>(at));
    }
    at += std::max<std::size_t>(space, 1);
  }
  offsets_.push_back(static_cast<std::uint32_t>(text.size()));
}

std::size_t ComparedText::squeezed_offset(std::uint32_t offset) const {
  return static_cast<std::size_t>(std::lower_bound(offsets_.begin(), offsets_.end(), offset) -
                                  offsets_.begin());
}

std::optional<Range> ComparedText::exact(const std::string& typed, const Range& words) const {
  const std::size_t begin = squeezed_offset(words.begin);
  const std::size_t end = squeezed_offset(words.end);
  if (typed.empty() || end - begin > typed.size()) return std::nullopt;
  const std::size_t from = end > typed.size() ? end - typed.size() : 0;
  for (std::size_t at = from; at <= begin && at + typed.size() <= squeezed_.size(); ++at) {
    if (squeezed_.compare(at, typed.size(), typed) == 0) {
      return Range{offsets_[at], offsets_[at + typed.size() - 1] + 1};
    }
  }
  return std::nullopt;
}

}  // namespace pincite
