#include "searcher/restrictions.h"

#include <algorithm>
#include <utility>

#include "corpus/vocabulary.h"
#include "searcher/cited_sources.h"
#include "searcher/search_record.h"

namespace pincite {
namespace {

using Kind = QueryNode::Kind;
using Role = QueryNode::Role;
using Xapian::Query;

/// `--cites-state aze`
std::string as_option(const std::string& field, const std::string& value) {
  std::string option = "--" + field + " " + value;
  std::replace(option.begin(), option.end(), '.', '-');
  return option;
}

std::string in_brackets(const QueryNode& node) {
  const bool several =
      node.kind == Kind::bag || node.kind == Kind::all_of || node.kind == Kind::any_of;
  return several ? "(" + to_string(node) + ")" : to_string(node);
}

bool is_joined_filter(const QueryNode& root, const QueryNode& child) {
  return root.kind == Kind::all_of && child.kind == Kind::filter &&
         find_field(child.field)->kind != FieldKind::cited;
}

QueryNode without_needless_level(QueryNode root) {
  if (root.children.empty()) return {};
  if (root.children.size() > 1) return root;
  QueryNode only = std::move(root.children.front());
  return only;
}

/// Labels where the vocabulary has them; days are told by what was typed.
std::vector<std::string> understood(const Condition& condition) {
  std::vector<std::string> labels;
  if (condition.days) return labels;
  for (const std::string& value : values_in_words(condition)) {
    labels.push_back(condition.field->table
                         ? Vocabulary::built_in().label(*condition.field->table, value)
                         : value);
  }
  return labels;
}

/// What was typed for a field among the filters in force.
std::vector<std::string> typed_for(const FieldSpec& field, const SearchRequest& request,
                                   const QueryNode& root) {
  std::vector<std::string> typed;
  const auto add = [&](const QueryNode& node) {
    if (node.kind == Kind::filter && find_field(node.field) == &field) {
      typed.push_back(to_string(node));
    }
  };
  add(root);
  if (root.kind == Kind::bag || root.kind == Kind::all_of) {
    for (const QueryNode& child : root.children) add(child);
  }
  for (const auto& [name, value] : request.filters) {
    if (find_field(name) == &field) typed.push_back(as_option(name, value));
  }
  return typed;
}

}  // namespace

RestrictedSearch::RestrictedSearch(const IndexReader& index, const SearchRequest& request,
                                   const QueryNode& root)
    : index_(index) {
  const QueryNode rest = take_apart(root);
  compiled_ = compile(rest, index, {request.all});
  add_filters(request, rest);
  add_bound("--from", request.from);
  add_bound("--to", request.to);
}

QueryNode RestrictedSearch::take_apart(const QueryNode& root) {
  QueryNode rest = root;
  if (root.kind == Kind::none_of) {
    take_excluded(root.children.front(), to_string(root));
    rest = {};
  } else if (root.kind == Kind::bag || root.kind == Kind::all_of) {
    rest.children.clear();
    rest.roles.clear();
    for (std::size_t i = 0; i < root.children.size(); ++i) {
      const QueryNode& child = root.children[i];
      const bool is_bag = root.kind == Kind::bag;
      if (is_bag && root.roles[i] == Role::must_not) {
        take_excluded(child, "-" + in_brackets(child));
      } else if (!is_bag && child.kind == Kind::none_of) {
        take_excluded(child.children.front(), to_string(child));
      } else if (is_joined_filter(root, child)) {
        take_joined_filter(child);
      } else {
        rest.children.push_back(child);
        if (is_bag) rest.roles.push_back(root.roles[i]);
      }
    }
    rest = without_needless_level(std::move(rest));
  }
  words_ = rest;
  if (rest.kind == Kind::filter) words_ = {};
  if (rest.kind == Kind::bag || rest.kind == Kind::all_of) {
    for (std::size_t i = rest.children.size(); i-- > 0;) {
      if (rest.children[i].kind != Kind::filter) continue;
      const auto at = static_cast<std::ptrdiff_t>(i);
      words_.children.erase(words_.children.begin() + at);
      if (!words_.roles.empty()) words_.roles.erase(words_.roles.begin() + at);
    }
    words_ = without_needless_level(std::move(words_));
  }
  return rest;
}

void RestrictedSearch::take_excluded(const QueryNode& child, std::string typed) {
  Rule rule;
  if (child.kind == Kind::filter) {
    rule.must_not = condition_query(resolve_filter(index_, child.field, child.text));
  } else {
    rule.must_not = compile(child, index_, {}).query;
  }
  if (rule.must_not.empty()) return;
  told_.push_back({"", {std::move(typed)}, {}});
  rules_.push_back(std::move(rule));
}

void RestrictedSearch::take_joined_filter(const QueryNode& filter) {
  const Condition condition = resolve_filter(index_, filter.field, filter.text);
  told_.push_back({condition.field->word, {to_string(filter)}, understood(condition)});
  rules_.push_back({{}, condition_query(condition), {}});
}

void RestrictedSearch::add_filters(const SearchRequest& request, const QueryNode& root) {
  std::vector<Condition> filters = compiled_.filters;
  for (const auto& [field, value] : request.filters) {
    add_filter(filters, resolve_filter(index_, field, value));
  }
  for (const FieldSpec& field : schema()) {
    Restriction told = {field.word, {}, {}};
    Rule rule;
    for (const Condition& filter : filters) {
      if (filter.field != &field) continue;
      for (std::string& label : understood(filter)) told.values.push_back(std::move(label));
      rule.any.push_back(filter);
    }
    if (rule.any.empty()) continue;
    told.typed = typed_for(field, request, root);
    told_.push_back(std::move(told));
    rules_.push_back(std::move(rule));
  }
}

void RestrictedSearch::add_bound(const char* option, const std::string& typed) {
  if (typed.empty()) return;
  Condition bound;
  bound.field = find_field("date");
  bound.days = DayRange();
  const DayRange days = parse_days(option, typed);
  if (std::string_view(option) == "--from") {
    bound.days->first = days.first;
  } else {
    bound.days->last = days.last;
  }
  told_.push_back({option + 2, {std::string(option) + " " + typed}, understood(bound)});
  rules_.push_back({{}, condition_query(bound), {}});
}

Query RestrictedSearch::restricted(Query query, const std::vector<bool>& holds,
                                   std::vector<Condition>& conditions) const {
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    if (!holds[i]) continue;
    const Rule& rule = rules_[i];
    conditions.insert(conditions.end(), rule.any.begin(), rule.any.end());
    if (!rule.must.empty()) query = Query(Query::OP_FILTER, query, rule.must);
    if (!rule.must_not.empty()) query = Query(Query::OP_AND_NOT, query, rule.must_not);
  }
  narrow_meanings(conditions);
  if (!conditions.empty()) query = Query(Query::OP_FILTER, query, filters_query(conditions));
  return query;
}

std::uint32_t RestrictedSearch::count(const Query& words, const std::vector<bool>& holds) const {
  std::vector<Condition> conditions;
  const Query query = restricted(words.empty() ? Query::MatchNothing : words, holds, conditions);
  CitedSources cited(index_, compiled_.units, cited_conditions(conditions));
  const CitedDecider decider(cited);
  Xapian::Enquire enquire(index_.database());
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::doccount every = index_.database().get_doccount();
  return enquire.get_mset(0, 0, every + 1, nullptr, cited.has_conditions() ? &decider : nullptr)
      .get_matches_estimated();
}

std::uint32_t RestrictedSearch::count(std::span<const std::size_t> left_out) const {
  std::vector<bool> holds(rules_.size(), true);
  for (const std::size_t i : left_out) holds[i] = false;
  return count(compiled_.query, holds);
}

std::uint32_t RestrictedSearch::count_unrestricted() const {
  return count(compiled_.query, std::vector<bool>(rules_.size(), false));
}

std::uint32_t RestrictedSearch::count_all_words(bool restricted) const {
  const Query all(Query::OP_FILTER, compiled_.query, compiled_.all_words);
  return count(all, std::vector<bool>(rules_.size(), restricted));
}

Query RestrictedSearch::documents() const {
  if (rules_.empty()) return {};
  std::vector<Condition> conditions;
  return restricted(Query::MatchAll, std::vector<bool>(rules_.size(), true), conditions);
}

}  // namespace pincite
