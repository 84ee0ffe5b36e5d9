// What standard output is connected to.
#pragma once

#include <cstddef>

namespace pincite {

/// Whether standard output is a terminal that shows colours (and NO_COLOR is not set).
bool stdout_takes_colour();

/// Columns of the terminal that standard output is; 0 where it is none.
std::size_t terminal_width();

}  // namespace pincite
