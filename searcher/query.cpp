#include "searcher/query.h"

#include <algorithm>
#include <array>

namespace pincite {
namespace {

constexpr std::array<std::string_view, 18> kFields = {
    "state",       "year",       "date",       "type",          "meeting",      "treaty",
    "language",    "covers",     "id",         "symbol",        "mentions",     "title",
    "cites.state", "cites.year", "cites.type", "cites.meeting", "cites.treaty", "cites.form"};

bool is_excluded(const QueryNode& parent, std::size_t child) {
  if (parent.kind == QueryNode::Kind::none_of) return true;
  return child < parent.roles.size() && parent.roles[child] == QueryNode::Role::must_not;
}

bool equal_but_case(std::string_view name, std::string_view field) {
  return std::equal(name.begin(), name.end(), field.begin(), field.end(), [](char n, char f) {
    return (n >= 'A' && n <= 'Z' ? static_cast<char>(n - 'A' + 'a') : n) == f;
  });
}

}  // namespace

std::span<const std::string_view> query_fields() { return kFields; }

bool is_query_field(std::string_view name) {
  return std::any_of(kFields.begin(), kFields.end(),
                     [&](std::string_view field) { return equal_but_case(name, field); });
}

bool has_words(const QueryNode& node) {
  using Kind = QueryNode::Kind;
  if (node.kind == Kind::word || node.kind == Kind::exact || node.kind == Kind::prefix ||
      node.kind == Kind::phrase) {
    return true;
  }
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (!is_excluded(node, i) && has_words(node.children[i])) return true;
  }
  return false;
}

}  // namespace pincite
