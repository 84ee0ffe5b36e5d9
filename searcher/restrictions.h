// What narrows a search beside the words it looks for, taken apart, so that each part can be left
// out and the rest counted: filters of the query and of the command line, bounds on dates, and what
// is excluded.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "searcher/compile.h"
#include "searcher/search.h"

namespace pincite {

struct Restriction {
  std::string field;                // `state`, `from`, ...; empty for what is excluded
  std::vector<std::string> typed;   // `--state aze`, `state:AZE`; `-mines`, `NOT mines`
  std::vector<std::string> values;  // as understood: `Azerbaijan`; not of dates and exclusions
};

/// A search with its restrictions beside it. Values of one field are one restriction; filters that
/// AND joins to the words, and what is excluded at the top of the query, are one each.
class RestrictedSearch {
 public:
  /// `index` must outlive this. Throws Error for unknown filter values.
  RestrictedSearch(const IndexReader& index, const SearchRequest& request, const QueryNode& root);

  const std::vector<Restriction>& restrictions() const { return told_; }
  /// What the query looks for without them.
  const QueryNode& words() const { return words_; }
  const CompiledQuery& compiled() const { return compiled_; }

  /// How many documents match without the restrictions `left_out`, which are indexes.
  std::uint32_t count(std::span<const std::size_t> left_out = {}) const;
  /// Without any.
  std::uint32_t count_unrestricted() const;
  /// How many of those that match hold every part of the query; `restricted`: under all
  /// restrictions, else without any.
  std::uint32_t count_all_words(bool restricted) const;

  /// The documents that meet all restrictions; but not what is asked of what notes cite beyond
  /// that they cite it anywhere. Empty where there is none.
  Xapian::Query documents() const;

 private:
  /// Of one restriction: conditions of which any holds, or a query that must match or must not.
  struct Rule {
    std::vector<Condition> any;
    Xapian::Query must;
    Xapian::Query must_not;
  };

  QueryNode take_apart(const QueryNode& root);
  void take_excluded(const QueryNode& child, std::string typed);
  void take_joined_filter(const QueryNode& filter);
  void add_filters(const SearchRequest& request, const QueryNode& root);
  void add_bound(const char* option, const std::string& typed);
  Xapian::Query restricted(Xapian::Query query, const std::vector<bool>& holds,
                           std::vector<Condition>& conditions) const;
  std::uint32_t count(const Xapian::Query& words, const std::vector<bool>& holds) const;

  const IndexReader& index_;
  QueryNode words_;
  CompiledQuery compiled_;
  std::vector<Restriction> told_;
  std::vector<Rule> rules_;
};

}  // namespace pincite
