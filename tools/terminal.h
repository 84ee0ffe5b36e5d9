// What standard output is connected to.
#pragma once

#include <cstddef>
#include <functional>

namespace pincite {

/// Whether standard output is a terminal that shows colours (and NO_COLOR is not set).
bool stdout_takes_colour();

bool stderr_is_terminal();

/// From now on Ctrl-C (SIGINT) and SIGTERM do not end the program at once; the function returned
/// tells whether one came. The second one ends it as usual.
std::function<bool()> catch_interrupts();

/// Columns of the terminal that standard output is; 0 where it is none.
std::size_t terminal_width();

}  // namespace pincite
