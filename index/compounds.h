// Compounds: `anti-personnel`, `antipersonnel` and `anti personnel` are one word spelled in three
// ways. In the index a compound has one position a part, whether hyphenated or spaced; one written
// together has one. This file knows which parts stand for which joined word.
//
// Where a document has a compound in parts, a term of its own stands at the position of the first
// part; it names the joined word and where the parts are cut:
//
//   `anti-personnel mine`   anti, personnel, mine; and at anti's position antipersonnel/4
//
// These terms are the table of all compounds ever seen, kept by Xapian like any other term: the
// joined word's spellings are looked up by their beginning, and go when their documents go. A
// compound is
//   - seen hyphenated: `state-of-the-art`, six parts at most, never digit against digit (10-11)
//   - seen spaced, or within a longer one, behind one of the combining prefixes (anti, non, co,
//   ...):
//     `anti tank`, `anti-tank-mine`
// and a word broken at a line's end is recorded apart from compounds, for `an-` `other` says
// nothing about `an other`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>
#include <xapian.h>

#include "index/analysis.h"

namespace pincite {

inline constexpr std::size_t kMostParts = 6;  // of a compound

/// Length in bytes of the hyphen that begins at `at`; 0 if none does. Soft hyphens are hyphens.
std::size_t hyphen_at(std::string_view text, std::size_t at);

/// What stands between two words, as far as they may be parts of one.
enum class Junction : std::uint8_t {
  none,      // punctuation, or nothing
  spaced,    // white space only
  hyphen,    // one hyphen only
  line_end,  // one hyphen and a line's end
};

/// The junction of two tokens that follow each other in `text`; none where they cannot be parts of
/// one word: document symbols, note marks, digit against digit.
Junction junction(std::string_view text, const Token& first, const Token& second);

/// Whether one of the combining prefixes and a word spaced from it may be one word.
bool combines(std::string_view prefix, std::string_view word);

/// A term to post at the position of a token.
struct PlacedTerm {
  std::size_t token = 0;
  std::string term;
};

/// The terms that record the compounds and broken words of a passage.
std::vector<PlacedTerm> compound_terms(std::string_view text, std::span<const Token> tokens);

/// The word that a term of a compound stands for, written together; empty for other terms.
std::string_view joined_word_of(std::string_view term);

/// Whether a word written together stands anywhere in parts. `prefix`: of a field's words.
bool has_parts(const Xapian::Database& database, const std::string& prefix,
               const std::string& joined);

/// A way to spell a word in parts, at consecutive positions.
struct Spelling {
  std::vector<std::string> parts;  // without prefix
  std::string at;                  // the whole term that stands where the first part does
  bool spaced = false;  // whether the parts mean the word also where they are merely spaced
};

/// The compounds that an index has for some words, in its text or in a field whose words carry a
/// prefix.
class Compounds {
 public:
  /// Looks up `words`: whatever the others are asked for, joined. All in one pass, for a phrase of
  /// hundreds of words has thousands of them. REQUIRES: `database` outlives it.
  Compounds(const Xapian::Database& database, std::string prefix, std::vector<std::string> words);

  /// The spellings in parts of a word written together.
  std::span<const Spelling> spellings(const std::string& joined) const;

  /// Whether words with only white space between them may be one word.
  bool are_one(std::span<const std::string> parts) const;

 private:
  void look_up(const std::vector<std::string>& words, bool broken);
  bool is_accident(const std::string& term, const std::string& joined) const;
  void add_spelling(const std::string& joined, std::string&& term, std::string_view cuts,
                    bool broken);

  const Xapian::Database& database_;
  std::string prefix_;
  std::unordered_map<std::string, std::vector<Spelling>> spellings_;
};

}  // namespace pincite
