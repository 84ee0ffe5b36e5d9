// Given metadata values: the strongest of each field.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/reading.h"

namespace pincite {

/// The values of a document by field. Of two of one field the stronger origin holds, of equal
/// origins the later.
class GivenFields {
 public:
  explicit GivenFields(std::vector<GivenValue>&& given);

  /// The value of the field, or nullptr where none was given. An empty value says nothing.
  const GivenValue* find(std::string_view field) const;

  const std::vector<GivenValue>& all() const { return strongest_; }

 private:
  std::vector<GivenValue> strongest_;
};

}  // namespace pincite
