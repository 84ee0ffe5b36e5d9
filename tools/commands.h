// The commands of the program, as a table: name, what it does, how it is called, its options.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

#include "tools/options.h"

namespace pincite {

struct Streams {
  std::ostream& out;  // results only
  std::ostream& err;  // what is said to the person
};

struct Command {
  const char* name;
  const char* summary;  // one line
  const char* usage;    // what follows the name
  const char* details;  // paragraphs of `--help`, may be empty
  std::span<const OptionSpec> options;
  int (*run)(const Arguments& arguments, const Streams& streams);
  int unprinted = 2;  // exit code where its results cannot be printed: 1 where what it did stands
};

std::span<const Command> commands();

/// The command of this name, or nullptr.
const Command* find_command(const std::string& name);

}  // namespace pincite
