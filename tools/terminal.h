// What standard output is connected to.
#pragma once

#include <cstddef>
#include <functional>

namespace pincite {

/// Whether standard output is a terminal that shows colours (and NO_COLOR is not set).
bool stdout_takes_colour();

bool stderr_is_terminal();

/// From now on Ctrl-C (SIGINT), SIGTERM and a terminal that is closed (SIGHUP) do not end the
/// program at once; the function returned tells whether one came. The second of a kind ends it as
/// usual. A program started by nohup goes on ignoring SIGHUP.
std::function<bool()> catch_interrupts();

/// Columns of the terminal that standard output is; 0 where it is none.
std::size_t terminal_width();

}  // namespace pincite
