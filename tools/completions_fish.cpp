#include <sstream>

#include "tools/completion_words.h"
#include "tools/completions.h"

namespace pincite {
namespace {

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

/// Behind `complete`, what is offered.
std::string offer(const Expected& expected) {
  switch (expected.place) {
    case Place::words:
      return " -f -a " + quoted(joined(expected.words));
    case Place::files:
      return " -F";
    case Place::folders:
      return " -f -a '(__fish_complete_directories)'";
    case Place::anything:
      break;
  }
  return " -f";
}

std::string line(const std::string& condition) {
  return "complete -c pincite -n " + quoted(condition);
}

void write_command(std::ostream& out, const Command& command) {
  const std::string here = std::string("__fish_pincite_command ") + command.name;
  for (const OptionSpec& option : command.options) {
    out << line(here) << " -l " << option.name;
    if (option.letter != 0) out << " -s " << option.letter;
    if (option.argument != nullptr) out << " -r" << offer(expected_value(option));
    out << " -d " << quoted(help_of(option)) << '\n';
  }
  const ExpectedArguments expected = expected_arguments(command);
  if (expected.first.place == Place::anything) return;
  const std::string words = joined(expected.first.words);
  const bool once = !expected.repeats && !words.empty();
  out << line(once ? here + "; and not __fish_seen_subcommand_from " + words : here)
      << offer(expected.first) << '\n';
}

constexpr const char* kCommon = R"sh(# Completion of pincite for fish, written by its build.

# Whether the command, the first word behind pincite, is the one named.
function __fish_pincite_command
    set -l words (commandline -opc)
    test (count $words) -ge 2; and test "$words[2]" = "$argv[1]"
end

function __fish_pincite_no_command
    test (count (commandline -opc)) -eq 1
end

complete -c pincite -f
complete -c pincite -n __fish_pincite_no_command -l help -s h -d 'what the commands are'
complete -c pincite -n __fish_pincite_no_command -l version -s V -d 'print the version'
)sh";

}  // namespace

std::string fish_completion() {
  std::ostringstream out;
  out << kCommon;
  for (const Command& command : commands()) {
    out << line("__fish_pincite_no_command") << " -a " << command.name << " -d "
        << quoted(command.summary) << '\n';
  }
  for (const Command& command : commands()) write_command(out, command);
  return out.str();
}

}  // namespace pincite
