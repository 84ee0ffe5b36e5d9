// What can stand at a place of the command line, read from the tables of commands and options: for
// the shells' completions.
#pragma once

#include <string>
#include <vector>

#include "tools/commands.h"

namespace pincite {

enum class Place { anything, words, files, folders };

/// What an option's value or an argument may be.
struct Expected {
  Place place = Place::anything;
  std::string name;                // as the tables call it: `DIR`, `QUERY`
  std::vector<std::string> words;  // where these are what it may be, or some of them
};

/// The value of an option: its choices; for filters the ids of the vocabulary; for DIR folders, for
/// FILE files. REQUIRES: the option takes a value.
Expected expected_value(const OptionSpec& option);

/// The arguments behind a command's options, from its usage line: `PATH` and `FILE` are files,
/// `one|two` are words, anything else is for the person to know.
struct ExpectedArguments {
  Expected first;
  bool repeats = false;  // the later ones are like the first
};
ExpectedArguments expected_arguments(const Command& command);

/// `--name`, and `-n` before it where there is one.
std::vector<std::string> spellings(const OptionSpec& option);

/// The words with spaces between.
std::string joined(const std::vector<std::string>& words);

}  // namespace pincite
