#include "searcher/compile.h"

#include <algorithm>
#include <span>

#include "corpus/error.h"
#include "searcher/expansion.h"
#include "searcher/prefix.h"
#include "searcher/widening.h"

namespace pincite {
namespace {

using Kind = QueryNode::Kind;
using Role = QueryNode::Role;
using Xapian::Query;

constexpr std::size_t kMostAlternatives = 16;  // of a phrase
constexpr std::size_t kMostPhraseBoostWords = 30;
constexpr double kOtherName = 0.5;  // weight of a name that was not typed

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
      : index_(index),
        options_(options),
        compiled_(compiled),
        expansion_(index.database()),
        widener_(index.database()),
        prefixes_(index.database()) {}

  /// The query for a node; empty where the node asks for nothing (punctuation only).
  Query node(const QueryNode& node) {
    switch (node.kind) {
      case Kind::everything:
        return Query::MatchAll;
      case Kind::word:
        return plain_words({&node, 1}, true);
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
    for (std::size_t i = 0, next = 0; i < node.children.size(); i = next) {
      const QueryNode& child = node.children[i];
      const Role role = node.roles[i];
      const bool required =
          role == Role::must || !pincite::has_words(child) || (options_.all && role == Role::may);
      next = end_of_run(node, i);
      const Query query = role == Role::must_not     ? hidden(child)
                          : child.kind == Kind::word ? plain_words({&child, next - i}, required)
                                                     : this->node(child);
      if (query.empty()) continue;
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
  /// Plain words side by side in one role are one run, in which names are found.
  static std::size_t end_of_run(const QueryNode& bag, std::size_t begin) {
    std::size_t end = begin + 1;
    if (bag.children[begin].kind != Kind::word || bag.roles[begin] == Role::must_not) return end;
    while (end < bag.children.size() && bag.children[end].kind == Kind::word &&
           bag.roles[end] == bag.roles[begin]) {
      ++end;
    }
    return end;
  }

  /// The words of a run, and other names of what some of them name.
  Query plain_words(std::span<const QueryNode> run, bool required) {
    std::vector<std::string> words;
    for (const QueryNode& node : run) words.push_back(node.text);
    std::vector<Query> parts;
    for (std::size_t i = 0; i < run.size();) {
      Widening widening;
      if (hidden_ == 0) widening = widener_.widen(std::span(words).subspan(i), prefix_);
      const std::size_t count = std::max<std::size_t>(widening.words, 1);
      const std::size_t units = every_unit_.size();
      std::vector<Query> typed;
      for (const QueryNode& node : run.subspan(i, count)) {
        const Query query = text(node);
        if (!query.empty()) typed.push_back(query);
      }
      parts.push_back(combine(required ? Query::OP_AND : Query::OP_OR, typed));
      if (!widening.names.empty()) parts.back() = or_names(parts.back(), widening, units);
      i += count;
    }
    std::erase_if(parts, [](const Query& part) { return part.empty(); });
    return combine(required ? Query::OP_AND : Query::OP_OR, parts);
  }

  /// Adds other names, below the words as typed, which are every_unit_ from `first_unit` on.
  Query or_names(const Query& typed, Widening& widening, std::size_t first_unit) {
    std::vector<Query> names;
    for (const auto& terms : widening.names) names.push_back(sequence(terms, prefix_));
    Unit unit;
    unit.kind = Unit::Kind::word;
    unit.alternatives = std::move(widening.names);
    if (prefix_[0] == '\0') compiled_.units.push_back(std::move(unit));
    const Query other(Query::OP_SCALE_WEIGHT, combine(Query::OP_MAX, names), kOtherName);
    const auto first = every_unit_.begin() + static_cast<std::ptrdiff_t>(first_unit);
    const std::vector<Query> every(first, every_unit_.end());
    every_unit_.erase(first, every_unit_.end());
    every_unit_.push_back(combine(Query::OP_AND, every) | weightless(other));
    widened_ = true;
    return typed | other;
  }

  Query filter(const QueryNode& node) {
    const Condition condition = resolve_filter(index_, node.field, node.text);
    for (Notice& notice : told_meanings({condition})) {
      compiled_.notices.push_back(std::move(notice));
    }
    return weightless(condition_query(condition));
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
    as_typed_.push_back(every_unit_.back());
    if (prefix_[0] == '\0') compiled_.units.push_back(std::move(unit));
  }

  /// A word or a phrase. A word of several tokens (`anti-personnel`) is the phrase of them.
  Query text(const QueryNode& node) {
    const std::vector<Token> tokens = analyse(node.text);
    if (tokens.empty()) return {};
    if (node.kind == Kind::word) {
      if (const Token* plain = plain_word(node.text, tokens)) return word(node.text, *plain);
    }
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

  /// A word in any of its forms.
  Query word(const std::string& text, const Token& token) {
    const std::vector<std::string> forms = expansion_.forms(text, token, prefix_);
    Unit unit;
    unit.kind = Unit::Kind::word;
    for (const std::string& form : forms) unit.alternatives.push_back({form});
    const Query query = any_form(forms, prefix_);
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
    const Query query = prefixes_.query(prefix_, tokens.front().term);
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
    if (node.kind == Kind::word) {
      if (const Token* plain = plain_word(node.text, tokens)) {
        return expansion_.forms(node.text, *plain, prefix_);
      }
    }
    if (tokens.size() != 1) return terms;
    if (node.kind != Kind::prefix) return {tokens.front().term};
    return prefixes_.terms(prefix_, tokens.front().term);
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

  Query as_typed() const { return widened_ ? combine(Query::OP_AND, as_typed_) : Query(); }

  void tell_bounds() {
    for (Notice& notice : widener_.notices()) compiled_.notices.push_back(std::move(notice));
    for (const Notice& notice : prefixes_.notices()) compiled_.notices.push_back(notice);
    if (!expansion_.was_bounded()) return;
    compiled_.notices.push_back({"forms_bounded",
                                 "the query has so many words that the last ones are looked for "
                                 "only as they are written"});
  }

 private:
  const IndexReader& index_;
  const CompileOptions& options_;
  CompiledQuery& compiled_;
  Expansion expansion_;
  Widener widener_;
  Prefixes prefixes_;
  std::vector<Query> every_unit_;
  std::vector<Query> as_typed_;  // every unit without other names
  bool widened_ = false;
  const char* prefix_ = "";
  int hidden_ = 0;
};

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
  if (root.kind != Kind::bag) return root;
  QueryNode rest = root;
  rest.children.clear();
  rest.roles.clear();
  for (std::size_t i = 0; i < root.children.size(); ++i) {
    if (root.children[i].kind == Kind::filter && root.roles[i] != Role::must_not) {
      take(root.children[i]);
    } else {
      rest.children.push_back(root.children[i]);
      rest.roles.push_back(root.roles[i]);
    }
  }
  if (rest.children.empty()) return {};
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
  compiled.as_typed = compiler.as_typed();
  compiler.tell_bounds();
  if (compiled.has_words) compiled.as_phrase = phrase_of(words);
  return compiled;
}

}  // namespace pincite
