#include "corpus/citing.h"

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

std::string quoted(const std::string& text) { return text.empty() ? text : "“" + text + "”"; }

std::string section(const Document& document, std::uint32_t passage) {
  const auto above = headings_above(document, passage);
  return above.empty() ? std::string() : section_name(document.passages[above.back()]);
}

// `12.` and `(12)` are printed numbers of which the digits are cited; `(a)` is cited as it stands.
std::string paragraph_number(const std::string& label) {
  const std::size_t first = label.find_first_of("0123456789");
  const std::size_t last = label.find_last_of("0123456789");
  return first == std::string::npos ? label : label.substr(first, last - first + 1);
}

std::string paragraph(const Locator& locator) {
  if (!locator.paragraph_label.empty()) return "para. " + paragraph_number(locator.paragraph_label);
  return locator.paragraph == 0 ? std::string() : ordinal(locator.paragraph) + " paragraph";
}

std::string notes_named(const Document& document, std::uint32_t passage,
                        std::span<const std::uint32_t> notes) {
  std::vector<std::string> labels;
  const std::uint32_t own = note_of(document, passage);
  if (own != kNone) {
    labels.push_back(document.notes[own].label);
  } else {
    for (const std::uint32_t note : notes) labels.push_back(document.notes[note].label);
  }
  std::string named;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (i > 0) named += i + 1 == labels.size() ? " and " : ", ";
    named += labels[i];
  }
  if (named.empty()) return named;
  return (labels.size() == 1 ? "note " : "notes ") + named;
}

}  // namespace

std::string cite(const Document& document, std::uint32_t passage,
                 std::span<const std::uint32_t> notes) {
  const Metadata& metadata = document.metadata;
  const Locator& locator = document.passages[passage].locator;
  const std::vector<std::string> parts = {
      metadata.author.empty() ? metadata.publisher : metadata.author,
      quoted(metadata.title),
      metadata.symbol,
      metadata.date ? metadata.date->in_words() : std::string(),
      quoted(section(document, passage)),
      paragraph(locator),
      locator.page.empty() ? std::string() : "p. " + locator.page,
      notes_named(document, passage, notes),
      metadata.url,
  };
  std::string line;
  for (const std::string& part : parts) {
    const std::string text = squeeze(part);
    if (text.empty()) continue;
    if (!line.empty()) line += ", ";
    line += text;
  }
  return line.empty() || line.back() == '.' ? line : line + ".";
}

}  // namespace pincite
