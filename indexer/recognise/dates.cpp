#include "indexer/recognise/dates.h"

#include <algorithm>
#include <array>

#include "indexer/readers/line_shape.h"

namespace pincite {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// A part of a date.
struct Token {
  enum class Kind { day, month, year, dash, comma, iso, other } kind = Kind::other;
  int value = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_above_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

int month_named(std::string_view word) {
  const auto same = [word](std::string_view month) {
    return word.size() == month.size() &&
           std::equal(word.begin(), word.end(), month.begin(),
                      [](char a, char b) { return (a | 0x20) == (b | 0x20); });
  };
  const auto found = std::find_if(kMonths.begin(), kMonths.end(), same);
  return found == kMonths.end() ? 0 : static_cast<int>(found - kMonths.begin()) + 1;
}

Token number_token(std::string_view text, std::size_t begin) {
  static constexpr std::string_view kIso = "0123456789-";
  const std::size_t iso = std::min(text.find_first_not_of(kIso, begin), text.size());
  if (iso - begin == 10 && Period::parse(text.substr(begin, 10))) {
    return {Token::Kind::iso, 0, begin, iso};
  }
  std::size_t end = begin;
  int value = 0;
  while (end < text.size() && is_digit(text[end]) && end - begin < 5) {
    value = value * 10 + (text[end++] - '0');
  }
  const std::size_t digits = end - begin;
  const std::string_view suffix = text.substr(end, 2);
  if (digits <= 2 && (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th"))
    end += 2;
  Token::Kind kind = Token::Kind::other;
  if (digits <= 2 && value >= 1 && value <= 31) kind = Token::Kind::day;
  if (digits == 4 && value >= 1000) kind = Token::Kind::year;
  return {kind, value, begin, end};
}

Token word_token(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && (is_letter(text[end]) || is_above_ascii(text[end]))) ++end;
  const int month = month_named(text.substr(begin, end - begin));
  return {month != 0 ? Token::Kind::month : Token::Kind::other, month, begin, end};
}

bool is_dash(std::string_view text) {
  return text.starts_with("\xE2\x80\x93") || text.starts_with("\xE2\x80\x94") ||
         text.starts_with("\xE2\x80\x90") || text.starts_with("\xE2\x80\x91");
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    Token token{Token::Kind::other, 0, at, at + 1};
    if (is_digit(c)) {
      token = number_token(text, at);
    } else if (c == '-' || is_dash(text.substr(at))) {
      token = {Token::Kind::dash, 0, at, at + (c == '-' ? 1U : 3U)};
    } else if (is_letter(c) || is_above_ascii(c)) {
      token = word_token(text, at);
    } else if (c == ',') {
      token.kind = Token::Kind::comma;
    }
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    at = std::max(token.end, at + 1);
    if (!space) tokens.push_back(token);
  }
  return tokens;
}

/// One end of an interval, as far as it is written: the rest is that of the other end.
struct End {
  int day = 0;
  int month = 0;
  int year = 0;
};

class DateParser {
 public:
  explicit DateParser(const std::vector<Token>& tokens) : tokens_(tokens) {}

  /// The date that begins at token `at`; `at` then is behind it.
  std::optional<Period> parse(std::size_t& at) {
    at_ = at;
    End first = end();
    End last = first;
    if (is(Token::Kind::dash)) {
      ++at_;
      last = end();
      complete(first, last);
    }
    if (last.year == 0 || last.month == 0 || first.month == 0) return std::nullopt;
    const auto begins = date(first);
    const auto ends = date(last);
    if (!begins || !ends || begins->first_day() > ends->last_day()) return std::nullopt;
    at = at_;
    return Period(begins->begin(), ends->begin());
  }

 private:
  bool is(Token::Kind kind) const { return at_ < tokens_.size() && tokens_[at_].kind == kind; }
  int take() { return tokens_[at_++].value; }

  /// `29 November 2010`, `November 2010`, `November 29, 2010`, `29`, `November`.
  End end() {
    End one;
    if (is(Token::Kind::day)) one.day = take();
    if (is(Token::Kind::month)) one.month = take();
    if (one.month == 0) return one;
    if (one.day == 0 && is(Token::Kind::day)) one.day = take();
    const std::size_t before = at_;
    if (is(Token::Kind::comma)) ++at_;
    if (is(Token::Kind::year)) {
      one.year = take();
    } else {
      at_ = before;
    }
    return one;
  }

  /// `12–14 February 2018`: the first end lacks what the last one says, and `March 22-31, 2000`
  /// the other way round.
  void complete(End& first, End& last) {
    if (last.month == 0 && last.day != 0 && first.day != 0 && first.month != 0) {
      last.month = first.month;
      if (is(Token::Kind::comma)) ++at_;
      if (is(Token::Kind::year)) last.year = take();
    }
    if (first.year == 0) first.year = last.year;
    if (first.month == 0) first.month = last.month;
  }

  static std::optional<Period> date(const End& end) {
    std::string iso = std::to_string(end.year);
    iso.insert(0, iso.size() < 4 ? 4 - iso.size() : 0, '0');
    for (const int part : {end.month, end.day}) {
      if (part != 0) iso += (part < 10 ? "-0" : "-") + std::to_string(part);
    }
    return Period::parse(iso);
  }

  const std::vector<Token>& tokens_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<FoundDate> find_dates(std::string_view text) {
  const std::vector<Token> tokens = tokens_of(text);
  std::vector<FoundDate> dates;
  DateParser parser(tokens);
  for (std::size_t at = 0; at < tokens.size();) {
    const Token& token = tokens[at];
    std::size_t next = at;
    std::optional<Period> period;
    if (token.kind == Token::Kind::iso) {
      period = Period::parse(text.substr(token.begin, token.end - token.begin));
      ++next;
    } else if (token.kind == Token::Kind::day || token.kind == Token::Kind::month) {
      period = parser.parse(next);
    }
    if (period) dates.push_back({token.begin, tokens[next - 1].end, *period});
    at = period ? next : at + 1;
  }
  return dates;
}

std::optional<Period> read_date(std::string_view text) {
  text = trim_ends(text);
  if (auto period = Period::parse(text)) return period;
  // a time of day adds nothing: 2010-11-29T10:00:00Z
  if (text.size() > 10 && (text[10] == 'T' || text[10] == ' ')) {
    if (auto period = Period::parse(text.substr(0, 10))) return period;
  }
  const std::vector<FoundDate> dates = find_dates(text);
  if (dates.size() != 1 || dates[0].begin != 0 || dates[0].end != text.size()) return std::nullopt;
  return dates[0].period;
}

bool starts_with_month(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_letter(text[end])) ++end;
  return month_named(text.substr(0, end)) != 0;
}

}  // namespace pincite
