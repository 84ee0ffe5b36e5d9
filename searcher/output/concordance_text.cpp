// Columns of a line: before | match, behind | citation. Matches that are longer than kLongMatch
// push the citation to the right.
#include <algorithm>

#include "corpus/text.h"
#include "searcher/output/concordance_writers.h"
#include "searcher/output/context.h"
#include "searcher/output/excerpt.h"
#include "searcher/output/printer.h"
#include "searcher/query_quotation.h"

namespace pincite {

void ConcordanceWriter::hit(DocumentHit&& hit) {
  std::uint64_t occurrences = 0;
  for_each_line(hit, [&](const ConcordanceLine& line) {
    ++occurrences;
    occurrence(hit, line);
  });
  counts_.add(hit.document, occurrences);
}

namespace {

constexpr std::size_t kLongMatch = 20;  // columns
constexpr std::size_t kNarrowest = 40;  // columns of a terminal that are reckoned with
constexpr std::string_view kCut = "…";

/// How wide the parts are, in columns.
struct Layout {
  std::size_t before = kContext;
  std::size_t match = 0;  // most that is shown; 0: all
  std::size_t behind = kContext;
  std::size_t region = kLongMatch + kContext;  // match and what is behind it
  std::size_t citation = 0;                    // most that is shown; 0: all
};

Layout layout(std::size_t width) {
  if (width == 0) return {};
  const std::size_t whole = std::max(width, kNarrowest);
  const std::size_t citation = whole / 3;
  const std::size_t text = whole - citation - 2;
  const std::size_t before = std::min(kContext, text * 2 / 5);
  const std::size_t region = std::min(kLongMatch + kContext, text - before);
  return {before, region, std::min(kContext, region), region, whole - before - region - 2};
}

/// The text as it stands in one line of a terminal.
std::string one_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = white_space_at(text, at);
    if (space == 0) {
      line += text[at++];
      continue;
    }
    if (line.empty() || line.back() != ' ') line += ' ';
    at += space;
  }
  return visible(line);
}

std::string last_columns(const std::string& text, std::size_t width) {
  return std::string(
      part_of(text, context_before(text, static_cast<std::uint32_t>(text.size()), width)));
}

std::string first_columns(const std::string& text, std::size_t width) {
  return std::string(part_of(text, context_behind(text, 0, width)));
}

/// The text, or as much of it as fits with a sign that it is cut.
std::string cut(const std::string& text, std::size_t width) {
  if (width == 0 || columns(text) <= width) return text;
  return first_columns(text, width - columns(kCut)) + std::string(kCut);
}

std::string spaces(std::size_t width, std::size_t taken) {
  std::string blank;
  blank.resize(width > taken ? width - taken : 0, ' ');
  return blank;
}

class TextConcordance : public ConcordanceWriter {
 public:
  TextConcordance(std::ostream& out, const TextStyle& style)
      : printer_(out, style), layout_(layout(style.width)) {}

  void begin(const AnswerHead& /*head*/) override {}
  void end(const AnswerHead& /*head*/) override {
    if (counts().occurrences() == 0) return;
    printer_.blank();
    print_total();
    print_counts("by state", counts().by_state());
    print_counts("by year", counts().by_year());
  }

 private:
  void occurrence(const DocumentHit& hit, const ConcordanceLine& line) override {
    const std::string& text = hit.document.passages[line.passage].text;
    const Range left = context_before(text, line.match.begin, layout_.before);
    const Range right = context_behind(text, line.match.end, layout_.behind);
    const std::string before = last_columns(one_line(part_of(text, left)), layout_.before);
    const std::string match = cut(one_line(part_of(text, line.match)), layout_.match);
    const std::size_t room = layout_.match == 0
                                 ? layout_.behind
                                 : std::min(layout_.behind, layout_.region - columns(match));
    const std::string behind = first_columns(one_line(part_of(text, right)), room);
    InkedText inked;
    append(inked, spaces(layout_.before, columns(before)) + before, Ink::plain);
    append(inked, match, Ink::match);
    append(inked, behind + spaces(layout_.region, columns(match) + columns(behind)), Ink::plain);
    append(inked, "  " + cut(one_line(line.citation), layout_.citation), Ink::dim);
    printer_.unbroken(inked);
  }

  void print_total() {
    const auto count = [](std::uint64_t number, const char* noun) {
      return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
    };
    printer_.unbroken(count(counts().occurrences(), "occurrence") + " in " +
                          count(counts().documents(), "document"),
                      Ink::bold);
  }

  /// Numbers stand to the right below their heading.
  void print_counts(const std::string& heading, const std::vector<OccurrenceCount>& list) {
    constexpr std::string_view kOccurrences = "  occurrences";
    constexpr std::string_view kDocuments = "  documents";
    std::size_t widest = heading.size();
    std::uint64_t sum = 0;
    for (const OccurrenceCount& count : list) {
      widest = std::max(widest, 2 + columns(one_line(count.label)));
      sum += count.documents;
    }
    printer_.blank();
    const bool several = sum > counts().documents();
    std::string head = heading + spaces(widest, heading.size());
    head.append(kOccurrences).append(kDocuments);
    if (several) head += "  (documents of several count in each)";
    printer_.unbroken(head, Ink::bold);
    for (const OccurrenceCount& count : list) {
      const std::string occurrences = std::to_string(count.occurrences);
      const std::string documents = std::to_string(count.documents);
      std::string row = "  " + one_line(count.label);
      row += spaces(widest, columns(row));
      row.append(spaces(kOccurrences.size(), occurrences.size())).append(occurrences);
      row.append(spaces(kDocuments.size(), documents.size())).append(documents);
      printer_.unbroken(row, Ink::plain);
    }
  }

  Printer printer_;
  Layout layout_;
};

}  // namespace

std::unique_ptr<AnswerSink> concordance_text_writer(std::ostream& out, const TextStyle& style) {
  return std::make_unique<TextConcordance>(out, style);
}

}  // namespace pincite
