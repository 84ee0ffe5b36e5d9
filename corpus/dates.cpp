#include "corpus/dates.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "corpus/months.h"
#include "corpus/text.h"

namespace pincite {
namespace {

/// A part of a date.
struct Token {
  enum class Kind { day, month, year, dash, to, both, of, comma, point, whole, other };
  Kind kind = Kind::other;
  int value = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool abbreviated = false;        // of a month
  std::optional<Period> period{};  // of a whole date in digits
};

struct Connective {
  std::string_view word;
  Token::Kind kind;
};

constexpr std::array kConnectives = std::to_array<Connective>({
    {"to", Token::Kind::to},
    {"until", Token::Kind::to},
    {"through", Token::Kind::to},
    {"au", Token::Kind::to},
    {"al", Token::Kind::to},
    {"hasta", Token::Kind::to},
    {"до", Token::Kind::to},
    {"по", Token::Kind::to},
    {"and", Token::Kind::both},
    {"et", Token::Kind::both},
    {"y", Token::Kind::both},
    {"и", Token::Kind::both},
    {"of", Token::Kind::of},
    {"de", Token::Kind::of},
    {"du", Token::Kind::of},
    {"del", Token::Kind::of},
});

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_above_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// `30/10/2003` and `30.10.2003`, day first unless there is no such month.
std::optional<Period> numeric_date(std::string_view text) {
  if (text.size() < 8 || text.size() > 10) return std::nullopt;
  std::array<int, 3> parts{};
  std::size_t part = 0;
  char separator = 0;
  for (const char c : text) {
    if (is_digit(c)) {
      parts[part] = parts[part] * 10 + (c - '0');
      if (parts[part] > 9999) return std::nullopt;
    } else if (++part == parts.size() || (separator != 0 && c != separator)) {
      return std::nullopt;
    } else {
      separator = c;
    }
  }
  if (part != 2 || text[text.size() - 5] != separator) return std::nullopt;
  int day = parts[0];
  int month = parts[1];
  if (month > 12) std::swap(day, month);
  std::array<char, 16> iso{};
  std::snprintf(iso.data(), iso.size(), "%04d-%02d-%02d", parts[2], month, day);
  return Period::parse(iso.data());
}

/// `20001128`.
std::optional<Period> unseparated_date(std::string_view text) {
  if (text.size() != 8 || (!text.starts_with("19") && !text.starts_with("20"))) return std::nullopt;
  const std::string digits(text);
  return Period::parse(digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6));
}

/// The date in digits that is all of text[begin, …) up to the next character of another kind.
std::optional<Token> whole_date(std::string_view text, std::size_t begin) {
  constexpr std::size_t kLongest = 16;  // bytes; longer than any such date
  const std::string_view near = text.substr(begin, kLongest);
  const auto run = [near](std::string_view characters) {
    return near.substr(0, near.find_first_not_of(characters));
  };
  const auto token = [begin](std::string_view written, std::optional<Period> period) {
    return Token{Token::Kind::whole, 0, begin, begin + written.size(), false, period};
  };
  std::string_view written = run("0123456789-");
  if (written.size() == 10) {
    if (const auto period = Period::parse(written)) return token(written, period);
  }
  written = run("0123456789/.");
  while (!written.empty() && !is_digit(written.back())) written.remove_suffix(1);
  if (const auto period = numeric_date(written)) return token(written, period);
  if (const auto period = unseparated_date(written)) return token(written, period);
  return std::nullopt;
}

Token number_token(std::string_view text, std::size_t begin) {
  if (const auto whole = whole_date(text, begin)) return *whole;
  std::size_t end = begin;
  int value = 0;
  while (end < text.size() && is_digit(text[end]) && end - begin < 5) {
    value = value * 10 + (text[end++] - '0');
  }
  const std::size_t digits = end - begin;
  const std::string_view suffix = text.substr(end, 2);
  if (digits <= 2 &&
      (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th" || suffix == "er")) {
    end += 2;
  }
  Token::Kind kind = Token::Kind::other;
  if (digits <= 2 && value >= 1 && value <= 31) kind = Token::Kind::day;
  if (digits == 4 && value >= 1000) kind = Token::Kind::year;
  return {kind, value, begin, end};
}

bool is_dash(std::string_view text) {
  return text.starts_with("\xE2\x80\x93") || text.starts_with("\xE2\x80\x94") ||
         text.starts_with("\xE2\x80\x90") || text.starts_with("\xE2\x80\x91");
}

Token word_token(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && (is_letter(text[end]) || is_above_ascii(text[end])) &&
         !is_dash(text.substr(end, 3))) {
    ++end;
  }
  const std::string_view word = text.substr(begin, end - begin);
  if (const Month month = month_named(word); month.number != 0) {
    return {Token::Kind::month, month.number, begin, end, month.abbreviated};
  }
  const auto found = std::ranges::find(kConnectives, word, &Connective::word);
  return {found == kConnectives.end() ? Token::Kind::other : found->kind, 0, begin, end};
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
    } else if (c == '.') {
      token.kind = Token::Kind::point;
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
    const std::size_t behind_first = at_;
    if (joins(first)) {
      ++at_;
      End last = end();
      complete(first, last);
      if (auto period = interval(first, last)) {
        at = at_;
        return period;
      }
    }
    at_ = behind_first;
    auto period = interval(first, first);
    if (period) at = at_;
    return period;
  }

 private:
  bool is(Token::Kind kind) const { return at_ < tokens_.size() && tokens_[at_].kind == kind; }
  int take() { return tokens_[at_++].value; }

  /// Whether the token behind `first` makes it the first end of an interval. `18 and 19 May` are
  /// two days of one date, `18 May 2003 and 19 May 2003` are two dates.
  bool joins(const End& first) const {
    if (is(Token::Kind::dash)) return true;
    if (is(Token::Kind::both)) return first.day != 0 && first.month == 0;
    return is(Token::Kind::to) && (first.day != 0 || first.month != 0);
  }

  /// `29 November 2010`, `November 2010`, `November 29, 2010`, `29`, `November`.
  End end() {
    End one;
    if (is(Token::Kind::day)) one.day = take();
    const bool linked = is(Token::Kind::of) || is(Token::Kind::point);  // `3 de mayo`, `3. Mai`
    if (one.day != 0 && linked && at_ + 1 < tokens_.size() &&
        tokens_[at_ + 1].kind == Token::Kind::month) {
      ++at_;
    }
    const bool abbreviated = is(Token::Kind::month) && tokens_[at_].abbreviated;
    if (is(Token::Kind::month)) one.month = take();
    if (one.month == 0) return one;
    if (abbreviated && is(Token::Kind::point)) ++at_;
    if (one.day == 0 && is(Token::Kind::day)) one.day = take();
    const std::size_t before = at_;
    if (is(Token::Kind::comma) || is(Token::Kind::of)) ++at_;
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

  static std::optional<Period> interval(const End& first, const End& last) {
    if (last.year == 0 || last.month == 0 || first.month == 0) return std::nullopt;
    const auto begins = date(first);
    const auto ends = date(last);
    if (!begins || !ends || begins->first_day() > ends->last_day()) return std::nullopt;
    return Period(begins->begin(), ends->begin());
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
    if (token.kind == Token::Kind::whole) {
      period = token.period;
      ++next;
    } else if (token.kind == Token::Kind::day || token.kind == Token::Kind::month) {
      period = parser.parse(next);
    }
    if (period) dates.push_back({token.begin, tokens[next - 1].end, *period});
    const bool impossible = !period && token.kind == Token::Kind::day && at + 1 < tokens.size() &&
                            tokens[at + 1].kind == Token::Kind::month;
    at = period ? next : at + (impossible ? 2 : 1);
  }
  return dates;
}

std::optional<Period> read_date(std::string_view text) {
  text = trim(text);
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
  return month_named(text.substr(0, end)).number != 0;
}

}  // namespace pincite
