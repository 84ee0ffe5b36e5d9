// The query language: what a person types, as a tree. Knows no database.
//
//   accidental technical error      any of the words
//   "accidental technical error"    the phrase; “…”, „…“, «…», 「…」, 『…』, 〝…〟, ″…″, ＂…＂ mean
//                                   the same
//   +word  -word                    required, excluded
//   a AND b   a OR b   NOT c   (…)  capitals only; NOT binds tightest, then AND, then OR, and
//                                   words side by side loosest
//   a NEAR/8 b   a ADJ/8 b          close to each other, in any order, in that order; 10 without
//                                   a number; binds tighter than NOT
//   mine*   =mines                  prefix; exactly this form
//   title:"mine ban policy"   symbol:APLC/MSP.10/2010   mentions:APLC/MSP.10
//   state:Azerbaijan  year:2005..2010  date:2010-11..2010-12  covers:2003  cites.type:letter
//   \AND  \+x  \state:AZE           a backslash before a word's first character: the word as it
//                                   stands, and no operator, sign, prefix or filter
//   "so \"called\""                 backslashes matter in a phrase only before a double quotation
//                                   mark: \" is a mark of the text, \\" a backslash and a mark
//
// Side by side, `a NOT b` is `a AND NOT b`, and among more words (`a b NOT c`) NOT excludes from
// all of them, as -c does. Next to AND, OR and NOT a `-x` is `NOT x`. Quotation marks that stand
// in pairs inside a phrase belong to it: "he said "never" again" is one phrase.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pincite {

/// Something people should be told about how a query was read or answered.
///
/// Codes of reading: `unclosed_quote`, `unbalanced_bracket`, `misplaced_operator`,
/// `unknown_field`, `empty_filter`, `bad_window`, `too_deep`.
struct Notice {
  std::string code;
  std::string text;

  bool operator==(const Notice&) const = default;
};

struct QueryNode {
  enum class Kind : std::uint8_t {
    everything,  // matches all; a blank query, and never a part of another
    word,        // text; its inflected forms count. May be punctuation only
    exact,       // =text; this form only
    prefix,      // text*; text without the asterisk
    phrase,      // text, without its quotation marks; never holds a blank line. Empty only as
                 // the whole query, where what was typed asks for nothing: `""`, `()`
    near,        // children within `window` positions of each other, in any order;
                 // each a word, exact, prefix, or any_of these
    adj,         // the same, in the order given
    title,       // child looked for in the title; filters in it are filters as elsewhere
    filter,      // field, value
    bag,         // two children or more side by side, each with its role
    all_of,      // AND
    any_of,      // OR
    none_of,     // NOT: its one child must not match
  };
  /// Of a child of a bag.
  enum class Role : std::uint8_t { may, must, must_not };

  Kind kind = Kind::everything;
  std::string text;   // word, exact, prefix, phrase; of a filter the value, as typed
  std::string field;  // of a filter, in lower case: `state`, `year`, `cites.type`, `symbol`, ...
  int window = 0;     // of near and adj: positions differ by at most this, 1 to 99
  std::vector<QueryNode> children;
  std::vector<Role> roles;  // of a bag: one for each child

  bool operator==(const QueryNode&) const = default;
};

struct ParsedQuery {
  QueryNode root;
  std::vector<Notice> notices;  // what could not be read as it stands and was taken as words
};

/// Brackets nested deeper than this, as typed or as `to_string` writes them, are not read as
/// groups. It bounds the depth of every tree.
inline constexpr int kMaxBracketDepth = 100;

/// Reads a query. Never fails: what is malformed is read as plain words, and a notice says so.
/// Takes time in proportion to `text`.
ParsedQuery parse_query(std::string_view text);

/// The query as text that reads back to the same tree, without notices.
/// REQUIRES: a tree as `parse_query` makes them.
std::string to_string(const QueryNode& node);

/// Whether `name` is a field that can stand before a colon in a query, in upper or lower case.
bool is_query_field(std::string_view name);

/// Every such field, in lower case.
std::span<const std::string_view> query_fields();

/// Whether the query looks for any word or phrase; excluded ones do not count.
bool has_words(const QueryNode& node);

}  // namespace pincite
