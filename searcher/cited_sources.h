// Searching by what notes cite. All conditions hold of one and the same source; where words are
// asked for, one of their occurrences lies in what that source's note covers.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "index/cited.h"
#include "index/reader.h"
#include "searcher/answer.h"
#include "searcher/compile.h"
#include "searcher/filters.h"
#include "searcher/occurrences.h"

namespace pincite {

/// Of one document.
struct CitedFound {
  bool passes = false;               // whether it meets the conditions
  std::vector<PositionSpan> covers;  // ascending; what the notes of the sources that do cover
  std::map<CitedField, std::set<std::string>> values;  // of these sources
  std::set<CitedField> absent;  // fields in which no source of the document has a value
};

class CitedSources {
 public:
  /// `conditions`: those in force, of kind cited. `index` and `units` outlive this.
  CitedSources(const IndexReader& index, std::span<const Unit> units,
               const std::vector<Condition>& conditions);

  bool has_conditions() const { return !wanted_.empty(); }

  /// What an entry has. `slot`: its value of Slot::cited. The last answer is kept, for those who
  /// ask of the same document in turn. Throws Error where the slot is damaged.
  const CitedFound& in(Xapian::docid entry, const std::string& slot);
  const CitedFound& in(Xapian::docid entry);

 private:
  using Values = std::vector<std::string>;

  bool meets(const CitedValues& source, const std::set<CitedField>& absent) const;
  bool needs_no_source(const std::set<CitedField>& absent) const;
  std::vector<CoveringNote> notes_in(const std::string& slot) const;
  CitedFound look(Xapian::docid entry, const std::vector<CoveringNote>& notes) const;

  const IndexReader& index_;
  std::span<const Unit> units_;
  std::map<CitedField, Values> wanted_;  // any of these; an empty value: the document has none
  Xapian::docid last_ = 0;
  CitedFound found_;
};

/// Lets only documents through that meet the conditions. Looks at so many at most, and lets none of
/// the others through.
class CitedDecider : public Xapian::MatchDecider {
 public:
  explicit CitedDecider(CitedSources& sources) : sources_(sources) {}
  bool operator()(const Xapian::Document& entry) const override;
  /// Whether there were more documents than are looked at.
  bool passed_bound() const { return looked_at_ > kMost; }

  static constexpr std::uint32_t kMost = 50'000;

 private:
  CitedSources& sources_;
  mutable std::uint32_t looked_at_ = 0;
};

/// Counts documents by what their sources cite.
class CitedCounter : public Xapian::MatchSpy {
 public:
  explicit CitedCounter(CitedSources& sources) : sources_(sources) {}
  void operator()(const Xapian::Document& entry, double weight) override;

  std::vector<FacetCount> counts(const FieldSpec& field) const;
  bool passed_bound() const { return looked_at_ > CitedDecider::kMost; }

 private:
  CitedSources& sources_;
  std::map<CitedField, std::map<std::string, std::uint32_t>> by_value_;
  std::map<CitedField, std::uint32_t> without_;
  std::uint32_t looked_at_ = 0;  // documents that cite anything
};

/// The conditions on what notes cite among those in force.
std::vector<Condition> cited_conditions(const std::vector<Condition>& filters);

}  // namespace pincite
