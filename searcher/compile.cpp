#include "searcher/compile.h"

#include <algorithm>
#include <span>
#include <utility>

#include "corpus/error.h"
#include "index/analysis.h"
#include "index/schema.h"
#include "searcher/expansion.h"
#include "searcher/filters_in_force.h"
#include "searcher/match.h"
#include "searcher/phrase_query.h"
#include "searcher/prefix.h"
#include "searcher/rarity.h"
#include "searcher/readings.h"
#include "searcher/widening.h"

namespace pincite {
namespace {

using Kind = QueryNode::Kind;
using Role = QueryNode::Role;
using Xapian::Query;

constexpr std::size_t kMostPhraseBoostWords = 30;
constexpr double kOtherName = 0.5;  // weight of a name that was not typed

Query weightless(const Query& query) { return {Query::OP_SCALE_WEIGHT, query, 0.0}; }

Query combine(Query::op op, const std::vector<Query>& parts) {
  return {op, parts.begin(), parts.end()};
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
  Query or_names(const Query& typed, const Widening& widening, std::size_t first_unit) {
    std::vector<Query> names;
    Unit unit;
    unit.kind = Unit::Kind::word;
    for (const auto& terms : widening.names) {
      unit.lattices.push_back(name_readings(terms));
      names.push_back(phrase_query(unit.lattices.back(), index_));
    }
    if (prefix_[0] == '\0') compiled_.units.push_back(std::move(unit));
    const Query other(Query::OP_SCALE_WEIGHT, combine(Query::OP_SYNONYM, names), kOtherName);
    const auto first = every_unit_.begin() + static_cast<std::ptrdiff_t>(first_unit);
    const std::vector<Query> every(first, every_unit_.end());
    every_unit_.erase(first, every_unit_.end());
    every_unit_.push_back(combine(Query::OP_AND, every) | weightless(other));
    widened_ = true;
    return typed | other;
  }

  PhraseLattice name_readings(const std::vector<std::string>& terms) const {
    std::string text;
    std::vector<Token> tokens;
    for (const std::string& term : terms) {
      if (!text.empty()) text += ' ';
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += term;
      tokens.push_back({term, begin, static_cast<std::uint32_t>(text.size())});
    }
    return readings_of(text, tokens, index_, prefix_);
  }

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
    as_typed_.push_back(every_unit_.back());
    if (prefix_[0] == '\0') compiled_.units.push_back(std::move(unit));
  }

  Query text(const QueryNode& node) {
    const std::vector<Token> tokens = analyse(node.text);
    if (tokens.empty()) return {};
    Unit unit;
    unit.kind = node.kind == Kind::phrase ? Unit::Kind::phrase : Unit::Kind::word;
    unit.typed = typed_characters(node.text);
    Query query;
    double factor = 1;
    if (node.kind == Kind::word) {
      unit.lattices = word_readings(node.text, tokens);
      query = any_reading(unit.lattices);
      factor = emphasis(node.text, tokens.front().term, options_.counts);
    } else {
      unit.lattices = {readings_of(node.text, tokens, index_, prefix_)};
      query = phrase_query(unit.lattices.front(), index_);
    }
    unit.weight = factor * rarity_of(unit.lattices, index_);
    const Query scored = node.kind == Kind::word ? emphasised(query, unit.lattices, factor) : query;
    point_at(std::move(unit), query);
    return scored;
  }

  /// A plain word that counts `factor` times, and a little more where it stands in the title.
  Query emphasised(const Query& word, const std::vector<PhraseLattice>& lattices,
                   double factor) const {
    if (word.empty() || hidden_ > 0) return word;
    Query counted = factor == 1 ? word : Query(Query::OP_SCALE_WEIGHT, word, factor);
    if (prefix_[0] != '\0' || factor < 1) return counted;
    std::vector<std::string> terms;
    for (const PhraseLattice& lattice : lattices) {
      if (const auto term = lattice.single_term()) terms.push_back(*term);
    }
    if (terms.empty()) return counted;
    const Query in_title = any_form(terms, find_field("title")->prefix);
    return {Query::OP_AND_MAYBE, counted, Query(Query::OP_SCALE_WEIGHT, in_title, kTitle * factor)};
  }

  /// Of each form of a word, its readings: `landmines` may be spelled `land mines`. Of a word of
  /// several parts, `land-mine`, the last one has forms, and so has the whole written together.
  std::vector<PhraseLattice> word_readings(const std::string& text, std::vector<Token> tokens) {
    std::string start;
    std::vector<PhraseLattice> lattices;
    if (const Token* plain = plain_word(text, tokens)) {
      tokens = {Token(*plain)};
    } else {
      start = text.substr(0, tokens.back().begin);
      const std::string joined = joined_word(text, tokens);
      if (!joined.empty()) lattices = word_readings(joined, {whole(joined)});
    }
    for (const std::string& form : expansion_.forms(text, Token(tokens.back()), prefix_)) {
      Token& last = tokens.back();
      last.term = form;
      last.begin = static_cast<std::uint32_t>(start.size());
      last.end = static_cast<std::uint32_t>(start.size() + form.size());
      lattices.push_back(readings_of(start + form, tokens, index_, prefix_));
    }
    return lattices;
  }

  /// A word as the only token of a text.
  static Token whole(const std::string& word) {
    return {word, 0, static_cast<std::uint32_t>(word.size())};
  }

  /// Any of the forms of a word, ranked as if they were one; its spellings in parts count where
  /// none of these stands. Not the maximum of both: beside other words OP_MAX breaks Xapian 1.4.22
  /// when it passes over documents that cannot come among the best.
  Query any_reading(const std::vector<PhraseLattice>& lattices) const {
    std::vector<std::string> terms;
    std::vector<Query> in_parts;
    for (const PhraseLattice& lattice : lattices) {
      const std::optional<std::string> term = lattice.single_term();
      if (term) terms.push_back(*term);
      if (!term || lattice.size() > 1) in_parts.push_back(phrase_query(lattice, index_));
    }
    if (terms.empty()) return combine(Query::OP_OR, in_parts);
    const Query forms = any_form(terms, "");
    if (in_parts.empty()) return forms;
    return forms | Query(Query::OP_AND_NOT, combine(Query::OP_OR, in_parts), forms);
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

  /// The terms, with their prefix, that a part of NEAR may be; nothing where it is no single word.
  std::vector<std::string> near_terms(const QueryNode& node) {
    std::vector<std::string> terms;
    if (node.kind == Kind::any_of) {
      for (const QueryNode& child : node.children) {
        const auto more = near_terms(child);
        terms.insert(terms.end(), more.begin(), more.end());
      }
      return terms;
    }
    std::vector<Token> tokens = analyse(node.text);
    if (tokens.empty()) return terms;
    if (node.kind == Kind::prefix) return prefixes_.terms(prefix_, tokens.front().term);
    if (const Token* plain = plain_word(node.text, tokens)) tokens = {Token(*plain)};
    const std::string joined = joined_word(node.text, tokens);
    if (joined.empty()) return terms;
    std::vector<std::string> forms = {joined};
    if (node.kind == Kind::word) forms = expansion_.forms(joined, whole(joined), prefix_);
    for (const std::string& form : forms) {
      const std::vector<std::string> places = places_of(form, index_, prefix_);
      terms.insert(terms.end(), places.begin(), places.end());
    }
    return terms;
  }

  Query near(const QueryNode& node) {
    Unit unit;
    unit.kind = node.kind == Kind::near ? Unit::Kind::near : Unit::Kind::adj;
    unit.window = static_cast<std::uint32_t>(node.window);
    std::vector<Query> parts;
    for (const QueryNode& child : node.children) {
      unit.alternatives.push_back(near_terms(child));
      std::vector<Query> any;
      for (const std::string& term : unit.alternatives.back()) any.emplace_back(term);
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

/// Plain words side by side, as the phrase they may be.
Query phrase_of(const QueryNode& root, const IndexReader& index) {
  if (root.kind != Kind::bag) return {};
  std::string text;
  for (std::size_t i = 0; i < root.children.size(); ++i) {
    if (root.children[i].kind != Kind::word || root.roles[i] != Role::may) return {};
    text += root.children[i].text + ' ';
  }
  const std::vector<Token> tokens = analyse(text);
  if (tokens.size() < 2 || tokens.size() > kMostPhraseBoostWords) return {};
  return phrase_query(readings_of(text, tokens, index, ""), index);
}

}  // namespace

CompiledQuery compile(const QueryNode& root, const IndexReader& index,
                      const CompileOptions& options) {
  CompiledQuery compiled;
  const QueryNode words = take_filters(root, index, compiled.filters);
  Compiler compiler(index, options, compiled);
  compiled.query = compiler.node(words);
  compiled.all_words = compiler.every_unit();
  compiled.as_typed = compiler.as_typed();
  compiler.tell_bounds();
  if (compiled.has_words) compiled.as_phrase = phrase_of(words, index);
  return compiled;
}

}  // namespace pincite
