#include "corpus/citing.h"

#include <unordered_set>

#include "corpus/text.h"

namespace pincite {
namespace {

std::string ordinal(std::uint32_t number) {
  const std::uint32_t tens = number % 100;
  const char* suffix = "th";
  if (tens < 11 || tens > 13) {
    if (number % 10 == 1) suffix = "st";
    if (number % 10 == 2) suffix = "nd";
    if (number % 10 == 3) suffix = "rd";
  }
  return std::to_string(number) + suffix;
}

std::string quoted(const std::string& text) {
  return trim(text).empty() ? std::string() : "“" + squeeze(text) + "”";
}

std::string section(const Document& document, std::uint32_t passage) {
  const auto above = headings_above(document, passage);
  return above.empty() ? std::string() : section_name(document.passages[above.back()]);
}

// Of `12.`, `12)` and `(12)` the digits are cited; `12 bis.` and `IV.` lose their point; `(a)` and
// `12(a)` are cited as they stand.
std::string paragraph_number(const std::string& printed) {
  std::string label = squeeze(printed);
  while (!label.empty() && (label.back() == '.' || label.back() == ':')) label.pop_back();
  const std::size_t first = label.starts_with('(') ? 1 : 0;
  const std::size_t last = label.find_first_not_of("0123456789", first);
  const bool digits = last > first && last != std::string::npos && label.substr(last) == ")";
  return digits ? label.substr(first, last - first) : label;
}

std::string paragraph(const Locator& locator) {
  const std::string number = paragraph_number(locator.paragraph_label);
  if (!number.empty()) return "para. " + number;
  return locator.paragraph == 0 ? std::string() : ordinal(locator.paragraph) + " paragraph";
}

std::string notes_named(const Document& document, std::uint32_t passage,
                        std::span<const std::uint32_t> notes) {
  std::vector<std::string> labels;
  std::unordered_set<std::string> seen;
  const auto name = [&](std::uint32_t note) {
    std::string label = squeeze(document.notes[note].label);
    if (!label.empty() && seen.insert(label).second) labels.push_back(std::move(label));
  };
  const std::uint32_t own = note_of(document, passage);
  if (own != kNone) {
    name(own);
  } else {
    for (const std::uint32_t note : notes) name(note);
  }
  std::string named;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (i > 0) named += i + 1 == labels.size() ? " and " : ", ";
    named += labels[i];
  }
  if (named.empty()) return named;
  return (labels.size() == 1 ? "note " : "notes ") + named;
}

/// The parts that say something, with commas between.
std::string listed(std::initializer_list<std::string> parts) {
  std::string line;
  for (const std::string& part : parts) {
    const std::string text = squeeze(part);
    if (text.empty()) continue;
    if (!line.empty()) line += ", ";
    line += text;
  }
  return line;
}

}  // namespace

std::string pinpoint(const Document& document, std::uint32_t passage,
                     std::span<const std::uint32_t> notes) {
  const Locator& locator = document.passages[passage].locator;
  return listed({quoted(section(document, passage)), paragraph(locator),
                 locator.page.empty() ? std::string() : "p. " + locator.page,
                 notes_named(document, passage, notes)});
}

std::string cite(const Document& document, std::uint32_t passage,
                 std::span<const std::uint32_t> notes) {
  const Metadata& metadata = document.metadata;
  const std::string line = listed({
      trim(metadata.author).empty() ? metadata.publisher : metadata.author,
      quoted(metadata.title),
      metadata.symbol,
      metadata.date ? metadata.date->in_words() : std::string(),
      pinpoint(document, passage, notes),
      metadata.url,
  });
  return line.empty() || line.back() == '.' ? line : line + ".";
}

}  // namespace pincite
