// The program: finds the command, runs it, and tells the person what went wrong.
#include <algorithm>
#include <exception>
#include <iostream>
#include <new>

#include "corpus/error.h"
#include "corpus/text.h"
#include "tools/commands.h"

#ifndef PINCITE_VERSION
#error "PINCITE_VERSION is set by the build"
#endif

namespace {

using pincite::Command;
using pincite::Error;

constexpr int kFailed = 2;

void print_overview(std::ostream& out) {
  out << "Pincite finds what a state said, when and where, and cites it.\n\n"
         "usage: pincite COMMAND [OPTIONS] [ARGUMENTS]\n\n";
  std::size_t width = 0;
  for (const Command& command : pincite::commands()) {
    width = std::max(width, std::string_view(command.name).size());
  }
  for (const Command& command : pincite::commands()) {
    const std::string name = command.name;
    out << "  " << name << std::string(width - name.size() + 2, ' ') << command.summary << '\n';
  }
  out << "\n`pincite COMMAND --help` tells more; `pincite --version` prints the version.\n";
}

void print_help(std::ostream& out, const Command& command) {
  out << "pincite " << command.name << ": " << command.summary << "\n\nusage: pincite "
      << command.name << ' ' << command.usage << "\n\n";
  if (*command.details != '\0') out << command.details << '\n';
  out << "Options:\n" << pincite::options_help(command.options);
}

[[noreturn]] void refuse_command(const std::string& name) {
  std::vector<std::string> names;
  for (const Command& command : pincite::commands()) names.emplace_back(command.name);
  const std::string nearest = pincite::nearest_word(name, names);
  throw Error(name, "there is no such command",
              nearest.empty() ? "`pincite --help` lists them" : "did you mean " + nearest + "?");
}

int finished(int code, int unprinted) {
  std::cout.flush();
  if (std::cout) return code;
  std::cerr << "pincite: standard output: cannot be written\n";
  if (unprinted != kFailed) std::cerr << "  only the report is lost; what the run did stands\n";
  return std::max(code, unprinted);
}

int run(const std::vector<std::string>& words) {
  const std::string first = words.empty() ? "--help" : words.front();
  if (first == "--help" || first == "-h" || first == "help") {
    print_overview(words.empty() ? std::cerr : std::cout);
    return words.empty() ? kFailed : finished(0, kFailed);
  }
  if (first == "--version" || first == "-V") {
    std::cout << "pincite " PINCITE_VERSION "\n";
    return finished(0, kFailed);
  }
  const Command* command = pincite::find_command(first);
  if (command == nullptr) refuse_command(first);
  const auto arguments =
      pincite::parse_arguments(first, command->options, {words.begin() + 1, words.end()});
  if (arguments.has("help")) {
    print_help(std::cout, *command);
    return finished(0, kFailed);
  }
  return finished(command->run(arguments, {std::cout, std::cerr}), command->unprinted);
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  try {
    return run({argv + 1, argv + argc});
  } catch (const Error& error) {
    std::cerr << "pincite: " << pincite::visible(error.subject()) << ": "
              << pincite::visible(error.cause()) << '\n';
    if (!error.advice().empty()) std::cerr << "  " << pincite::visible(error.advice()) << '\n';
  } catch (const std::bad_alloc&) {
    std::cerr << "pincite: out of memory\n";
  } catch (const std::exception& error) {
    std::cerr << "pincite: " << error.what() << '\n';
  }
  return kFailed;
}
