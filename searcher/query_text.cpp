#include "searcher/query_text.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "searcher/query_lexer.h"
#include "searcher/query_notices.h"
#include "searcher/query_quotation.h"

namespace pincite {
namespace {

using Kind = QueryNode::Kind;
using Role = QueryNode::Role;

Role role_of(const QueryNode& parent, std::size_t child) {
  return child < parent.roles.size() ? parent.roles[child] : Role::may;
}

bool is_term(const QueryNode& node) {
  return node.kind == Kind::word || node.kind == Kind::exact || node.kind == Kind::prefix ||
         node.kind == Kind::phrase || node.kind == Kind::filter || node.kind == Kind::title;
}

/// Brackets stand wherever two joints meet, also where precedence would do without: people see how
/// their query was read.
bool needs_brackets(const QueryNode& parent, std::size_t index) {
  const QueryNode& child = parent.children[index];
  if (parent.kind == Kind::title && (child.kind == Kind::title || child.kind == Kind::filter)) {
    return true;
  }
  if (is_term(child)) return false;
  const bool joined = parent.kind == Kind::all_of || parent.kind == Kind::any_of;
  if (child.kind == Kind::none_of) return !joined;
  if (child.kind != Kind::near && child.kind != Kind::adj) return true;
  return !joined && !(parent.kind == Kind::bag && role_of(parent, index) == Role::may);
}

/// Whether `text` is read as `node` and nothing else, also behind a sign.
bool reads_as(std::string_view text, const QueryNode& node) {
  if (text.starts_with('+') || text.starts_with('-')) return false;
  QueryNotices notices;
  const auto tokens = read_query_tokens(text, notices);
  return notices.empty() && tokens.size() == 1 && tokens[0].kind == QueryToken::Kind::term &&
         tokens[0].sign == Role::may && tokens[0].node == node;
}

std::string first_that_reads(const std::string& text, const QueryNode& node,
                             const std::string& otherwise) {
  return reads_as(text, node) ? text : otherwise;
}

class Printer {
 public:
  void print(const QueryNode& node);
  std::string take() { return std::move(text_); }

 private:
  void print_child(const QueryNode& parent, std::size_t index);
  void print_joined(const QueryNode& node, std::string_view joint);
  void print_bag(const QueryNode& node);

  std::string text_;
};

void Printer::print(const QueryNode& node) {
  switch (node.kind) {
    case Kind::everything:
      break;
    case Kind::word:
      text_ += first_that_reads(node.text, node, '\\' + node.text);
      break;
    case Kind::exact:
      text_ += first_that_reads('=' + node.text, node, "=\\" + node.text);
      break;
    case Kind::prefix:
      text_ += node.text + '*';
      break;
    case Kind::phrase:
      text_ += in_quotation_marks(node.text);
      break;
    case Kind::filter:
      text_ += first_that_reads(node.field + ':' + node.text, node,
                                node.field + ':' + in_quotation_marks(node.text));
      break;
    case Kind::title:
      text_ += "title:";
      print_child(node, 0);
      break;
    case Kind::none_of:
      text_ += "NOT ";
      print_child(node, 0);
      break;
    case Kind::near:
      print_joined(node, " NEAR/" + std::to_string(node.window) + ' ');
      break;
    case Kind::adj:
      print_joined(node, " ADJ/" + std::to_string(node.window) + ' ');
      break;
    case Kind::all_of:
      print_joined(node, " AND ");
      break;
    case Kind::any_of:
      print_joined(node, " OR ");
      break;
    case Kind::bag:
      print_bag(node);
      break;
  }
}

void Printer::print_child(const QueryNode& parent, std::size_t index) {
  const bool brackets = needs_brackets(parent, index);
  if (brackets) text_ += '(';
  print(parent.children[index]);
  if (brackets) text_ += ')';
}

void Printer::print_joined(const QueryNode& node, std::string_view joint) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) text_ += joint;
    print_child(node, i);
  }
}

void Printer::print_bag(const QueryNode& node) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) text_ += ' ';
    const Role role = role_of(node, i);
    if (role == Role::must) text_ += '+';
    if (role == Role::must_not) text_ += '-';
    print_child(node, i);
  }
}

}  // namespace

std::string to_string(const QueryNode& node) {
  Printer printer;
  printer.print(node);
  return printer.take();
}

int bracket_depth(const QueryNode& node) {
  int deepest = 0;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const int own = needs_brackets(node, i) ? 1 : 0;
    deepest = std::max(deepest, own + bracket_depth(node.children[i]));
  }
  return deepest;
}

}  // namespace pincite
