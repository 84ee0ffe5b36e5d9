#include <algorithm>

#include "corpus/text.h"
#include "searcher/output/reference.h"

namespace pincite {
namespace {

constexpr std::size_t kLongest = 80;   // characters of an id that are kept
constexpr std::size_t kShortHash = 8;  // hexadecimal digits
constexpr std::size_t kLongHash = 32;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_ascii(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

/// What a key can hold, with one `-` for each run of anything else.
std::string slug(const std::string& id) {
  std::string made;
  for (const char c : id) {
    if (is_letter_or_digit(c)) {
      made += c;
    } else if (!made.empty() && is_letter_or_digit(made.back())) {
      made += c == '.' || c == '_' ? c : '-';
    }
    if (made.size() == kLongest) break;
  }
  while (!made.empty() && !is_letter_or_digit(made.back())) made.pop_back();
  return made;
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  });
  return text;
}

}  // namespace

std::string ReferenceKeys::make(const std::string& id, std::uint32_t passage) {
  if (id != last_id_) {
    last_id_ = id;
    last_name_ = slug(id);
    if (last_name_.empty() || !is_ascii(id) || id.size() > kLongest) {
      last_name_ += (last_name_.empty() ? "" : "-") + sha256_hex(id).substr(0, kShortHash);
    }
    if (!given_.insert(lower(last_name_)).second) {
      last_name_ += "-" + sha256_hex(id).substr(0, kLongHash);
      given_.insert(lower(last_name_));
    }
  }
  return last_name_ + "-" + std::to_string(passage + 1);
}

}  // namespace pincite
