#include "index/analysis.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uversion.h>

#include "corpus/text.h"
#include "index/compounds.h"
#include "index/fold.h"
#include "index/schema.h"

namespace pincite {
namespace {

enum class Class : std::uint8_t {
  other,        // parts words
  word,         // letters and digits
  extend,       // accents and ignorable characters: belong to the word they follow
  apostrophe,   // belongs to a word that goes on behind it
  bracket,      // [ or ]: likewise, where a letter follows
  character,    // of a script without spaces: a token of its own
  superscript,  // raised digit
};

constexpr std::array<Class, 128> ascii_classes() {
  std::array<Class, 128> classes{};
  for (std::size_t c = '0'; c <= '9'; ++c) classes[c] = Class::word;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) classes[c] = Class::word;
  for (std::size_t c = 'a'; c <= 'z'; ++c) classes[c] = Class::word;
  classes['\''] = classes['`'] = Class::apostrophe;
  classes['['] = classes[']'] = Class::bracket;
  return classes;
}

constexpr std::array<Class, 128> kAscii = ascii_classes();

// Bytes. Both bound what is looked at again and again, so that no text takes quadratic time.
constexpr std::size_t kLongestElided = 20;
constexpr std::size_t kLongestSymbol = 120;

bool is_unspaced_script(UChar32 c) {
  if (c < 0x0E00) return false;
  if (c == 0x30FC || c == 0xFF70) return true;  // prolonged sound marks
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

Class class_of(UChar32 c) {
  if (c < 0) return Class::other;
  if (c < 128) return kAscii[static_cast<std::size_t>(c)];
  switch (c) {
    case 0x00B2:
    case 0x00B3:
    case 0x00B9:
    case 0x2070:
      return Class::superscript;
    case 0x00B4:
    case 0x02B9:  // Slavic soft sign in Latin letters
    case 0x02BB:
    case 0x02BC:
    case 0x02BD:
    case 0x055A:  // Armenian apostrophe
    case 0x05F3:  // Hebrew geresh
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0xFF07:
      return Class::apostrophe;
    case 0x200B:  // zero-width space
      return Class::other;
    case 0x055B:  // Armenian marks of stress, exclamation and question stand inside a word
    case 0x055C:
    case 0x055E:
    case 0x0640:  // tatweel
    case 0xFF9E:  // half-width voicing marks
    case 0xFF9F:
      return Class::extend;
    default:
      break;
  }
  if (c >= 0x2074 && c <= 0x2079) return Class::superscript;
  const auto type = static_cast<UCharCategory>(u_charType(c));
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK ||
      type == U_FORMAT_CHAR) {
    return Class::extend;
  }
  if (u_isalpha(c) == 0 && u_isdigit(c) == 0 && type != U_LETTER_NUMBER) return Class::other;
  return is_unspaced_script(c) ? Class::character : Class::word;
}

bool is_ascii_alnum(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < kAscii.size() && kAscii[byte] == Class::word;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Articles and particles that are written with an apostrophe and are words of their own.
bool is_elided(std::string_view folded) {
  constexpr std::array<std::string_view, 20> kElided = {
      "l",      "d",      "j",      "m",    "t",   "s",    "n",    "c",    "qu",   "jusqu",
      "lorsqu", "puisqu", "quoiqu", "dell", "all", "nell", "sull", "dall", "coll", "quell"};
  return std::find(kElided.begin(), kElided.end(), folded) != kElided.end();
}

std::string fold(std::string_view word) {
  std::string folded;
  folded.reserve(word.size());
  for (const char c : word) {
    if (static_cast<unsigned char>(c) >= 128) return fold_word(word);
    if (c == '[' || c == ']') continue;
    folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '`' ? '\'' : c;
  }
  return folded;
}

/// Scans one stretch of text without silent ranges.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t begin, std::size_t end, std::vector<Token>& tokens)
      : text_(text.substr(0, end)), at_(begin), tokens_(tokens) {}

  void scan() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      std::size_t behind = at_;
      switch (peek(behind)) {
        case Class::word:
          scan_word(begin);
          break;
        case Class::character:
          at_ = behind;
          skip_extenders();
          add(begin, at_, Token::Kind::word);
          break;
        case Class::superscript:
          scan_superscript(begin);
          break;
        case Class::bracket:
          scan_bracketed_number(behind);
          break;
        default:
          at_ = behind;
      }
    }
  }

 private:
  /// Class of the character at `at`, which moves behind it; other at the end.
  Class peek(std::size_t& at) const {
    if (at >= text_.size()) return Class::other;
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 128) {
      ++at;
      return kAscii[byte];
    }
    return class_of(next_code_point(text_, at));
  }

  void skip_extenders() {
    std::size_t behind = at_;
    while (at_ < text_.size() && peek(behind) == Class::extend) at_ = behind;
  }

  void add(std::size_t begin, std::size_t end, Token::Kind kind) {
    std::string term = fold(text_.substr(begin, end - begin));
    if (term.empty()) return;
    if (term.size() > 60) term = text_term(term);
    tokens_.push_back({std::move(term), static_cast<std::uint32_t>(begin),
                       static_cast<std::uint32_t>(end), kind});
  }

  void scan_word(std::size_t begin) {
    const std::size_t symbol_end = end_of_symbol(begin);
    if (symbol_end != begin) {
      at_ = symbol_end;
      add(begin, at_, Token::Kind::symbol);
      return;
    }
    while (continues(begin)) {
    }
    // a bracket that opened in the word belongs to it with the one that closes it
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (at_ < text_.size() && text_[at_] == ']' && word.rfind('[') != std::string_view::npos &&
        word.find(']', word.rfind('[')) == std::string_view::npos) {
      ++at_;
    }
    add(begin, at_, Token::Kind::word);
  }

  /// Moves past the next character if the word that began at `begin` goes on with it.
  bool continues(std::size_t begin) {
    std::size_t behind = at_;
    const Class next = peek(behind);
    if (next == Class::word || next == Class::extend) {
      at_ = behind;
      return true;
    }
    if (next != Class::apostrophe && next != Class::bracket) return false;
    std::size_t further = behind;
    const bool word_follows = peek(further) == Class::word;
    if (!word_follows) return false;
    if (next == Class::bracket ? is_digit(text_[behind]) : is_elided_between(begin, at_)) {
      return false;
    }
    at_ = further;
    return true;
  }

  bool is_elided_between(std::size_t begin, std::size_t end) const {
    return end - begin <= kLongestElided && is_elided(fold(text_.substr(begin, end - begin)));
  }

  /// `APLC/MSP.10/2010`: letters first, single separators, a slash between parts, a digit
  /// somewhere. Returns `begin` where there is none.
  std::size_t end_of_symbol(std::size_t begin) const {
    if (!is_ascii_alnum(text_[begin]) || is_digit(text_[begin])) return begin;
    std::size_t end = begin;
    bool digit = false;
    bool slash = false;
    for (; end < text_.size() && end - begin <= kLongestSymbol; ++end) {
      const char c = text_[end];
      if (is_ascii_alnum(c)) {
        digit = digit || is_digit(c);
      } else if (!separates_parts(end, slash)) {
        break;
      } else {
        slash = slash || c == '/';
      }
    }
    return digit && slash && end - begin <= kLongestSymbol ? end : begin;
  }

  /// Whether the character at `at` parts two parts of a symbol. Before the first slash a point is
  /// one in `CRP.3/Rev.1`, but ends a sentence in `text.A/RES/59/84`.
  bool separates_parts(std::size_t at, bool behind_slash) const {
    const char c = text_[at];
    if (c != '/' && c != '.' && c != '-') return false;
    if (at + 1 >= text_.size() || !is_ascii_alnum(text_[at + 1])) return false;
    return c == '/' || behind_slash || (c == '.' && is_digit(text_[at + 1]));
  }

  void scan_superscript(std::size_t begin) {
    std::size_t behind = at_;
    while (at_ < text_.size() && peek(behind) == Class::superscript) at_ = behind;
    add(begin, at_, Token::Kind::mark);
  }

  /// `[5]`, `[ 5 ]`, `[^5]`; any other bracket is passed over. `behind`: the byte behind the
  /// bracket.
  void scan_bracketed_number(std::size_t behind) {
    at_ = behind;
    std::size_t i = behind;
    while (i < text_.size() && text_[i] == ' ') ++i;
    if (i < text_.size() && text_[i] == '^') ++i;
    const std::size_t begin = i;
    while (i < text_.size() && is_digit(text_[i])) ++i;
    const std::size_t end = i;
    while (i < text_.size() && text_[i] == ' ') ++i;
    if (text_[behind - 1] != '[' || end == begin || i >= text_.size() || text_[i] != ']') return;
    add(begin, end, Token::Kind::mark);
    at_ = i + 1;
    tokens_.back().begin = static_cast<std::uint32_t>(behind - 1);
    tokens_.back().end = static_cast<std::uint32_t>(at_);
  }

  std::string_view text_;
  std::size_t at_;
  std::vector<Token>& tokens_;
};

/// Makes the token that ends where `broken` begins and the next one, `second`, one word.
void join_broken(std::vector<Token>& tokens, std::size_t second, const Range& broken) {
  if (second == 0 || second >= tokens.size()) return;
  Token& word = tokens[second - 1];
  const Token& rest = tokens[second];
  if (word.end != broken.begin || rest.begin != broken.end) return;
  word.term = text_term(word.term + rest.term);
  word.end = rest.end;
  tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(second));
}

}  // namespace

std::vector<Token> analyse(std::string_view text, std::span<const Range> silent) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 6);
  const Range* broken = nullptr;  // a broken word whose end is still to come
  std::size_t begin = 0;
  const auto scan_to = [&](std::size_t end) {
    const std::size_t first = tokens.size();
    if (end > begin) Scanner(text, begin, end, tokens).scan();
    if (broken != nullptr) join_broken(tokens, first, *broken);
  };
  for (const Range& range : silent) {
    scan_to(range.begin);
    broken = range.begin < text.size() && hyphen_at(text, range.begin) != 0 ? &range : nullptr;
    begin = std::max<std::size_t>(begin, range.end);
  }
  scan_to(text.size());
  return tokens;
}

std::string analysis_fingerprint() {
  UVersionInfo version = {};
  u_getUnicodeVersion(version);
  std::string rules = "analysis " + std::to_string(kAnalysisVersion);
  for (const unsigned part : version) rules += "." + std::to_string(part);
  return sha256_hex(rules).substr(0, 6);
}

}  // namespace pincite
