#include "searcher/verify/quotation_reader.h"

#include <algorithm>
#include <optional>

#include "corpus/text.h"
#include "searcher/query_quotation.h"
#include "searcher/verify/claim_forms.h"
#include "searcher/verify/input_notes.h"
#include "searcher/verify/input_units.h"
#include "searcher/verify/quoted_spans.h"

namespace pincite {
namespace {

using Kind = InputUnit::Kind;

/// Every fourth unit with other words beside its quotations makes a running text.
bool is_running_text(const std::vector<InputUnit>& units) {
  const auto with_quotes = std::ranges::count(units, Kind::with_quotes, &InputUnit::kind);
  return with_quotes > 0 && 4 * with_quotes >= static_cast<std::ptrdiff_t>(units.size());
}

/// Numbers of lines, asked for in the order of the text.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}

  std::uint32_t line_of(std::size_t at) {
    line_ += static_cast<std::uint32_t>(
        std::count(text_.begin() + offset(counted_), text_.begin() + offset(at), '\n'));
    counted_ = at;
    return line_;
  }

 private:
  static std::ptrdiff_t offset(std::size_t at) { return static_cast<std::ptrdiff_t>(at); }

  std::string_view text_;
  std::size_t counted_ = 0;
  std::uint32_t line_ = 1;
};

class InputReader {
 public:
  InputReader(std::string_view text, InputForm form)
      : text_(text), notes_(read_input_notes(text)), lines_(text) {
    read_.form = form;
    if (form == InputForm::automatic) {
      read_.form = is_running_text(input_units(text_, notes_, true)) ? InputForm::running_text
                                                                     : InputForm::list;
    }
  }

  ReadInput read() && {
    if (read_.form == InputForm::list) {
      list();
    } else {
      running_text();
    }
    return std::move(read_);
  }

 private:
  void list() {
    for (const InputUnit& unit : input_units(text_, notes_, false)) {
      if (unit.kind == Kind::quotation) {
        add_span(unit.span, unit.end);
      } else if (!is_claim_of_last(unit)) {
        add_line(unit);
      }
    }
  }

  void running_text() {
    quoted_ = quoted_spans(text_);
    for (std::size_t i = 0; i < quoted_.spans.size(); ++i) {
      const QuotedSpan& span = quoted_.spans[i];
      if (notes_.hold(span.begin)) continue;
      const std::size_t next =
          i + 1 < quoted_.spans.size() ? quoted_.spans[i + 1].begin : text_.size();
      add_span(span, next);
      if (read_.quotations.back().claimed.empty()) add_distant_claim(span);
    }
    tell_unclosed();
  }

  void tell_unclosed() {
    std::vector<std::size_t> unclosed = quoted_.unclosed;
    std::erase_if(unclosed, [&](std::size_t at) { return notes_.hold(at); });
    if (unclosed.empty()) return;
    const std::string line = std::to_string(LineCounter(text_).line_of(unclosed.front()));
    const std::string what = unclosed.size() == 1
                                 ? "line " + line + ": a quotation mark opens"
                                 : std::to_string(unclosed.size()) +
                                       " quotation marks, the first in line " + line + ", open";
    read_.notices.push_back({"unclosed_quote", what + " and never close" +
                                                   (unclosed.size() == 1 ? "s" : "") +
                                                   ", so what follows is not verified"});
  }

  /// `until`: where what may name its source ends.
  void add_span(const QuotedSpan& span, std::size_t until) {
    ReadQuotation quotation;
    quotation.text = without_outer_space(span.text);
    quotation.line = lines_.line_of(span.begin);
    for (std::size_t at = span.end; quotation.claimed.empty();) {
      const ClaimForm form = claim_form_at(text_, at, until);
      if (form.kind == ClaimForm::Kind::none) break;
      quotation.claimed = claim(form, quotation.line);
      at = form.end;
    }
    read_.quotations.push_back(std::move(quotation));
  }

  std::string claim(const ClaimForm& form, std::uint32_t line) {
    if (form.kind != ClaimForm::Kind::note) return form.text;
    const auto note = notes_.notes.find(form.text);
    if (note != notes_.notes.end()) return note->second.text;
    if (read_.notices.empty()) {
      read_.notices.push_back({"note_missing", "line " + std::to_string(line) +
                                                   ": there is no note " + form.text +
                                                   " that would name the source"});
    }
    return {};
  }

  /// Of what stands near behind byte `at`.
  std::size_t end_of_paragraph(std::size_t at) const {
    constexpr std::size_t kFar = 2000;  // bytes
    const std::string_view near = text_.substr(0, std::min(text_.size(), at + kFar));
    for (;;) {
      const std::size_t feed = near.find('\n', at);
      if (feed == std::string_view::npos) return near.size();
      const std::size_t next = std::min(near.find('\n', feed + 1), near.size());
      if (trim(near.substr(feed + 1, next - feed - 1)).empty()) return feed;
      at = feed + 1;
    }
  }

  /// The next note mark of the paragraph, or brackets at the end of the sentence.
  void add_distant_claim(const QuotedSpan& span) {
    const std::size_t end = end_of_paragraph(span.end);
    ReadQuotation& quotation = read_.quotations.back();
    const auto mark = std::ranges::lower_bound(notes_.marks, span.end, {}, &NoteMark::at);
    if (mark != notes_.marks.end() && mark->at < end) {
      quotation.claimed = notes_.notes.find(mark->label)->second.text;
      return;
    }
    for (std::size_t at = span.end; at < end; ++at) {
      if (text_[at] == '(' || text_[at] == '[') {
        const ClaimForm form = claim_form_at(text_, at, end);
        if (form.kind != ClaimForm::Kind::written) continue;
        const bool ends_sentence =
            form.end == end ||
            std::string_view(".!?").find(text_[form.end - 1]) != std::string_view::npos;
        if (!ends_sentence) continue;
        quotation.claimed = form.text;
        quotation.loose = true;
        return;
      }
      const bool stop = text_[at] == '.' || text_[at] == '!' || text_[at] == '?';
      if (stop && at + 1 < end && white_space_at(text_, at + 1) != 0) return;
    }
  }

  /// A dash and a source under a quotation.
  bool is_claim_of_last(const InputUnit& unit) {
    if (read_.quotations.empty() || !read_.quotations.back().claimed.empty()) return false;
    const std::string_view line = text_.substr(unit.begin, unit.end - unit.begin);
    const bool dash = std::ranges::any_of(std::vector<std::string_view>{"—", "–", "―", "--"},
                                          [&](auto one) { return line.starts_with(one); });
    if (!dash || unit.kind != Kind::bare) return false;
    const ClaimForm form = claim_form_at(line, 0, line.size());
    if (form.kind != ClaimForm::Kind::written) return false;
    read_.quotations.back().claimed = form.text;
    return true;
  }

  /// A line without quotation marks around it.
  void add_line(const InputUnit& unit) {
    const std::string_view line = text_.substr(unit.begin, unit.end - unit.begin);
    ReadQuotation quotation;
    quotation.line = lines_.line_of(unit.begin);
    quotation.text = line;
    if (const auto found = claim_at_the_end(line)) {
      std::string claimed = claim(found->form, quotation.line);
      if (!claimed.empty()) {
        quotation.claimed = std::move(claimed);
        quotation.text = without_outer_space(line.substr(0, found->words_end));
        quotation.whole = line;
        quotation.loose = found->form.kind == ClaimForm::Kind::written;
      }
    } else if (const auto* note = note_at_the_end(line)) {
      quotation.claimed = note->text;
    }
    read_.quotations.push_back(std::move(quotation));
  }

  const InputNote* note_at_the_end(std::string_view line) const {
    for (std::size_t at = line.size(); at-- > 0 && line.size() - at <= 16;) {
      const ClaimForm mark = note_mark_at(line, at);
      if (mark.kind != ClaimForm::Kind::note || mark.end != line.size()) continue;
      const auto note = notes_.notes.find(mark.text);
      if (note != notes_.notes.end()) return &note->second;
    }
    return nullptr;
  }

  std::string_view text_;
  InputNotes notes_;
  QuotedSpans quoted_;
  LineCounter lines_;
  ReadInput read_;
};

}  // namespace

ReadInput read_quotations(std::string_view text, InputForm form) {
  return InputReader(text, form).read();
}

}  // namespace pincite
