#include "searcher/verify/input_units.h"

#include <algorithm>
#include <utility>

#include "corpus/text.h"
#include "searcher/verify/claim_forms.h"

namespace pincite {
namespace {

struct Line {
  std::size_t begin = 0;  // bytes, without white space at the ends
  std::size_t end = 0;
  bool after_blank = true;
};

/// The lines that are neither blank nor of a note.
std::vector<Line> lines_of(std::string_view text, const InputNotes& notes) {
  std::vector<Line> lines;
  bool after_blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trim(text.substr(at, end - at));
    if (line.empty() || notes.hold(at)) {
      after_blank = true;
    } else {
      const auto begin = static_cast<std::size_t>(line.data() - text.data());
      lines.push_back({begin, begin + line.size(), after_blank});
      after_blank = false;
    }
    at = end + 1;
  }
  return lines;
}

/// Bytes of the first word.
std::size_t first_word(std::string_view line) { return std::min(line.find(' '), line.size()); }

/// Behind the last line of a paragraph that is wrapped: most of its lines are so long that the
/// next one's first word would not have fitted.
std::size_t end_of_wrapped(std::string_view text, const std::vector<Line>& lines,
                           std::size_t first) {
  std::size_t end = first + 1;
  while (end < lines.size() && !lines[end].after_blank) ++end;
  std::size_t width = 0;
  for (std::size_t i = first; i < end; ++i) width = std::max(width, lines[i].end - lines[i].begin);
  constexpr std::size_t kWidest = 200;  // bytes
  std::size_t full = 0;
  for (std::size_t i = first; i + 1 < end; ++i) {
    const std::size_t next =
        first_word(text.substr(lines[i + 1].begin, lines[i + 1].end - lines[i + 1].begin));
    if ((lines[i].end - lines[i].begin + 1 + next) * 10 > width * 9) ++full;
  }
  const bool is_wrapped = end - first > 1 && width <= kWidest && full * 4 >= (end - first - 1) * 3;
  return is_wrapped ? end : first + 1;
}

/// Where a list's item begins behind its number or bullet; only before a quotation mark.
std::size_t behind_bullet(std::string_view text, std::size_t at, std::size_t quotation) {
  const std::string_view before = trim(text.substr(at, quotation - at));
  if (before.empty()) return quotation;
  for (const std::string_view bullet : {"-", "*", "•", "–", "—", "·", ">"}) {
    if (before == bullet) return quotation;
  }
  const std::size_t digits = std::min(before.find_first_not_of("0123456789"), before.size());
  const std::string_view stop = before.substr(digits);
  const bool is_number = digits > 0 && digits <= 5 && (stop == "." || stop == ")" || stop == ":");
  return is_number ? quotation : at;
}

/// Whether nothing but a claim, or several, stands between `at` and `end`.
bool is_claim_only(std::string_view text, std::size_t at, std::size_t end) {
  const auto is_rest = [](std::string_view rest) {
    return rest.find_first_not_of(" \t\r\n.,;:!?") == std::string_view::npos;
  };
  while (at < end && !is_rest(text.substr(at, end - at))) {
    const ClaimForm form = claim_form_at(text, at, end);
    if (form.kind == ClaimForm::Kind::none || form.end <= at) return false;
    at = form.end;
  }
  return true;
}

InputUnit unit_of(std::string_view text, std::size_t begin, std::size_t end) {
  InputUnit unit{InputUnit::Kind::bare, begin, end};
  QuotedSpans quoted = quoted_spans(text.substr(begin, end - begin));
  if (!quoted.unclosed.empty()) unit.kind = InputUnit::Kind::with_quotes;
  if (quoted.spans.empty()) return unit;
  unit.span = std::move(quoted.spans.front());
  unit.span.begin += begin;
  unit.span.end += begin;
  const bool is_quotation = behind_bullet(text, begin, unit.span.begin) == unit.span.begin &&
                            is_claim_only(text, unit.span.end, end);
  unit.kind = is_quotation ? InputUnit::Kind::quotation : InputUnit::Kind::with_quotes;
  return unit;
}

}  // namespace

std::vector<InputUnit> input_units(std::string_view text, const InputNotes& notes, bool wrapped) {
  const std::vector<Line> lines = lines_of(text, notes);
  std::vector<InputUnit> units;
  for (std::size_t i = 0; i < lines.size();) {
    const std::size_t next = wrapped ? end_of_wrapped(text, lines, i) : i + 1;
    units.push_back(unit_of(text, lines[i].begin, lines[next - 1].end));
    i = next;
  }
  return units;
}

}  // namespace pincite
