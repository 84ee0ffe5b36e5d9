#include "indexer/recognise/sources/locators.h"

#include <algorithm>

#include "corpus/months.h"

namespace pincite {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// A page: digits with a letter at most (`12`, `A-5`, `12-14`), or a small Roman number.
bool is_page(const NoteWord& word) {
  if (word.text.find_first_not_of("ivxlc-") == std::string_view::npos) return true;
  return is_digit(word.text.back()) || (word.text.size() > 1 && is_digit(word.text[0]));
}

bool only_space(std::string_view between) {
  return between.find_first_not_of(" \t\n\r\xC2\xA0.") == std::string_view::npos;
}

bool is_dash(std::string_view between) {
  return between == "–" || between == "—" || between == "-";
}

/// Reads pages from words[i] on.
class PageReader {
 public:
  PageReader(const Parts& parts, bool several) : parts_(parts), several_(several) {}

  /// The pages as printed; `end` is then the byte behind them.
  std::string read(std::size_t i, std::size_t& end) {
    const auto& words = parts_.words();
    std::string pages(words[i].text);
    end = words[i].end;
    while (i + 1 < words.size()) {
      const std::size_t next = continues(i);
      if (next == i) break;
      const bool range = is_dash(parts_.part(words[i].end, words[i + 1].begin));
      pages += range ? "–" : parts_.text()[words[i].end] == ',' ? ", " : " and ";
      pages += words[next].text;
      i = next;
      end = words[i].end;
    }
    return pages;
  }

 private:
  /// Index of the page that goes on behind words[i]; `i` where none does.
  std::size_t continues(std::size_t i) const {
    const auto& words = parts_.words();
    const std::string_view between = parts_.part(words[i].end, words[i + 1].begin);
    if (is_dash(between) && is_page(words[i + 1])) return i + 1;
    const bool listed = (between == ", " && several_) || between == " ";
    if (!listed) return i;
    std::size_t next = i + 1;
    const bool with_and = words[next].key == "and";
    if (between == " " && !with_and) return i;
    if (with_and) ++next;
    if (next < words.size() && is_one_of(words[next].key, {"p", "pp"})) ++next;
    if (next >= words.size() || !is_page(words[next]) || begins_date(next)) return i;
    return next;
  }

  bool begins_date(std::size_t i) const {
    const auto& words = parts_.words();
    return words[i].text.size() >= 4 ||
           (i + 1 < words.size() && month_named(words[i + 1].text).number != 0);
  }

  const Parts& parts_;
  bool several_;
};

std::string_view prefix_of(std::string_view key) {
  if (is_one_of(key, {"para", "paras", "paragraph", "paragraphs"})) return "para. ";
  return is_one_of(key, {"col", "cols", "column"}) ? "col. " : "";
}

bool is_page_cue(std::string_view key) {
  return is_one_of(key, {"p", "pp", "page", "pages", "pag", "pags", "para", "paras", "paragraph",
                         "paragraphs", "col", "cols", "с", "стр"});
}

/// `p.640` is one word, as the point stands between a letter and a digit.
bool is_glued_page(const NoteWord& word) {
  const std::size_t point = word.text.find('.');
  return point != std::string_view::npos && is_one_of(word.key.substr(0, point), {"p", "pp"}) &&
         is_digit(word.text[point + 1]);
}

std::string_view trim_address(std::string_view address) {
  while (!address.empty() &&
         std::string_view(".,;:)]>'\"").find(address.back()) != std::string_view::npos) {
    address.remove_suffix(1);
  }
  return address;
}

/// `en.apa.az`, `mfa.gov.az/news`: labels of small letters and digits, the last of letters only.
bool is_host(std::string_view word) {
  const std::string_view host = word.substr(0, word.find('/'));
  const std::size_t last = host.find_last_of('.');
  if (last == std::string_view::npos || host.find('.') < 2) return false;
  const std::string_view top = host.substr(last + 1);
  if (top.size() < 2 || top.size() > 4 || !std::ranges::all_of(top, is_lower)) return false;
  if (host == "op.cit" || host == "loc.cit") return false;
  return std::ranges::all_of(
      host, [](char c) { return is_lower(c) || is_digit(c) || c == '.' || c == '-'; });
}

}  // namespace

std::string take_page(Parts& parts) {
  const auto& words = parts.words();
  for (std::size_t i = 0; i < words.size(); ++i) {
    const NoteWord& cue = words[i];
    if (parts.taken(cue.begin)) continue;
    std::size_t end = cue.end;
    std::string page;
    if (is_glued_page(cue)) {
      page = PageReader(parts, cue.key.starts_with("pp")).read(i, end);
      page.erase(0, page.find('.') + 1);
    } else if (is_page_cue(cue.key) && i + 1 < words.size() && is_page(words[i + 1]) &&
               only_space(parts.part(cue.end, words[i + 1].begin))) {
      page = std::string(prefix_of(cue.key)) +
             PageReader(parts, cue.key.ends_with('s') || cue.key == "pp").read(i + 1, end);
    }
    if (page.empty()) continue;
    parts.take(cue.begin, end);
    return page;
  }
  return {};
}

std::string take_url(Parts& parts) {
  const std::string_view text = parts.text();
  for (const NoteWord& word : parts.words()) {
    const bool scheme =
        is_one_of(word.key, {"http", "https"}) && text.substr(word.end).starts_with("://");
    if (!scheme && !word.key.starts_with("www.") && !is_host(word.text)) continue;
    const std::size_t end = std::min(text.find_first_of(" \t\n\r", word.begin), text.size());
    const std::string_view address = trim_address(text.substr(word.begin, end - word.begin));
    std::string url(address);
    parts.take(word.begin, word.begin + address.size());
    return url;
  }
  return {};
}

}  // namespace pincite
