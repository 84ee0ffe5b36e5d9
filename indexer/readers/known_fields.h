// The metadata fields of the contract, and what each may hold.
#pragma once

#include <array>
#include <string_view>

namespace pincite {

struct KnownField {
  std::string_view name;
  bool several = false;  // a list is as good as a single value
  bool number = false;   // a JSON number is as good as a string
};

inline constexpr std::array<KnownField, 19> kKnownFields = {{
    {"id", false, true},
    {"title"},
    {"state", true},
    {"on_behalf_of", true},
    {"date", false, true},
    {"year", false, true},
    {"period", false, true},
    {"type"},
    {"meeting", true},
    {"treaty", true},
    {"language"},
    {"symbol"},
    {"author"},
    {"publisher"},
    {"place"},
    {"url"},
    {"accessed", false, true},
    {"text"},
    {"path"},
}};

/// The field of this name, or nullptr for a name we do not know.
constexpr const KnownField* known_field(std::string_view name) {
  for (const KnownField& field : kKnownFields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

}  // namespace pincite
