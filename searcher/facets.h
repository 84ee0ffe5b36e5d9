// Counting the matches by the values of their fields.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>
#include <xapian.h>

#include "index/schema.h"
#include "searcher/answer.h"

namespace pincite {

/// Every value above 0, by count, then value; last, among equals, the documents without one.
std::vector<FacetCount> facet_counts(const FieldSpec& field,
                                     const std::map<std::string, std::uint32_t>& by_value,
                                     std::uint32_t without);

/// Counts one facet over every match of a search that it is given to as a spy.
class FacetCounter {
 public:
  explicit FacetCounter(const FieldSpec& field)
      : field_(field), spy_(std::make_unique<Xapian::ValueCountMatchSpy>(number(*field.slot))) {}

  Xapian::MatchSpy* spy() const { return spy_.get(); }

  /// A document with several values counts in each.
  std::vector<FacetCount> counts() const;

 private:
  const FieldSpec& field_;
  std::unique_ptr<Xapian::ValueCountMatchSpy> spy_;
};

}  // namespace pincite
