// A query's tree in a line of text, as the tests write it: a word as it stands, `[a phrase]`,
// `field[value]`, `bag(a, +b, -c)`, `all(a, not(b))`, `near8(a, b)`.
#pragma once

#include <string>

#include "searcher/query.h"

namespace pincite {

inline std::string tree(const QueryNode& node);

inline std::string trees(const QueryNode& node) {
  using Kind = QueryNode::Kind;
  using Role = QueryNode::Role;
  std::string text;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) text += ", ";
    if (node.kind == Kind::bag && node.roles.at(i) == Role::must) text += '+';
    if (node.kind == Kind::bag && node.roles.at(i) == Role::must_not) text += '-';
    text += tree(node.children[i]);
  }
  return text;
}

inline std::string tree(const QueryNode& node) {
  using Kind = QueryNode::Kind;
  switch (node.kind) {
    case Kind::everything:
      return "everything";
    case Kind::word:
      return node.text;
    case Kind::exact:
      return "exact[" + node.text + "]";
    case Kind::prefix:
      return "prefix[" + node.text + "]";
    case Kind::phrase:
      return "[" + node.text + "]";
    case Kind::filter:
      return node.field + "[" + node.text + "]";
    case Kind::near:
      return "near" + std::to_string(node.window) + "(" + trees(node) + ")";
    case Kind::adj:
      return "adj" + std::to_string(node.window) + "(" + trees(node) + ")";
    case Kind::title:
      return "title(" + trees(node) + ")";
    case Kind::bag:
      return "bag(" + trees(node) + ")";
    case Kind::all_of:
      return "all(" + trees(node) + ")";
    case Kind::any_of:
      return "any(" + trees(node) + ")";
    case Kind::none_of:
      return "not(" + trees(node) + ")";
  }
  return "?";
}

inline std::string read(const std::string& typed) { return tree(parse_query(typed).root); }

inline std::string canonical(const std::string& typed) {
  return to_string(parse_query(typed).root);
}

inline std::string codes(const std::string& typed) {
  std::string text;
  for (const Notice& notice : parse_query(typed).notices) {
    text += (text.empty() ? "" : " ") + notice.code;
  }
  return text;
}

inline std::string repeated(const std::string& part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace pincite
