#include "searcher/query_proximity.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "index/analysis.h"
#include "searcher/expansion.h"
#include "searcher/query_bounds.h"
#include "searcher/query_notices.h"
#include "searcher/readings.h"

namespace pincite {
namespace {

using Kind = QueryNode::Kind;

/// A word whose places can be compared: one token, behind an elided article or not, or a compound.
bool is_one_word(const QueryNode& node) {
  if (node.children.empty()) {
    const std::vector<Token> tokens = analyse(node.text);
    if (node.kind == Kind::prefix) return tokens.size() == 1;
    return plain_word(node.text, tokens) != nullptr || !joined_word(node.text, tokens).empty();
  }
  return std::all_of(node.children.begin(), node.children.end(), is_one_word);
}

class Proximities {
 public:
  explicit Proximities(QueryNotices& notices) : notices_(notices) {}

  /// Returns whether the tree was changed.
  bool mend(QueryNode& node);

 private:
  QueryNotices& notices_;
};

bool Proximities::mend(QueryNode& node) {
  bool changed = false;
  if (node.kind == Kind::prefix && !is_one_word(node)) {
    notices_.prefix_of_several(node.text);
    node.kind = Kind::word;
    changed = true;
  }
  const bool near = node.kind == Kind::near || node.kind == Kind::adj;
  if (near && (node.children.size() > kMostNearParts || !is_one_word(node))) {
    notices_.not_comparable(to_string(node), kMostNearParts);
    node.kind = Kind::all_of;
    node.window = 0;
    changed = true;
  }
  for (QueryNode& child : node.children) changed = mend(child) || changed;
  return changed;
}

}  // namespace

ParsedQuery proximate(ParsedQuery query) {
  QueryNotices notices;
  if (Proximities(notices).mend(query.root)) {
    // written and read again, an AND within an AND becomes one
    query.root = parse_query(to_string(query.root)).root;
  }
  auto told = notices.take();
  std::move(told.begin(), told.end(), std::back_inserter(query.notices));
  return query;
}

}  // namespace pincite
