#include <sstream>

#include "tools/completion_words.h"
#include "tools/completions.h"

namespace pincite {
namespace {

/// Text inside a specification of _arguments that stands between single quotes.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

/// `message:action`.
std::string action(const Expected& expected) {
  const std::string message = escaped(expected.name) + ":";
  switch (expected.place) {
    case Place::words:
      return message + "(" + escaped(joined(expected.words)) + ")";
    case Place::files:
      return message + "_files";
    case Place::folders:
      return message + "_files -/";
    case Place::anything:
      break;
  }
  return message;
}

void write_option(std::ostream& out, const OptionSpec& option) {
  const std::string name = std::string("--") + option.name;
  const std::string rest =
      "[" + escaped(help_of(option)) + "]" +
      (option.argument == nullptr ? "" : ":" + action(expected_value(option))) + "'";
  const std::string many = option.repeats ? "*" : "";
  const std::string long_name = name + (option.argument == nullptr ? "" : "=");
  if (option.letter == 0) {
    out << "    '" << many << long_name << rest;
    return;
  }
  const std::string letter = std::string("-") + option.letter;
  const std::string exclusive = option.repeats ? "'*'" : "'(" + letter + " " + name + ")'";
  out << "    " << exclusive << "{" << letter << (option.argument == nullptr ? "" : "+") << ","
      << long_name << "}'" << rest;
}

void write_command(std::ostream& out, const Command& command) {
  out << "_pincite_" << command.name << "() {\n"
      << "  _arguments -s -S : \\\n";
  for (const OptionSpec& option : command.options) {
    write_option(out, option);
    out << " \\\n";
  }
  const ExpectedArguments expected = expected_arguments(command);
  if (expected.first.name.empty()) {
    out << "    && return 0\n";
  } else {
    out << "    '" << (expected.repeats ? "*" : "1") << ":" << action(expected.first) << "'\n";
  }
  out << "}\n\n";
}

constexpr const char* kMain = R"sh(_pincite() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  _arguments -C \
    '(- *)'{-h,--help}'[what the commands are]' \
    '(- *)'{-V,--version}'[print the version]' \
    '1:command:_pincite_commands' \
    '*::argument:->arguments' && return 0
  if [[ $state == arguments ]] && (( $+functions[_pincite_$line[1]] )); then
    curcontext="${curcontext%:*:*}:pincite-$line[1]:"
    _pincite_$line[1]
  fi
}

_pincite "$@"
)sh";

}  // namespace

std::string zsh_completion() {
  std::ostringstream out;
  out << "#compdef pincite\n# Completion of pincite for zsh, written by its build.\n\n"
      << "_pincite_commands() {\n"
      << "  local -a commands=(\n";
  for (const Command& command : commands()) {
    out << "    '" << command.name << ":" << escaped(command.summary) << "'\n";
  }
  out << "  )\n"
      << "  _describe -t commands command commands\n"
      << "}\n\n";
  for (const Command& command : commands()) write_command(out, command);
  out << kMain;
  return out.str();
}

}  // namespace pincite
