// The query language: what a person types, as a tree. Knows no database.
//
//   accidental technical error      any of the words
//   "accidental technical error"    the phrase; “…”, „…“, «…», 「…」, ″…″ mean the same
//   +word  -word                    required, excluded
//   a AND b   a OR b   NOT c   (…)  capitals only; NOT binds tightest, then AND, then OR, and
//                                   words side by side loosest
//   a NEAR/8 b   a ADJ/8 b          close to each other, in that order
//   mine*   =mines                  prefix; exactly this form
//   title:"mine ban policy"   symbol:APLC/MSP.10/2010   mentions:APLC/MSP.10
//   state:Azerbaijan  year:2005..2010  date:2010-11..2010-12  covers:2003  cites.type:letter
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pincite {

/// Something people should be told about how a query was read or answered.
struct Notice {
  std::string code;
  std::string text;
};

struct QueryNode {
  enum class Kind : std::uint8_t {
    everything,  // matches all; an empty query
    word,        // text; its inflected forms count
    exact,       // =text; this form only
    prefix,      // text*; text without the asterisk
    phrase,      // text, without its quotation marks
    near,        // children within `window` positions of each other, in any order
    adj,         // the same, in the order given
    title,       // child looked for in the title
    filter,      // field, value
    bag,         // children side by side, each with its role; empty roles mean any of them
    all_of,      // AND
    any_of,      // OR
    none_of,     // NOT: its one child must not match
  };
  /// Of a child of a bag.
  enum class Role : std::uint8_t { may, must, must_not };

  Kind kind = Kind::everything;
  std::string text;               // word, exact, prefix, phrase; of a filter the value, as typed
  std::string field;              // of a filter: `state`, `year`, `cites.type`, `symbol`, ...
  int window = 0;                 // of near and adj: positions differ by at most this
  std::vector<QueryNode> children;
  std::vector<Role> roles;        // of a bag: one for each child

  bool operator==(const QueryNode&) const = default;
};

struct ParsedQuery {
  QueryNode root;
  std::vector<Notice> notices;  // what could not be read as it stands and was taken as words
};

/// Reads a query. Never fails: what is malformed is read as plain words, and a notice says so.
ParsedQuery parse_query(std::string_view text);

/// The query as text that reads back to the same tree.
std::string to_string(const QueryNode& node);

/// Whether `name` is a field that can stand before a colon in a query.
bool is_query_field(std::string_view name);

}  // namespace pincite
