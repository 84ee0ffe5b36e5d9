#include "searcher/verify/input_notes.h"

#include <algorithm>
#include <utility>

#include "corpus/text.h"
#include "searcher/query_quotation.h"
#include "searcher/verify/claim_forms.h"

namespace pincite {
namespace {

constexpr std::size_t kLongestNumber = 3;  // digits

std::string_view digits_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(std::min(at, text.size()));
  const std::size_t end = std::min(rest.find_first_not_of("0123456789"), rest.size());
  return end <= kLongestNumber ? rest.substr(0, end) : std::string_view();
}

/// A number behind a quotation mark: `”5`, `”(5)`.
std::string_view number_behind_quotation(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '(') {
    const std::string_view digits = digits_at(text, at + 1);
    const std::size_t end = at + 1 + digits.size();
    return end < text.size() && text[end] == ')' ? digits : std::string_view();
  }
  return digits_at(text, at);
}

/// A label at the beginning of a line, and where the text behind it begins.
struct Label {
  std::string label;
  std::size_t text_begin = 0;
};

std::size_t behind_spaces(std::string_view line, std::size_t at) {
  return std::min(line.find_first_not_of(" \t", at), line.size());
}

Label numbered(std::string_view line, std::size_t begin) {
  const bool bracket = line.substr(begin).starts_with('(');
  const std::size_t at = begin + (bracket ? 1 : 0);
  const std::string_view digits = digits_at(line, at);
  if (digits.empty()) return {};
  std::size_t end = at + digits.size();
  if (bracket && !line.substr(end).starts_with(')')) return {};
  if (bracket) ++end;
  if (!bracket && end < line.size() && (line[end] == '.' || line[end] == ')' || line[end] == ':')) {
    ++end;
  }
  const std::size_t text = behind_spaces(line, end);
  // a number before a quotation counts the quotations
  if (text == end || quotation_mark_at(line, text) != 0) return {};
  return {std::string(digits), text};
}

Label label_of(std::string_view line) {
  std::size_t begin = behind_spaces(line, 0);
  if (const ClaimForm mark = note_mark_at(line, begin); mark.kind == ClaimForm::Kind::note) {
    std::size_t end = mark.end;
    if (end < line.size() && line[end] == ':') ++end;
    return {mark.text, behind_spaces(line, end)};
  }
  for (const std::string_view word : {"Note ", "note "}) {
    if (line.substr(begin).starts_with(word)) begin += word.size();
  }
  return numbered(line, begin);
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  InputNotes read() && {
    find_marks();
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      line(at, end);
      at = end + 1;
    }
    finish();
    std::erase_if(found_.marks, [&](const NoteMark& mark) {
      return !found_.notes.contains(mark.label) || std::ranges::binary_search(labels_at_, mark.at);
    });
    return std::move(found_);
  }

 private:
  void find_marks() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t quote = quotation_mark_at(text_, at);
      const ClaimForm mark = note_mark_at(text_, at);
      if (mark.kind == ClaimForm::Kind::note) {
        add_mark(mark.text, at);
        at = mark.end;
        continue;
      }
      at += std::max<std::size_t>(quote, 1);
      if (quote == 0) continue;
      const std::string_view number = number_behind_quotation(text_, at);
      if (!number.empty()) add_mark(std::string(number), at);
    }
  }

  void add_mark(const std::string& label, std::size_t at) {
    first_mark_.try_emplace(label, at);
    found_.marks.push_back({label, at});
  }

  void line(std::size_t begin, std::size_t end) {
    const std::string_view line = text_.substr(begin, end - begin);
    if (trim(line).empty()) return finish();
    const Label label = label_of(line);
    const auto mark = first_mark_.find(label.label);
    const bool is_note = !label.label.empty() && mark != first_mark_.end() &&
                         mark->second < begin && !trim(line.substr(label.text_begin)).empty();
    if (is_note) {
      finish();
      labels_at_.push_back(begin + behind_spaces(line, 0));
      label_ = label.label;
      note_ = {std::string(line.substr(label.text_begin)), begin, end};
    } else if (note_.end != 0) {
      note_.text += ' ';
      note_.text += line;
      note_.end = end;
    }
  }

  void finish() {
    if (note_.end == 0) return;
    note_.text = squeeze(note_.text);
    found_.ranges.emplace_back(note_.begin, note_.end);
    found_.notes.try_emplace(label_, std::move(note_));
    note_ = {};
  }

  std::string_view text_;
  std::map<std::string, std::size_t> first_mark_;
  std::vector<std::size_t> labels_at_;
  std::string label_;
  InputNote note_;
  InputNotes found_;
};

}  // namespace

bool InputNotes::hold(std::size_t at) const {
  const auto behind =
      std::ranges::upper_bound(ranges, at, {}, [](const auto& r) { return r.first; });
  return behind != ranges.begin() && at < std::prev(behind)->second;
}

InputNotes read_input_notes(std::string_view text) { return Reader(text).read(); }

}  // namespace pincite
