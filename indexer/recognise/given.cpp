#include "indexer/recognise/given.h"

#include <algorithm>

#include "indexer/readers/line_shape.h"

namespace pincite {
namespace {

bool says_something(const GivenValue& given) {
  if (given.values.empty()) return !given.json.empty();
  return std::any_of(given.values.begin(), given.values.end(),
                     [](const std::string& value) { return !trim_ends(value).empty(); });
}

}  // namespace

GivenFields::GivenFields(std::vector<GivenValue>&& given) {
  for (GivenValue& value : given) {
    if (!says_something(value)) continue;
    const auto known =
        std::find_if(strongest_.begin(), strongest_.end(),
                     [&value](const GivenValue& other) { return other.field == value.field; });
    if (known == strongest_.end()) {
      strongest_.push_back(std::move(value));
    } else if (value.provenance.from >= known->provenance.from) {
      *known = std::move(value);
    }
  }
}

const GivenValue* GivenFields::find(std::string_view field) const {
  const auto found =
      std::find_if(strongest_.begin(), strongest_.end(),
                   [field](const GivenValue& value) { return value.field == field; });
  return found == strongest_.end() ? nullptr : &*found;
}

}  // namespace pincite
