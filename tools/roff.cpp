#include "tools/roff.h"

#include <array>
#include <charconv>
#include <cstdint>

#include "corpus/text.h"

namespace pincite {
namespace {

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// `\[u00E9]`: at least four digits, as groff_char(7) wants them.
std::string escape_of(std::int32_t code_point) {
  constexpr int kHexadecimal = 16;
  constexpr std::size_t kLeastDigits = 4;
  std::array<char, 8> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), code_point, kHexadecimal).ptr;
  std::string number(digits.data(), end);
  for (char& digit : number) {
    if (digit >= 'a') digit = static_cast<char>(digit - 'a' + 'A');
  }
  if (number.size() < kLeastDigits) number.insert(0, kLeastDigits - number.size(), '0');
  return "\\[u" + number + "]";
}

/// groff_char(7): characters that roff would print as others of their kind.
std::string roff_of(char c) {
  switch (c) {
    case '\\':
      return "\\e";
    case '-':
      return "\\-";
    case '\'':
      return "\\(aq";
    case '`':
      return "\\(ga";
    case '^':
      return "\\(ha";
    case '~':
      return "\\(ti";
    case '"':
      return "\\(dq";
    default:
      return {c};
  }
}

}  // namespace

std::string roff(std::string_view text) {
  constexpr std::int32_t kAsciiEnd = 0x80;
  std::string out;
  if (text.starts_with('.')) out += "\\&";  // else a request
  for (std::size_t at = 0; at < text.size();) {
    const std::int32_t c = next_code_point(text, at);
    out += c < kAsciiEnd ? roff_of(static_cast<char>(c)) : escape_of(c);
  }
  return out;
}

std::string roff_bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }

std::string roff_usage(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size() && (is_capital(line[end]) || (end > at && line[end] == '-'))) ++end;
    if (end > at) {
      out += "\\fI" + roff(line.substr(at, end - at)) + "\\fR";
      at = end;
    } else {
      out += roff(line.substr(at++, 1));
    }
  }
  return out;
}

RoffPage::RoffPage(std::string_view title, std::string_view date, std::string_view source) {
  out_ << ".\\\" Written by the build of Pincite from its tables of commands and options.\n"
       << ".TH " << roff(title) << " 1 \"" << roff(date) << "\" \"" << roff(source)
       << "\" \"Pincite\"\n";
}

void RoffPage::section(std::string_view name) { out_ << ".SH " << name << '\n'; }

void RoffPage::raw(std::string_view lines) { out_ << lines << '\n'; }

void RoffPage::text(std::string_view line) { out_ << roff(line) << '\n'; }

void RoffPage::entry(std::string_view head, std::string_view explanation) {
  out_ << ".TP\n" << head << '\n' << roff(explanation) << '\n';
}

}  // namespace pincite
