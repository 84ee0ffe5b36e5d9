#include "searcher/query_bounds.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "corpus/error.h"
#include "index/analysis.h"

namespace pincite {
namespace {

using Kind = QueryNode::Kind;
using Role = QueryNode::Role;

constexpr std::size_t kWordsOfNear = 4;  // that one of its words counts as

/// What tells a part without parts of its own from the others beside it.
std::string key_of(const QueryNode& node, Role role) {
  std::string key = {static_cast<char>(node.kind), static_cast<char>(role)};
  return key.append(node.field).append(1, ':').append(node.text);
}

std::size_t leaves(const QueryNode& node) {
  if (node.children.empty()) return 1;
  std::size_t count = 0;
  for (const QueryNode& child : node.children) count += leaves(child);
  return count;
}

std::size_t prefixes(const QueryNode& node) {
  std::size_t count = node.kind == Kind::prefix ? 1 : 0;
  for (const QueryNode& child : node.children) count += prefixes(child);
  return count;
}

class Bounds {
 public:
  /// The part of `node` that is within the bounds; nothing where it is left out.
  std::optional<QueryNode> kept(QueryNode node);

  bool changed() const { return changed_; }
  std::vector<Notice> notices() const;

 private:
  struct Cost {
    std::size_t words = 0;
    std::size_t phrases = 0;
    std::size_t phrased_words = 0;
    std::size_t prefixes = 0;
    std::size_t filters = 0;
  };

  std::optional<QueryNode> kept_leaf(QueryNode node);
  std::optional<QueryNode> kept_parts(QueryNode node);
  Cost cost_of_text(QueryNode& node);
  bool take(const Cost& cost);

  Cost left_ = {kMostWords, kMostPhrases, kMostPhrasedWords, kMostPrefixes, kMostFilters};
  std::size_t left_out_ = 0;     // parts
  std::size_t longest_cut_ = 0;  // words of the longest phrase that was cut
  bool changed_ = false;
};

bool Bounds::take(const Cost& cost) {
  if (cost.words > left_.words || cost.phrases > left_.phrases ||
      cost.phrased_words > left_.phrased_words || cost.prefixes > left_.prefixes ||
      cost.filters > left_.filters) {
    return false;
  }
  left_.words -= cost.words;
  left_.phrases -= cost.phrases;
  left_.phrased_words -= cost.phrased_words;
  left_.prefixes -= cost.prefixes;
  left_.filters -= cost.filters;
  return true;
}

Bounds::Cost Bounds::cost_of_text(QueryNode& node) {
  const std::vector<Token> tokens = analyse(node.text);
  if (tokens.size() > kMostPhraseWords) {
    node.text.resize(tokens[kMostPhraseWords - 1].end);
    longest_cut_ = std::max(longest_cut_, tokens.size());
    changed_ = true;
  }
  if (tokens.size() < 2) return {.words = tokens.size()};
  return {.phrases = 1, .phrased_words = std::min(tokens.size(), kMostPhraseWords)};
}

std::optional<QueryNode> Bounds::kept_leaf(QueryNode node) {
  Cost cost;
  if (node.kind == Kind::near || node.kind == Kind::adj) {
    cost = {.phrases = 1,
            .phrased_words = kWordsOfNear * leaves(node),
            .prefixes = kWordsOfNear * prefixes(node)};
  } else if (node.kind == Kind::filter) {
    cost.filters = 1;
  } else if (node.kind == Kind::prefix) {
    cost = {.words = 1, .prefixes = 1};
  } else {
    cost = cost_of_text(node);
  }
  if (take(cost)) return node;
  left_out_ += leaves(node);
  changed_ = true;
  return std::nullopt;
}

std::optional<QueryNode> Bounds::kept_parts(QueryNode node) {
  std::vector<QueryNode> children = std::exchange(node.children, {});
  const std::vector<Role> roles = std::exchange(node.roles, {});
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < children.size(); ++i) {
    const Role role = i < roles.size() ? roles[i] : Role::may;
    if (children[i].children.empty() && !seen.insert(key_of(children[i], role)).second) {
      changed_ = true;
      continue;
    }
    auto child = kept(std::move(children[i]));
    if (!child) continue;
    node.children.push_back(std::move(*child));
    if (node.kind == Kind::bag) node.roles.push_back(role);
  }
  if (node.children.empty()) return std::nullopt;
  return node;
}

std::optional<QueryNode> Bounds::kept(QueryNode node) {
  const bool proximate = node.kind == Kind::near || node.kind == Kind::adj;
  if (node.kind == Kind::everything) return node;
  return node.children.empty() || proximate ? kept_leaf(std::move(node))
                                            : kept_parts(std::move(node));
}

std::vector<Notice> Bounds::notices() const {
  std::vector<Notice> notices;
  if (longest_cut_ > 0) {
    notices.push_back({"phrase_cut", "a phrase of " + std::to_string(longest_cut_) +
                                         " words was looked for by its first " +
                                         std::to_string(kMostPhraseWords)});
  }
  if (left_out_ > 0) {
    notices.push_back(
        {"too_many_words", "the query is too long, and " + std::to_string(left_out_) +
                               (left_out_ == 1 ? " part of it was" : " parts of it were") +
                               " left out; it may have " + std::to_string(kMostWords) + " words, " +
                               std::to_string(kMostPhrases) + " phrases of " +
                               std::to_string(kMostPhrasedWords) + " words in all, " +
                               std::to_string(kMostPrefixes) + " prefixes and " +
                               std::to_string(kMostFilters) + " filters"});
  }
  return notices;
}

}  // namespace

void check_length(std::string_view query) {
  if (query.size() <= kMostQueryBytes) return;
  throw Error("query",
              "it has " + std::to_string(query.size()) + " bytes, more than the " +
                  std::to_string(kMostQueryBytes) + " that are read",
              "leave out what is not needed to find it");
}

ParsedQuery bounded(ParsedQuery query) {
  Bounds bounds;
  auto kept = bounds.kept(query.root);
  if (!bounds.changed()) return query;
  // written and read again, joints of one part vanish, and what is left reads back
  query.root = parse_query(kept ? to_string(*kept) : "\"\"").root;
  for (Notice& notice : bounds.notices()) query.notices.push_back(std::move(notice));
  return query;
}

}  // namespace pincite
