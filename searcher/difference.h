// What parts a quotation from the wording of its source.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pincite {

/// A run of words of the quotation beside those of the source. The texts of what is the same and
/// what is added are, one after the other, the quotation; with what is dropped in the place of what
/// is added they are the source.
struct Difference {
  enum class Kind : std::uint8_t { same, added, dropped };
  Kind kind = Kind::same;
  std::string text;
  bool negation = false;  // added or dropped, and it turns the meaning round
  bool ellipsis = false;  // dropped where the quotation has an ellipsis

  bool operator==(const Difference&) const = default;
};

/// The word for it in JSON: `same`, `added`, `dropped`.
const char* to_string(Difference::Kind kind);

/// Whether anything was added or dropped.
bool differs(const std::vector<Difference>& difference);

}  // namespace pincite
