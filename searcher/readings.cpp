#include "searcher/readings.h"

#include <algorithm>
#include <vector>

#include "corpus/text.h"
#include "index/compounds.h"
#include "index/schema.h"
#include "searcher/query_quotation.h"

namespace pincite {
namespace {

constexpr std::size_t kLongestNumber = 3;  // digits of a note's number
constexpr std::size_t kLongestUnit = 2;    // letters: `m²`, `km²`

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_note_number(std::string_view digits) {
  return !digits.empty() && digits.size() <= kLongestNumber && digits.front() != '0' &&
         std::all_of(digits.begin(), digits.end(), is_digit);
}

/// Marks that may stand between a word and the mark of a note.
bool is_before_mark(std::string_view gap) {
  constexpr std::string_view kBefore = ".,;:!?)]\"'”’»“…";
  for (std::size_t at = 0; at < gap.size();) {
    const std::size_t begin = at;
    next_code_point(gap, at);
    if (kBefore.find(gap.substr(begin, at - begin)) == std::string_view::npos) return false;
  }
  return true;
}

class ReadingsBuilder {
 public:
  ReadingsBuilder(std::string_view text, std::span<const Token> tokens, const IndexReader& index,
                  const std::string& prefix)
      : text_(text),
        tokens_(tokens),
        database_(index.database()),
        compounds_(index.database(), prefix, words_to_look_up()),
        prefix_(prefix),
        lattice_(tokens.size()) {}

  PhraseLattice build() {
    const bool has_words = std::any_of(tokens_.begin(), tokens_.end(), [](const Token& token) {
      return token.kind != Token::Kind::mark;
    });
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      lattice_.add(i, i + 1, {word(tokens_[i].term)});
      if (has_words) add_without_mark(i);
      if (tokens_[i].kind == Token::Kind::word) add_spellings(i, i + 1, tokens_[i].term);
      add_joined(i);
    }
    return lattice_.build();
  }

 private:
  PhraseEdge word(const std::string& term) const { return {0, prefix_ + term, {}, true}; }

  static std::string has_note(std::string_view number) {
    return inner_term(InnerTerm::note, number);
  }

  void add_without_mark(std::size_t i) {
    const Token& token = tokens_[i];
    if (token.kind == Token::Kind::mark) {
      lattice_.add(i, i + 1, {{0, {}, is_certainly_mark(text_, tokens_, i) ? "" : has_note(token.term), false}});
    } else if (may_be_mark(i)) {
      lattice_.add(i, i + 1, {{0, {}, has_note(token.term), false}});
    } else if (token.kind == Token::Kind::word) {
      add_without_number(i);
    }
  }

  /// A number, bare or in round brackets, behind a word or its punctuation.
  bool may_be_mark(std::size_t i) const {
    const Token& token = tokens_[i];
    if (i == 0 || tokens_[i - 1].kind != Token::Kind::word || !is_note_number(token.term)) {
      return false;
    }
    const std::string& before = tokens_[i - 1].term;
    std::string_view gap = text_.substr(tokens_[i - 1].end, token.begin - tokens_[i - 1].end);
    const bool behind_year = before.size() == 4 && gap == ".";
    if (is_digit(before.back()) && !behind_year) return false;
    const std::string_view rest = text_.substr(token.end);
    if (gap.ends_with('(')) {
      gap.remove_suffix(1);
      return rest.starts_with(')') && is_before_mark(gap);
    }
    const std::string_view marks = trim(gap);  // a bare number may stand a space behind them
    return !marks.empty() && is_before_mark(marks);
  }

  /// `military38`: the word alone.
  void add_without_number(std::size_t i) {
    const std::string& term = tokens_[i].term;
    const auto digits = static_cast<std::size_t>(
        std::find_if_not(term.rbegin(), term.rend(), is_digit) - term.rbegin());
    const std::size_t letters = term.size() - digits;
    if (letters <= kLongestUnit || !is_note_number(std::string_view(term).substr(letters))) return;
    PhraseEdge edge = word(term.substr(0, letters));
    edge.condition = has_note(std::string_view(term).substr(letters));
    lattice_.add(i, i + 1, {std::move(edge)});
  }

  /// The parts of which the index has `joined`, for the words between two boundaries.
  void add_spellings(std::size_t from, std::size_t to, const std::string& joined) {
    for (const Spelling& spelling : compounds_.spellings(joined)) {
      const bool as_typed = std::equal(
          spelling.parts.begin(), spelling.parts.end(), tokens_.begin() + offset(from),
          tokens_.begin() + offset(to),
          [](const std::string& part, const Token& token) { return part == token.term; });
      if (as_typed) continue;
      std::vector<PhraseEdge> path;
      for (const std::string& part : spelling.parts) path.push_back(word(part));
      if (!spelling.spaced) path.front() = {0, spelling.at, {}, false};
      lattice_.add(from, to, std::move(path));
    }
  }

  /// Every word that may be asked for: as typed, and joined with those behind it.
  std::vector<std::string> words_to_look_up() const {
    std::vector<std::string> words;
    for (std::size_t first = 0; first < tokens_.size(); ++first) {
      std::string joined = tokens_[first].term;
      words.push_back(joined);
      for (std::size_t i = first + 1; i < end_of_parts(first); ++i) {
        if (junction(text_, tokens_[i - 1], tokens_[i]) == Junction::none) break;
        words.push_back(joined += tokens_[i].term);
      }
    }
    return words;
  }

  std::size_t end_of_parts(std::size_t first) const {
    return std::min(tokens_.size(), first + kMostParts);
  }

  /// The words from `first` on as one.
  void add_joined(std::size_t first) {
    std::vector<std::string> parts = {tokens_[first].term};
    std::string joined = parts.front();
    bool hyphenated = true;
    for (std::size_t i = first + 1; i < end_of_parts(first); ++i) {
      const Junction found = junction(text_, tokens_[i - 1], tokens_[i]);
      if (found == Junction::none) return;
      hyphenated = hyphenated && found != Junction::spaced;
      parts.push_back(tokens_[i].term);
      joined += parts.back();
      if (!hyphenated && !compounds_.are_one(parts)) continue;
      if (database_.term_exists(prefix_ + joined)) lattice_.add(first, i + 1, {word(joined)});
      add_spellings(first, i + 1, joined);
    }
  }

  static std::ptrdiff_t offset(std::size_t index) { return static_cast<std::ptrdiff_t>(index); }

  std::string_view text_;
  std::span<const Token> tokens_;
  const Xapian::Database& database_;
  Compounds compounds_;
  const std::string& prefix_;
  PhraseLatticeBuilder lattice_;
};

}  // namespace

bool is_certainly_mark(std::string_view text, std::span<const Token> tokens, std::size_t i) {
  const Token& token = tokens[i];
  if (token.kind != Token::Kind::mark) return false;
  if (text[token.begin] == '[') return !stands_after(text, token.begin, "([");
  return i > 0 && (tokens[i - 1].end != token.begin || tokens[i - 1].term.size() > kLongestUnit);
}

PhraseLattice readings_of(std::string_view text, std::span<const Token> tokens,
                          const IndexReader& index, const std::string& prefix) {
  return ReadingsBuilder(text, tokens, index, prefix).build();
}

std::string joined_word(std::string_view text, std::span<const Token> tokens) {
  std::string joined = tokens.empty() ? std::string() : tokens.front().term;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const Junction found = junction(text, tokens[i - 1], tokens[i]);
    if (found != Junction::hyphen && found != Junction::line_end) return {};
    joined += tokens[i].term;
  }
  return joined;
}

std::vector<std::string> places_of(const std::string& word, const IndexReader& index,
                                   const std::string& prefix) {
  std::vector<std::string> terms = {prefix + word};
  const Compounds compounds(index.database(), prefix, {word});
  for (const Spelling& spelling : compounds.spellings(word)) terms.push_back(spelling.at);
  return terms;
}

}  // namespace pincite
