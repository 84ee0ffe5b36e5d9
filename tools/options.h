// The command line as tables: what `--help` prints, what is accepted, and what a wrong option is
// told all come from the same rows.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

namespace pincite {

struct OptionSpec {
  const char* name;      // long name, without dashes
  char letter;           // short name, or 0
  const char* argument;  // what its value is called; nullptr for a switch
  const char* help;
  bool repeats = false;  // may be given several times
};

/// What was given on a command line.
class Arguments {
 public:
  bool has(const std::string& option) const { return values_.contains(option); }
  /// The value given last, or `otherwise`.
  std::string value(const std::string& option, const std::string& otherwise = {}) const;
  std::vector<std::string> values(const std::string& option) const;
  /// A number of 0 or more. Throws Error naming the option where it is none.
  std::size_t number(const std::string& option, std::size_t otherwise) const;
  /// One of `words`. Throws Error naming them where it is none; the first is the default.
  std::string choice(const std::string& option, const std::vector<std::string>& words) const;
  /// What is not an option, in order.
  const std::vector<std::string>& positional() const { return positional_; }

 private:
  friend Arguments parse_arguments(const std::string& command, std::span<const OptionSpec> options,
                                   const std::vector<std::string>& words);
  std::map<std::string, std::vector<std::string>> values_;
  std::vector<std::string> positional_;
};

/// Reads the words behind a command's name. Throws Error for what the table does not have, naming
/// the nearest option that it has. Words behind `--` are positional.
Arguments parse_arguments(const std::string& command, std::span<const OptionSpec> options,
                          const std::vector<std::string>& words);

/// The table as lines of help.
std::string options_help(std::span<const OptionSpec> options);

/// Of `words`, the one nearest to `word`; empty where none is near.
std::string nearest_word(const std::string& word, const std::vector<std::string>& words);

}  // namespace pincite
