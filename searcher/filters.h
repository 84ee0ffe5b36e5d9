// Filters in force: what a person asked of the metadata, resolved to values of the index.
//
// Repeating a field means any of its values; different fields all hold. Filters restrict and do
// not score.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "index/reader.h"
#include "index/schema.h"
#include "searcher/query.h"

namespace pincite {

/// Days YYYYMMDD, ends included.
struct DayRange {
  int first = 0;
  int last = 99999999;
};

/// One condition: any of some values of a facet, or a range of days.
struct Condition {
  const FieldSpec* field = nullptr;
  std::vector<std::string> values;  // of a facet, key or symbol; an empty one means none
  std::optional<DayRange> days;     // of year, date and covers
  std::string ambiguous;            // what was typed, where it has several meanings
};

/// Resolves one filter as typed. Values are recognised in every form that the vocabulary knows, and
/// as they stand in the index. What is ambiguous means any of its meanings.
/// Throws Error for an unknown value, naming the nearest ones.
Condition resolve_filter(const IndexReader& index, const std::string& field,
                         const std::string& value);

/// Leaves of an ambiguous meeting only those of the treaties that are filtered for.
void narrow_meanings(std::vector<Condition>& filters);

/// A notice for each condition that has several meanings, naming them.
std::vector<Notice> told_meanings(const std::vector<Condition>& filters);

/// Adds a condition to those in force: values of one field are alternatives.
void add_filter(std::vector<Condition>& filters, Condition&& condition);

/// The documents that meet the condition, without weights.
Xapian::Query condition_query(const Condition& condition);

/// All the conditions together: any of one field's, of every field.
Xapian::Query filters_query(const std::vector<Condition>& filters);

/// Reads `Y`, `Y..Y`, `..Y`, `Y..` for dates of any precision, and `D/D`.
/// Throws Error naming the option or field where it is no date.
DayRange parse_days(const std::string& field, const std::string& text);

}  // namespace pincite
