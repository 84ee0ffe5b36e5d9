// The command line as tables: what `--help` prints, what is accepted, what a wrong option is told,
// the manual and the completions all come from the same rows.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pincite {

struct OptionSpec {
  const char* name;      // long name, without dashes
  char letter;           // short name, or 0
  const char* argument;  // what its value is called (DIR a folder, FILE a file); nullptr: a switch
  const char* help;      // beside choices: which is the default, empty where it is the first
  bool repeats = false;  // may be given several times
  const char* choices = nullptr;  // the values it takes, with | between; nullptr: any
};

/// The words of a list with | between.
std::vector<std::string> words_of(std::string_view list);

/// What the option does, as `--help` says it, with the values it takes.
std::string help_of(const OptionSpec& option);

/// What was given on a command line.
class Arguments {
 public:
  bool has(const std::string& option) const { return values_.contains(option); }
  /// The value given last, or `otherwise`.
  std::string value(const std::string& option, const std::string& otherwise = {}) const;
  std::vector<std::string> values(const std::string& option) const;
  /// A number of 0 or more. Throws Error naming the option where it is none.
  std::size_t number(const std::string& option, std::size_t otherwise) const;
  /// One of the choices of this option, the first where it is not given. Throws Error naming them
  /// where it is none. REQUIRES: the table has the option, with choices.
  std::string choice(const std::string& option) const;
  /// What is not an option, in order.
  const std::vector<std::string>& positional() const { return positional_; }

 private:
  friend Arguments parse_arguments(const std::string& command, std::span<const OptionSpec> options,
                                   const std::vector<std::string>& words);
  std::map<std::string, std::vector<std::string>> values_;
  std::vector<std::string> positional_;
  std::span<const OptionSpec> options_;
};

/// Reads the words behind a command's name. Throws Error for what the table does not have, naming
/// the nearest option that it has. Words behind `--` are positional. The table must outlive what is
/// returned.
Arguments parse_arguments(const std::string& command, std::span<const OptionSpec> options,
                          const std::vector<std::string>& words);

/// The table as lines of help.
std::string options_help(std::span<const OptionSpec> options);

/// Of `words`, the one nearest to `word`; empty where none is near.
std::string nearest_word(const std::string& word, const std::vector<std::string>& words);

}  // namespace pincite
