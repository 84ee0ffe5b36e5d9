#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "searcher/query.h"
#include "searcher/query_lexer.h"
#include "searcher/query_notices.h"
#include "searcher/query_quotation.h"
#include "searcher/query_repair.h"
#include "searcher/query_text.h"

namespace pincite {
namespace {

using Kind = QueryNode::Kind;
using Role = QueryNode::Role;
using Piece = QueryToken::Kind;

bool is_leaf(const QueryNode& node) {
  return node.kind == Kind::word || node.kind == Kind::exact || node.kind == Kind::prefix;
}

/// What NEAR and ADJ can compare the positions of.
bool has_positions(const QueryNode& node) {
  return is_leaf(node) || (node.kind == Kind::any_of &&
                           std::all_of(node.children.begin(), node.children.end(), is_leaf));
}

/// AND or OR of `children`; those of its own kind are taken in. REQUIRES: two or more.
QueryNode joined(Kind kind, std::vector<QueryNode> children) {
  QueryNode node;
  node.kind = kind;
  for (QueryNode& child : children) {
    if (child.kind == kind) {
      std::move(child.children.begin(), child.children.end(), std::back_inserter(node.children));
    } else {
      node.children.push_back(std::move(child));
    }
  }
  return node;
}

QueryNode negated(QueryNode child) {
  QueryNode node;
  node.kind = Kind::none_of;
  node.children.push_back(std::move(child));
  return node;
}

/// Recursive descent over pieces in which every bracket is matched, none is empty, and every
/// operator has its operands. Recursion goes as deep as brackets do.
class Parser {
 public:
  Parser(std::vector<QueryToken> pieces, QueryNotices& notices)
      : pieces_(std::move(pieces)), notices_(notices) {}

  QueryNode parse() { return pieces_.empty() ? QueryNode{} : group(); }

 private:
  struct Operand {
    QueryNode node;
    Role role = Role::may;
  };
  using Operands = std::vector<Operand>;

  QueryNode group();
  Operands element();
  Operands conjunction();
  Operand operand();
  QueryNode proximity();
  QueryNode primary();
  QueryNode joined_proximity(const QueryToken& first, std::vector<QueryNode> operands,
                             bool uniform);

  QueryNode as_node(Operand operand);
  QueryNode as_node(Operands operands);

  bool at(Piece kind) const { return next_ < pieces_.size() && pieces_[next_].kind == kind; }
  bool at_end() const { return next_ == pieces_.size() || at(Piece::close); }

  std::vector<QueryToken> pieces_;
  QueryNotices& notices_;
  std::size_t next_ = 0;
};

/// What stands between two brackets: elements side by side.
QueryNode Parser::group() {
  Operands all;
  std::size_t elements = 0;
  for (; !at_end(); ++elements) {
    Operands more = element();
    std::move(more.begin(), more.end(), std::back_inserter(all));
  }
  if (all.size() == 1 && all[0].role != Role::must_not) return std::move(all[0].node);
  if (all.size() == 1) return negated(std::move(all[0].node));
  if (elements == 1 && all[0].role == Role::may) return as_node(std::move(all));
  QueryNode bag;
  bag.kind = Kind::bag;
  for (Operand& operand : all) {
    bag.children.push_back(std::move(operand.node));
    bag.roles.push_back(operand.role);
  }
  return bag;
}

/// One operand; or `a NOT b`, which is several; or what OR and AND make of some, which is one.
Parser::Operands Parser::element() {
  Operands first = conjunction();
  if (!at(Piece::op_or)) return first;
  std::vector<QueryNode> children;
  children.push_back(as_node(std::move(first)));
  while (at(Piece::op_or)) {
    ++next_;
    children.push_back(as_node(conjunction()));
  }
  Operands whole(1);
  whole[0].node = joined(Kind::any_of, std::move(children));
  return whole;
}

Parser::Operands Parser::conjunction() {
  Operands operands;
  operands.push_back(operand());
  bool has_and = false;
  while (at(Piece::op_and) || at(Piece::op_not)) {
    if (at(Piece::op_and)) {
      has_and = true;
      ++next_;
    }
    operands.push_back(operand());
  }
  if (!has_and) return operands;
  Operands whole(1);
  whole[0].node = as_node(std::move(operands));
  return whole;
}

Parser::Operand Parser::operand() {
  const bool excluded = at(Piece::op_not);
  if (excluded) ++next_;
  const Role sign = pieces_[next_].sign;
  Operand read{proximity(), sign};
  if (!excluded) return read;
  return {as_node(std::move(read)), Role::must_not};
}

QueryNode Parser::proximity() {
  std::vector<QueryNode> operands;
  operands.push_back(primary());
  if (!at(Piece::op_near) && !at(Piece::op_adj)) return std::move(operands[0]);
  const QueryToken& first = pieces_[next_];
  bool uniform = true;
  while (at(Piece::op_near) || at(Piece::op_adj)) {
    uniform = uniform && at(first.kind) && pieces_[next_].window == first.window;
    ++next_;
    operands.push_back(primary());
  }
  return joined_proximity(first, std::move(operands), uniform);
}

QueryNode Parser::joined_proximity(const QueryToken& first, std::vector<QueryNode> operands,
                                   bool uniform) {
  if (!uniform || !std::all_of(operands.begin(), operands.end(), has_positions)) {
    notices_.not_proximate(first.typed);
    return joined(Kind::all_of, std::move(operands));
  }
  QueryNode node;
  node.kind = first.kind == Piece::op_near ? Kind::near : Kind::adj;
  node.window = first.window;
  node.children = std::move(operands);
  return node;
}

QueryNode Parser::primary() {
  QueryToken& piece = pieces_[next_++];
  if (piece.kind == Piece::term) return std::move(piece.node);
  QueryNode inside = group();
  ++next_;
  if (!piece.title) return inside;
  QueryNode title;
  title.kind = Kind::title;
  title.children.push_back(std::move(inside));
  return title;
}

QueryNode Parser::as_node(Operand operand) {
  if (operand.role == Role::must) notices_.idle_plus();
  if (operand.role == Role::must_not) return negated(std::move(operand.node));
  return std::move(operand.node);
}

QueryNode Parser::as_node(Operands operands) {
  std::vector<QueryNode> nodes;
  for (Operand& operand : operands) nodes.push_back(as_node(std::move(operand)));
  return nodes.size() == 1 ? std::move(nodes[0]) : joined(Kind::all_of, std::move(nodes));
}

void collect_terms(QueryNode node, QueryNode& bag) {
  if (node.children.empty()) {
    bag.children.push_back(std::move(node));
    return;
  }
  for (QueryNode& child : node.children) collect_terms(std::move(child), bag);
}

/// Its terms side by side.
QueryNode flattened(QueryNode node) {
  QueryNode bag;
  bag.kind = Kind::bag;
  collect_terms(std::move(node), bag);
  if (bag.children.size() == 1) return std::move(bag.children[0]);
  bag.roles.resize(bag.children.size(), Role::may);
  return bag;
}

/// Of brackets and quotation marks around nothing.
QueryNode nothing() {
  QueryNode node;
  node.kind = Kind::phrase;
  return node;
}

}  // namespace

ParsedQuery parse_query(std::string_view text) {
  QueryNotices notices;
  std::vector<QueryToken> pieces = matched_brackets(read_query_tokens(text, notices), notices);
  demote_misplaced_operators(pieces, notices);
  if (pieces.empty() && !without_outer_space(text).empty()) return {nothing(), notices.take()};
  QueryNode root = Parser(std::move(pieces), notices).parse();
  // Written out, a query may have more brackets than were typed, and must still read back.
  if (bracket_depth(root) > kMaxBracketDepth) {
    notices.too_deep();
    root = flattened(std::move(root));
  }
  return {std::move(root), notices.take()};
}

}  // namespace pincite
