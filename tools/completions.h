// Completions of the command line for bash, zsh and fish, written from the tables of commands and
// options. Each is a whole file, to be installed where its shell looks.
#pragma once

#include <string>

namespace pincite {

/// For bash 4 and later; needs nothing of the bash-completion package.
/// https://www.gnu.org/software/bash/manual/html_node/Programmable-Completion.html
std::string bash_completion();

/// For zsh 5, by its function _arguments (zshcompsys(1)).
std::string zsh_completion();

/// For fish 3, by its command complete.
std::string fish_completion();

}  // namespace pincite
