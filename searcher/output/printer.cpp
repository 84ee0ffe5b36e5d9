#include "searcher/output/printer.h"

#include <algorithm>
#include <ostream>

#include "corpus/text.h"

namespace pincite {
namespace {

constexpr std::size_t kNarrowest = 20;  // columns left for text however deep it is indented

/// ECMA-48 Select Graphic Rendition.
const char* sgr(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return "";
    case Ink::bold:
      return "\x1b[1m";
    case Ink::dim:
      return "\x1b[2m";
    case Ink::match:
      return "\x1b[1;31m";
    case Ink::name:
      return "\x1b[35m";
  }
  return "";
}

std::size_t room(std::size_t width, std::size_t indent) {
  return std::max(width, indent + kNarrowest) - indent;
}

InkedText made_visible(const InkedText& text) {
  InkedText shown;
  for (const Span& span : text) append(shown, visible(span.text), span.ink);
  return shown;
}

}  // namespace

void Printer::line(const InkedText& text, std::size_t indent, std::size_t hang) {
  const InkedText shown = made_visible(text);
  if (style_.width == 0) {
    put(shown, indent);
    return;
  }
  const auto lines = wrap(shown, room(style_.width, indent), room(style_.width, indent + hang));
  for (std::size_t i = 0; i < lines.size(); ++i) put(lines[i], i == 0 ? indent : indent + hang);
}

void Printer::line(std::string_view text, Ink ink, std::size_t indent, std::size_t hang) {
  InkedText inked;
  append(inked, text, ink);
  line(inked, indent, hang);
}

void Printer::unbroken(const InkedText& text, std::size_t indent) {
  put(made_visible(text), indent);
}

void Printer::unbroken(std::string_view text, Ink ink, std::size_t indent) {
  InkedText inked;
  append(inked, text, ink);
  unbroken(inked, indent);
}

void Printer::blank() { out_ << '\n'; }

void Printer::put(const InkedText& line, std::size_t indent) {
  out_ << std::string(indent, ' ');
  for (const Span& span : line) {
    const bool coloured = style_.colour && span.ink != Ink::plain;
    if (coloured) out_ << sgr(span.ink);
    out_ << span.text;
    if (coloured) out_ << "\x1b[0m";
  }
  out_ << '\n';
}

}  // namespace pincite
