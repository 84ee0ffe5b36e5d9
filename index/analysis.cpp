#include "index/analysis.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include "corpus/text.h"
#include "index/characters.h"
#include "index/compounds.h"
#include "index/fold.h"
#include "index/schema.h"
#include "index/symbol.h"

namespace pincite {
namespace {

using Class = CharacterClass;

// Bytes.
constexpr std::size_t kLongestElided = 20;
constexpr std::size_t kLongestSymbol = 120;  // longer ones are words: each has its leading parts

constexpr std::array<std::string_view, 2> kMiddleDots = {"\u00B7", "\u0387"};

bool is_ascii_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Articles and particles that are written with an apostrophe and are words of their own.
bool is_elided(std::string_view folded) {
  constexpr std::array<std::string_view, 29> kElided = {
      "l",    "d",     "j",    "m",      "t",      "s",      "n",    "c",    "v",    "un",
      "qu",   "jusqu", "gl",   "lorsqu", "puisqu", "quoiqu", "dell", "all",  "nell", "sull",
      "dall", "coll",  "pell", "quell",  "agl",    "dagl",   "degl", "negl", "sugl"};
  return std::find(kElided.begin(), kElided.end(), folded) != kElided.end();
}

/// Scans one stretch of text without silent ranges.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t begin, std::size_t end, std::vector<Token>& tokens)
      : text_(text.substr(0, end)), at_(begin), symbols_(text_), tokens_(tokens) {}

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
          scan_character(begin);
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
  Class peek(std::size_t& at) const { return next_class(text_, at); }

  /// The code point at `at`, which moves behind it; negative at the end.
  std::int32_t peek_character(std::size_t& at) const {
    return at < text_.size() ? next_code_point(text_, at) : -1;
  }

  void skip_extenders() {
    std::size_t behind = at_;
    while (at_ < text_.size() && peek(behind) == Class::extend) at_ = behind;
  }

  void scan_character(std::size_t begin) {
    skip_extenders();
    std::size_t behind = at_;
    if (joins_character(text_.substr(begin, at_ - begin), peek_character(behind))) {
      at_ = behind;
      skip_extenders();
    }
    add(begin, at_, Token::Kind::word);
  }

  void add(std::size_t begin, std::size_t end, Token::Kind kind) {
    std::string term = fold_word(text_.substr(begin, end - begin));
    if (term.empty()) return;
    if (term.size() > 60) term = text_term(term);
    tokens_.push_back({std::move(term), static_cast<std::uint32_t>(begin),
                       static_cast<std::uint32_t>(end), kind});
  }

  void scan_word(std::size_t begin) {
    while (at_ < text_.size() && is_ascii_alnum(text_[at_])) ++at_;
    if (may_be_symbol()) {
      const std::size_t symbol_end = symbols_.end_of_symbol(begin);
      if (symbol_end != begin) return add_symbol(begin, symbol_end);
    }
    while (continues(begin)) {
    }
    skip_closing_bracket(begin);
    add(begin, at_, Token::Kind::word);
  }

  /// Whether the letters and digits up to here may be the beginning of one.
  bool may_be_symbol() const {
    if (at_ >= text_.size()) return false;
    const char c = text_[at_];
    return c == '/' || c == '.' || static_cast<unsigned char>(c) >= 128;
  }

  void add_symbol(std::size_t begin, std::size_t end) {
    at_ = end;
    skip_extenders();
    add(begin, at_, end - begin <= kLongestSymbol ? Token::Kind::symbol : Token::Kind::word);
  }

  /// A bracket that opened in the word belongs to it with the one that closes it.
  void skip_closing_bracket(std::size_t begin) {
    std::size_t behind = at_;
    if (peek(behind) != Class::bracket || is_opening(at_)) return;
    bool open = false;
    for (std::size_t i = begin; i < at_;) {
      const std::size_t here = i;
      if (peek(i) == Class::bracket) open = is_opening(here);
    }
    if (open) at_ = behind;
  }

  bool is_opening(std::size_t at) const {
    const std::int32_t c = peek_character(at);
    return c == '[' || c == 0xFF3B;
  }

  /// Moves past the next character if the word that began at `begin` goes on with it.
  bool continues(std::size_t begin) {
    std::size_t behind = at_;
    switch (peek(behind)) {
      case Class::word:
        at_ = behind;
        return true;
      case Class::extend:
        at_ = behind_soft_hyphen(text_, behind);
        return true;
      case Class::apostrophe:
      case Class::bracket:
        return continues_behind_marks(begin);
      default:
        return continues_behind_middle_dot();
    }
  }

  /// `state's`, `battle[s]`, `[state]'s`: one apostrophe and one bracket at most, then a letter; a
  /// digit behind a bracket begins a note mark.
  bool continues_behind_marks(std::size_t begin) {
    bool apostrophe = false;
    bool bracket = false;
    std::size_t letter = at_;
    std::size_t behind = at_;
    Class next = peek(behind);
    for (; next != Class::word; next = peek(behind)) {
      bool& seen = next == Class::apostrophe ? apostrophe : bracket;
      const bool mark = next == Class::apostrophe || next == Class::bracket;
      if (mark ? seen : next != Class::extend) return false;
      if (mark) seen = true;
      letter = behind;
    }
    std::size_t further = letter;
    if (bracket && u_isdigit(peek_character(further)) != 0) return false;
    if (apostrophe && parts_elided(begin, behind)) return false;
    at_ = behind;
    return true;
  }

  /// Whether the word from `begin` to here is an article; `behind`: behind the letter that follows
  /// the apostrophe. `all's` is none.
  bool parts_elided(std::size_t begin, std::size_t behind) const {
    if (at_ - begin > kLongestElided || !is_elided(fold_word(text_.substr(begin, at_ - begin)))) {
      return false;
    }
    const char last = text_[behind - 1];
    return (last != 's' && last != 'S') || is_followed_by_word(behind);
  }

  bool is_followed_by_word(std::size_t at) const {
    const Class next = peek(at);
    return next == Class::word || next == Class::extend;
  }

  /// Catalan `col·laborar`.
  bool continues_behind_middle_dot() {
    constexpr std::size_t kBytes = kMiddleDots.front().size();
    const std::string_view dot = text_.substr(at_, kBytes);
    if (std::find(kMiddleDots.begin(), kMiddleDots.end(), dot) == kMiddleDots.end()) return false;
    const auto is_l = [this](std::size_t at) {
      return at < text_.size() && (text_[at] == 'l' || text_[at] == 'L');
    };
    if (!is_l(at_ - 1) || !is_l(at_ + kBytes)) return false;
    at_ += kBytes;
    return true;
  }

  void scan_superscript(std::size_t begin) {
    std::size_t behind = at_;
    while (at_ < text_.size() && peek(behind) == Class::superscript) at_ = behind;
    add(begin, at_, Token::Kind::mark);
  }

  /// `[5]`, `[ 5 ]`, `[^5]`; any other bracket is passed over. `behind`: the byte behind the
  /// bracket.
  void scan_bracketed_number(std::size_t behind) {
    const std::size_t bracket = at_;
    at_ = behind;
    if (!is_opening(bracket)) return;
    const auto is_space = [](std::int32_t c) { return u_isUWhiteSpace(c) != 0; };
    const auto is_digit = [](std::int32_t c) { return u_isdigit(c) != 0; };
    std::size_t begin = skip(behind, is_space);
    begin = skip(begin, [](std::int32_t c) { return c == '^'; });
    const std::size_t end = skip(begin, is_digit);
    std::size_t closing = skip(end, is_space);
    const bool closes = !is_opening(closing) && peek(closing) == Class::bracket;
    if (end == begin || !closes) return;
    add(begin, end, Token::Kind::mark);
    at_ = closing;
    tokens_.back().begin = static_cast<std::uint32_t>(bracket);
    tokens_.back().end = static_cast<std::uint32_t>(at_);
  }

  template <typename Belongs>
  std::size_t skip(std::size_t at, Belongs belongs) const {
    for (std::size_t behind = at; belongs(peek_character(behind));) at = behind;
    return at;
  }

  std::string_view text_;
  std::size_t at_;
  SymbolScanner symbols_;
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
