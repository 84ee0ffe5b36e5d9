// Run by the build: writes the manual's pages and the shells' completions into a folder.
//   generate_documentation FOLDER [DATE-OF-RELEASE]
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "tools/completions.h"
#include "tools/man_pages.h"

#ifndef PINCITE_VERSION
#error "PINCITE_VERSION is set by the build"
#endif

namespace {

namespace fs = std::filesystem;

void write(const fs::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out.exceptions(std::ios::failbit | std::ios::badbit);
  out << text << std::flush;
}

void write_all(const fs::path& folder, const pincite::ManualEdition& edition) {
  fs::create_directories(folder);
  write(folder / "pincite.1", pincite::man_page(edition));
  for (const pincite::Command& command : pincite::commands()) {
    write(folder / ("pincite-" + std::string(command.name) + ".1"),
          pincite::man_page(command, edition));
  }
  write(folder / "pincite.bash", pincite::bash_completion());
  write(folder / "_pincite", pincite::zsh_completion());
  write(folder / "pincite.fish", pincite::fish_completion());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: generate_documentation FOLDER [DATE]\n";
    return 2;
  }
  try {
    write_all(argv[1], {PINCITE_VERSION, argc > 2 ? argv[2] : ""});
  } catch (const std::exception& error) {
    std::cerr << "generate_documentation: " << error.what() << '\n';
    return 2;
  }
  return 0;
}
