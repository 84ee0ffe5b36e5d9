#include "indexer/library/tex_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "corpus/text.h"

namespace pincite {
namespace {

struct Sign {
  std::string_view tex;
  std::string_view text;
};

/// Accents, as what stands behind the letter in Unicode.
constexpr std::array<Sign, 14> kAccents = {{
    {"`", "\u0300"},
    {"'", "\u0301"},
    {"^", "\u0302"},
    {"~", "\u0303"},
    {"=", "\u0304"},
    {"u", "\u0306"},
    {".", "\u0307"},
    {"\"", "\u0308"},
    {"r", "\u030A"},
    {"H", "\u030B"},
    {"v", "\u030C"},
    {"d", "\u0323"},
    {"c", "\u0327"},
    {"k", "\u0328"},
}};

constexpr std::array<Sign, 32> kSigns = {{
    {"ss", "ß"},
    {"ae", "æ"},
    {"AE", "Æ"},
    {"oe", "œ"},
    {"OE", "Œ"},
    {"aa", "å"},
    {"AA", "Å"},
    {"o", "ø"},
    {"O", "Ø"},
    {"l", "ł"},
    {"L", "Ł"},
    {"i", "i"},
    {"j", "j"},
    {"dh", "ð"},
    {"DH", "Ð"},
    {"th", "þ"},
    {"TH", "Þ"},
    {"dj", "đ"},
    {"DJ", "Đ"},
    {"S", "§"},
    {"P", "¶"},
    {"textendash", "–"},
    {"textemdash", "—"},
    {"textquoteleft", "‘"},
    {"textquoteright", "’"},
    {"textquotedblleft", "“"},
    {"textquotedblright", "”"},
    {"guillemotleft", "«"},
    {"guillemotright", "»"},
    {"ldots", "…"},
    {"dots", "…"},
    {"textbackslash", "\\"},
}};

template <std::size_t N>
const Sign* find(const std::array<Sign, N>& table, std::string_view tex) {
  const auto found = std::ranges::find_if(table, [&](const Sign& sign) { return sign.tex == tex; });
  return found == table.end() ? nullptr : &*found;
}

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

class Reader {
 public:
  explicit Reader(std::string_view tex) : tex_(tex) {}

  std::string read() {
    while (at_ < tex_.size()) step();
    return std::move(text_);
  }

 private:
  void step() {
    const char c = tex_[at_];
    if (c == '\\' && at_ + 1 < tex_.size()) return command();
    ++at_;
    if (c == '{' || c == '}') return;
    if (c == '~') {
      text_ += "\u00A0";
    } else if (tex_.substr(at_ - 1).starts_with("---")) {
      text_ += "—";
      at_ += 2;
    } else if (tex_.substr(at_ - 1).starts_with("--")) {
      text_ += "–";
      at_ += 1;
    } else if (tex_.substr(at_ - 1).starts_with("``") || tex_.substr(at_ - 1).starts_with("''")) {
      text_ += c == '`' ? "“" : "”";
      at_ += 1;
    } else if (c != '$') {
      text_ += c;
    }
  }

  void command() {
    const std::size_t begin = ++at_;
    while (at_ < tex_.size() && is_letter(tex_[at_])) ++at_;
    if (at_ == begin) ++at_;
    const std::string_view name = tex_.substr(begin, at_ - begin);
    if (const Sign* accent = find(kAccents, name)) return accented(*accent);
    if (is_letter(name.front()) && at_ < tex_.size() && tex_[at_] == ' ') ++at_;
    if (const Sign* sign = find(kSigns, name)) {
      text_ += sign->text;
    } else if (!is_letter(name.front())) {
      text_ += name;  // `\&`, `\_`
    }                 // a font or the like is no text
  }

  /// The accent goes behind the letter, which may stand in braces or be `\i`.
  void accented(const Sign& accent) {
    while (at_ < tex_.size() && (tex_[at_] == '{' || tex_[at_] == ' ')) ++at_;
    if (at_ < tex_.size() && tex_[at_] == '\\') {
      command();
    } else if (at_ < tex_.size() && tex_[at_] != '}') {
      const std::size_t begin = at_;
      next_code_point(tex_, at_);
      text_ += tex_.substr(begin, at_ - begin);
    }
    text_ += accent.text;
  }

  std::string_view tex_;
  std::size_t at_ = 0;
  std::string text_;
};

std::string composed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return text;
  std::string made;
  nfc->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(made);
  return U_FAILURE(status) ? text : made;
}

}  // namespace

std::string text_of_tex(std::string_view tex) { return squeeze(composed(Reader(tex).read())); }

}  // namespace pincite
