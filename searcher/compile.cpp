#include "searcher/compile.h"

#include <algorithm>

#include "corpus/error.h"

namespace pincite {
namespace {

using Kind = QueryNode::Kind;
using Role = QueryNode::Role;
using Xapian::Query;

constexpr Xapian::termcount kMostExpansions = 1000;  // of a prefix inside NEAR
constexpr std::size_t kMostAlternatives = 16;        // of a phrase
constexpr std::size_t kMostPhraseBoostWords = 30;

std::string prefixed(const char* prefix, const std::string& term) { return prefix + term; }

Query weightless(const Query& query) { return {Query::OP_SCALE_WEIGHT, query, 0.0}; }

Query combine(Query::op op, const std::vector<Query>& parts) {
  return {op, parts.begin(), parts.end()};
}

/// Terms one after the other, as a filter under their AND.
Query sequence(const std::vector<std::string>& terms, const char* prefix) {
  std::vector<Query> words;
  for (const std::string& term : terms) words.emplace_back(prefixed(prefix, term));
  if (words.size() == 1) return words.front();
  return {Query::OP_FILTER, combine(Query::OP_AND, words),
          Query(Query::OP_PHRASE, words.begin(), words.end(),
                static_cast<Xapian::termcount>(words.size()))};
}

/// The ways a phrase can be read: a number that may be a note mark is there or not.
std::vector<std::vector<std::string>> readings(const std::vector<Token>& tokens) {
  std::vector<std::vector<std::string>> all = {{}};
  for (const Token& token : tokens) {
    const bool optional =
        token.kind == Token::Kind::mark && 2 * all.size() <= kMostAlternatives && tokens.size() > 1;
    const std::size_t count = all.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (optional) all.push_back(all[i]);
      all[i].push_back(token.term);
    }
  }
  std::erase_if(all, [](const auto& terms) { return terms.empty(); });
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

class Compiler {
 public:
  Compiler(const IndexReader& index, const CompileOptions& options, CompiledQuery& compiled)
      : index_(index), options_(options), compiled_(compiled) {}

  /// The query for a node; empty where the node asks for nothing (punctuation only).
  Query node(const QueryNode& node) {
    switch (node.kind) {
      case Kind::everything:
        return Query::MatchAll;
      case Kind::word:
      case Kind::exact:
      case Kind::phrase:
        return text(node);
      case Kind::prefix:
        return prefix(node);
      case Kind::near:
      case Kind::adj:
        return near(node);
      case Kind::title:
        return title(node);
      case Kind::filter:
        return filter(node);
      case Kind::bag:
        return bag(node);
      case Kind::all_of:
        return all_of(node.children);
      case Kind::any_of:
        return any_of(node.children);
      case Kind::none_of: {
        const Query excluded = hidden(node.children.front());
        return excluded.empty() ? excluded
                                : Query(Query::OP_AND_NOT, weightless(Query::MatchAll), excluded);
      }
    }
    return {};
  }

  Query bag(const QueryNode& node) {
    std::vector<Query> may;
    std::vector<Query> must;
    std::vector<Query> must_not;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const QueryNode& child = node.children[i];
      const Role role = node.roles[i];
      const Query query = role == Role::must_not ? hidden(child) : this->node(child);
      if (query.empty()) continue;
      const bool required =
          role == Role::must || !pincite::has_words(child) || (options_.all && role == Role::may);
      (role == Role::must_not ? must_not : required ? must : may).push_back(query);
    }
    Query all = combine(Query::OP_AND, must);
    if (must.empty()) {
      all = combine(Query::OP_OR, may);
    } else if (!may.empty()) {
      all = Query(Query::OP_AND_MAYBE, all, combine(Query::OP_OR, may));
    }
    if (must_not.empty()) return all;
    if (all.empty()) all = weightless(Query::MatchAll);
    return {Query::OP_AND_NOT, all, combine(Query::OP_OR, must_not)};
  }

 private:
  Query filter(const QueryNode& node) {
    const Condition condition = resolve_filter(index_, node.field, node.text);
    if (condition.field->kind == FieldKind::cited) tell_cited(node);
    for (Notice& notice : told_meanings({condition})) {
      compiled_.notices.push_back(std::move(notice));
    }
    return weightless(condition_query(condition));
  }

  /// Not among the filters in force, a condition on what is cited is one on the whole document.
  void tell_cited(const QueryNode& node) {
    compiled_.notices.push_back({"cites_anywhere", "in OR, NOT and inner brackets " + node.field +
                                                       ":" + node.text +
                                                       " asks for documents that cite it anywhere, "
                                                       "not beside the words"});
  }

  /// Compiles what is excluded: it is not pointed at.
  Query hidden(const QueryNode& node) {
    ++hidden_;
    const Query query = this->node(node);
    --hidden_;
    return query;
  }

  void point_at(Unit&& unit, const Query& query) {
    if (hidden_ > 0 || query.empty()) return;
    compiled_.has_words = true;
    every_unit_.push_back(weightless(query));
    if (prefix_[0] == '\0') compiled_.units.push_back(std::move(unit));
  }

  /// A word or a phrase. A word of several tokens (`anti-personnel`) is the phrase of them.
  Query text(const QueryNode& node) {
    const std::vector<Token> tokens = analyse(node.text);
    if (tokens.empty()) return {};
    Unit unit;
    unit.kind =
        tokens.size() == 1 && node.kind != Kind::phrase ? Unit::Kind::word : Unit::Kind::phrase;
    unit.typed = node.text.substr(tokens.front().begin, tokens.back().end - tokens.front().begin);
    unit.alternatives = readings(tokens);
    std::vector<Query> any;
    for (const auto& terms : unit.alternatives) any.push_back(sequence(terms, prefix_));
    const Query query = combine(Query::OP_OR, any);
    point_at(std::move(unit), query);
    return query;
  }

  Query prefix(const QueryNode& node) {
    const std::vector<Token> tokens = analyse(node.text);
    if (tokens.size() != 1) {
      QueryNode plain = node;
      plain.kind = Kind::word;
      return text(plain);
    }
    const Query query(Query::OP_WILDCARD, prefixed(prefix_, tokens.front().term), 0,
                      Query::WILDCARD_LIMIT_ERROR, Query::OP_SYNONYM);
    Unit unit;
    unit.kind = Unit::Kind::prefix;
    unit.typed = tokens.front().term;
    point_at(std::move(unit), query);
    return query;
  }

  /// The terms a part of NEAR may be; nothing where a part is no single word.
  std::vector<std::string> near_terms(const QueryNode& node) {
    std::vector<std::string> terms;
    if (node.kind == Kind::any_of) {
      for (const QueryNode& child : node.children) {
        const auto more = near_terms(child);
        terms.insert(terms.end(), more.begin(), more.end());
      }
      return terms;
    }
    const std::vector<Token> tokens = analyse(node.text);
    if (tokens.size() != 1) return terms;
    if (node.kind != Kind::prefix) return {tokens.front().term};
    return most_frequent(tokens.front().term);
  }

  std::vector<std::string> most_frequent(const std::string& prefix) {
    std::vector<std::pair<Xapian::doccount, std::string>> found;
    const std::string start = prefixed(prefix_, prefix);
    const Xapian::Database& database = index_.database();
    for (auto i = database.allterms_begin(start); i != database.allterms_end(start); ++i) {
      found.emplace_back(i.get_termfreq(), (*i).substr(std::string(prefix_).size()));
    }
    if (found.size() > kMostExpansions) {
      std::sort(found.rbegin(), found.rend());
      found.resize(kMostExpansions);
      compiled_.notices.push_back({"prefix_bounded", "“" + prefix + "*” stands for its " +
                                                         std::to_string(kMostExpansions) +
                                                         " most frequent forms here"});
    }
    std::vector<std::string> terms;
    for (auto& [frequency, term] : found) terms.push_back(std::move(term));
    return terms;
  }

  Query near(const QueryNode& node) {
    Unit unit;
    unit.kind = node.kind == Kind::near ? Unit::Kind::near : Unit::Kind::adj;
    unit.window = static_cast<std::uint32_t>(node.window);
    std::vector<Query> parts;
    for (const QueryNode& child : node.children) {
      unit.alternatives.push_back(near_terms(child));
      // a word of several tokens cannot stand in NEAR
      if (unit.alternatives.back().empty() && child.kind != Kind::prefix) {
        return all_of(node.children);
      }
      std::vector<Query> any;
      for (const std::string& term : unit.alternatives.back()) {
        any.emplace_back(prefixed(prefix_, term));
      }
      if (any.empty()) return Query::MatchNothing;
      parts.push_back(combine(Query::OP_OR, any));
    }
    const auto op = node.kind == Kind::near ? Query::OP_NEAR : Query::OP_PHRASE;
    const auto window = static_cast<Xapian::termcount>(
        std::max<std::size_t>(parts.size(), static_cast<std::size_t>(node.window) + 1));
    const Query query(Query::OP_FILTER, combine(Query::OP_AND, parts),
                      Query(op, parts.begin(), parts.end(), window));
    point_at(std::move(unit), query);
    return query;
  }

  Query title(const QueryNode& node) {
    const char* outer = prefix_;
    prefix_ = find_field("title")->prefix;
    const Query query = this->node(node.children.front());
    prefix_ = outer;
    return query;
  }

  Query all_of(const std::vector<QueryNode>& children) {
    std::vector<Query> parts;
    for (const QueryNode& child : children) {
      Query query = node(child);
      if (!query.empty()) parts.push_back(std::move(query));
    }
    return combine(Query::OP_AND, parts);
  }

  Query any_of(const std::vector<QueryNode>& children) {
    std::vector<Query> parts;
    for (const QueryNode& child : children) {
      Query query = node(child);
      if (!query.empty()) parts.push_back(std::move(query));
    }
    return combine(Query::OP_OR, parts);
  }

 public:
  Query every_unit() const { return combine(Query::OP_AND, every_unit_); }

 private:
  const IndexReader& index_;
  const CompileOptions& options_;
  CompiledQuery& compiled_;
  std::vector<Query> every_unit_;
  const char* prefix_ = "";
  int hidden_ = 0;
};

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

/// Takes the filters of the top level out of the tree.
QueryNode without_filters(const QueryNode& root, const IndexReader& index,
                          CompiledQuery& compiled) {
  const auto take = [&](const QueryNode& filter) {
    add_filter(compiled.filters, resolve_filter(index, filter.field, filter.text));
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
    return QueryNode(rest.children.front());
  }
  return rest;
}

/// Plain words side by side, as the phrase they may be.
Query phrase_of(const QueryNode& root) {
  if (root.kind != Kind::bag) return {};
  std::vector<std::string> terms;
  for (std::size_t i = 0; i < root.children.size(); ++i) {
    if (root.children[i].kind != Kind::word || root.roles[i] != Role::may) return {};
    for (Token& token : analyse(root.children[i].text)) terms.push_back(std::move(token.term));
  }
  if (terms.size() < 2 || terms.size() > kMostPhraseBoostWords) return {};
  return sequence(terms, "");
}

}  // namespace

CompiledQuery compile(const QueryNode& root, const IndexReader& index,
                      const CompileOptions& options) {
  CompiledQuery compiled;
  const QueryNode words = without_filters(root, index, compiled);
  Compiler compiler(index, options, compiled);
  compiled.query = compiler.node(words);
  compiled.all_words = compiler.every_unit();
  if (compiled.has_words) compiled.as_phrase = phrase_of(words);
  return compiled;
}

}  // namespace pincite
