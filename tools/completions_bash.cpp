#include <sstream>

#include "tools/completion_words.h"
#include "tools/completions.h"

namespace pincite {
namespace {

std::string generator(const Expected& expected) {
  switch (expected.place) {
    case Place::words:
      return "COMPREPLY=($(compgen -W '" + joined(expected.words) + "' -- \"$current\"))";
    case Place::files:
      return "_pincite_paths -f";
    case Place::folders:
      return "_pincite_paths -d";
    case Place::anything:
      break;
  }
  return ":";
}

std::string pattern(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : "|") + word;
  return all;
}

std::vector<std::string> options_of(const Command& command) {
  std::vector<std::string> all;
  for (const OptionSpec& option : command.options) {
    for (const std::string& spelling : spellings(option)) all.push_back(spelling);
  }
  return all;
}

void write_arguments(std::ostream& out, const Command& command) {
  const ExpectedArguments expected = expected_arguments(command);
  const std::string complete = generator(expected.first);
  out << "      ";
  if (expected.repeats || complete == ":") {
    out << complete;
  } else {
    out << "if [[ $given -eq 0 ]]; then " << complete << "; fi";
  }
  out << '\n';
}

/// What follows an option that takes a value, by command; and what else the command takes.
void write_command(std::ostream& out, const Command& command) {
  std::vector<std::string> with_value;
  out << "_pincite_" << command.name << "() {\n"
      << "  case $previous in\n";
  for (const OptionSpec& option : command.options) {
    if (option.argument == nullptr) continue;
    const std::vector<std::string> names = spellings(option);
    with_value.insert(with_value.end(), names.begin(), names.end());
    out << "    " << pattern(names) << ") " << generator(expected_value(option)) << "; return ;;\n";
  }
  out << "  esac\n"
      << "  local given; given=$(_pincite_given '" << joined(with_value) << "')\n"
      << "  case $current in\n"
      << "    -*) COMPREPLY=($(compgen -W '" << joined(options_of(command))
      << "' -- \"$current\")) ;;\n"
      << "    *)\n";
  write_arguments(out, command);
  out << "      ;;\n"
      << "  esac\n"
      << "}\n\n";
}

constexpr const char* kCommon = R"sh(# Completion of pincite for bash, written by its build.

_pincite_paths() {
  local path
  compopt -o filenames 2>/dev/null
  COMPREPLY=()
  while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$1" -- "$current")
}

# How many arguments stand before the current word, beside options and, for those named in $1, their
# values.
_pincite_given() {
  local at word count=0
  for ((at = 2; at < COMP_CWORD; ++at)); do
    word=${COMP_WORDS[at]}
    if [[ " $1 " == *" $word "* ]]; then
      if [[ ${COMP_WORDS[at + 1]} == '=' ]]; then at=$((at + 1)); fi
      at=$((at + 1))
    elif [[ $word != -* ]]; then
      count=$((count + 1))
    fi
  done
  echo "$count"
}

)sh";

constexpr const char* kMain = R"sh(_pincite() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  # readline makes three words of --option=value
  if [[ $current == '=' ]]; then
    current=
  elif [[ $previous == '=' ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if [[ $COMP_CWORD -eq 1 ]]; then
)sh";

}  // namespace

std::string bash_completion() {
  std::ostringstream out;
  out << kCommon;
  std::vector<std::string> names;
  for (const Command& command : commands()) {
    names.emplace_back(command.name);
    write_command(out, command);
  }
  out << kMain << "    COMPREPLY=($(compgen -W '" << joined(names)
      << " --help --version' -- \"$current\"))\n"
      << "    return\n"
      << "  fi\n"
      << "  case ${COMP_WORDS[1]} in\n"
      << "    " << pattern(names) << ") \"_pincite_${COMP_WORDS[1]}\" ;;\n"
      << "  esac\n"
      << "}\n\n"
      << "complete -F _pincite pincite\n";
  return out.str();
}

}  // namespace pincite
