// Metadata values from JSON objects: records, sidecars.
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/formats.h"
#include "indexer/reading.h"

namespace pincite {

/// Parses one JSON object from `text`. On failure `problem` says why, for people, and the answer
/// is null. Nesting is bounded while it is parsed, since writing a value out again recurses.
nlohmann::json parse_object(std::string_view text, std::string& problem);

/// The fields of an object as given values. Null, empty strings and empty lists say nothing and
/// are left out. A known field of another type than it may have is a warning `wrong_type` and left
/// out. `where`: says for a field where its value stands.
std::vector<GivenValue> given_values(const nlohmann::json& object, Origin from,
                                     const std::function<std::string(const std::string&)>& where,
                                     const WarnOf& warn);

/// A list of strings as JSON text; of one that was no list, the string alone.
std::string json_text(const std::vector<std::string>& values, bool is_list);

}  // namespace pincite
