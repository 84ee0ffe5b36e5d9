#include "searcher/filters_in_force.h"

#include <algorithm>
#include <utility>

namespace pincite {
namespace {

using Kind = QueryNode::Kind;
using Role = QueryNode::Role;

/// Whether this child of the top level is a filter in force. Side by side all are but the excluded.
/// Joined by AND, values of one field must all hold and are no alternatives; so only what asks of
/// one cited source, together with the others, is taken from there.
bool is_in_force(const QueryNode& root, std::size_t i) {
  const QueryNode& child = root.children[i];
  if (child.kind != Kind::filter) return false;
  if (root.kind == Kind::bag) return root.roles[i] != Role::must_not;
  const FieldSpec* field = find_field(child.field);
  return field != nullptr && field->kind == FieldKind::cited &&
         std::ranges::count_if(root.children, [&](const QueryNode& other) {
           return other.kind == Kind::filter && other.field == child.field;
         }) == 1;
}

}  // namespace

QueryNode take_filters(const QueryNode& root, const IndexReader& index,
                       std::vector<Condition>& filters) {
  const auto take = [&](const QueryNode& filter) {
    add_filter(filters, resolve_filter(index, filter.field, filter.text));
  };
  if (root.kind == Kind::filter) {
    take(root);
    return {};
  }
  if (root.kind != Kind::bag && root.kind != Kind::all_of) return root;
  QueryNode rest = root;
  rest.children.clear();
  rest.roles.clear();
  for (std::size_t i = 0; i < root.children.size(); ++i) {
    if (is_in_force(root, i)) {
      take(root.children[i]);
    } else {
      rest.children.push_back(root.children[i]);
      if (root.kind == Kind::bag) rest.roles.push_back(root.roles[i]);
    }
  }
  if (rest.children.empty()) return {};
  if (root.kind == Kind::all_of && rest.children.size() == 1) {
    QueryNode only = std::move(rest.children.front());
    return only;
  }
  return rest;
}

}  // namespace pincite
