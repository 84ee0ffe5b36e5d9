// The pieces of a query: terms, brackets, operators.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/query.h"
#include "searcher/query_notices.h"

namespace pincite {

struct QueryToken {
  enum class Kind : std::uint8_t { term, open, close, op_and, op_or, op_not, op_near, op_adj };

  Kind kind = Kind::term;
  QueryNode::Role sign = QueryNode::Role::may;  // of a term or an opening bracket: + or - before it
  bool title = false;                           // of an opening bracket: title:( … )
  int window = 0;                               // of op_near and op_adj
  std::string_view typed;                       // as it stands in the query, without its sign
  QueryNode node;                               // of a term

  bool is_operator() const { return kind >= Kind::op_and; }
};

/// A plain word as it stands.
QueryNode plain_word(std::string_view text);

/// The pieces of `text`, which must outlive them. Brackets need not match.
std::vector<QueryToken> read_query_tokens(std::string_view text, QueryNotices& notices);

}  // namespace pincite
