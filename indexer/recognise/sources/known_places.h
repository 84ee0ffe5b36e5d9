// Cities where governments sit and meetings are held.
#pragma once

#include <string_view>

namespace pincite {

/// Whether all of `text` is the name of such a city, whatever its case and accents.
bool is_known_place(std::string_view text);

}  // namespace pincite
