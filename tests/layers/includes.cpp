#include "tests/layers/includes.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

namespace pincite {
namespace {

namespace fs = std::filesystem;

// A folder and what it may see of the others.
const std::map<std::string, std::set<std::string>> kMaySee = {
    {"corpus", {"corpus"}},
    {"index", {"corpus", "index"}},
    {"indexer", {"corpus", "index", "indexer"}},
    {"searcher", {"corpus", "index", "searcher"}},
    {"server", {"corpus", "index", "searcher", "server"}},
    {"tools", {"corpus", "index", "indexer", "searcher", "server", "tools"}},
};

constexpr std::size_t kSearcherFilesWithXapian = 3;

/// What stands between the brackets or quotation marks of an include line; empty for other lines.
std::string included(const std::string& line) {
  const std::size_t hash = line.find_first_not_of(" \t");
  if (hash == std::string::npos || line[hash] != '#') return {};
  const std::size_t word = line.find("include", hash);
  if (word == std::string::npos) return {};
  const std::size_t begin = line.find_first_of("<\"", word);
  if (begin == std::string::npos) return {};
  const std::size_t end = line.find_first_of(">\"", begin + 1);
  return line.substr(begin + 1, end - begin - 1);
}

bool starts(const std::string& text, const char* with) { return text.rfind(with, 0) == 0; }

std::string fault(const std::string& folder, const std::string& file, const std::string& header) {
  const std::string top = header.substr(0, header.find('/'));
  const bool ours = kMaySee.count(top) > 0 || top == "tests";
  if (ours && header.find('/') != std::string::npos && kMaySee.at(folder).count(top) == 0) {
    return folder + "/ may not see " + top + "/";
  }
  if (folder == "corpus" && starts(header, "nlohmann/")) return "corpus/ knows no JSON";
  if (folder != "tools" && starts(header, "boost/program_options")) {
    return "only tools/ reads the command line";
  }
  if (header != "xapian.h" || folder == "index" || folder == "searcher") return {};
  if (folder == "indexer" && starts(file, "writer.")) return {};
  return "Xapian is used through index/";
}

bool is_source(const fs::path& path) {
  return path.extension() == ".h" || path.extension() == ".cpp";
}

}  // namespace

std::vector<std::string> layering_faults(const fs::path& root) {
  std::vector<std::string> faults;
  std::vector<std::string> searcher_with_xapian;
  for (const auto& [folder, ignored] : kMaySee) {
    if (!fs::is_directory(root / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      if (!entry.is_regular_file() || !is_source(entry.path())) continue;
      const std::string name = fs::relative(entry.path(), root).string();
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) {
        const std::string header = included(line);
        if (header.empty()) continue;
        const std::string why = fault(folder, entry.path().filename().string(), header);
        if (!why.empty()) faults.push_back(name + " includes \"" + header + "\": " + why);
        if (folder == "searcher" && header == "xapian.h") searcher_with_xapian.push_back(name);
      }
    }
  }
  if (searcher_with_xapian.size() > kSearcherFilesWithXapian) {
    for (const std::string& name : searcher_with_xapian) {
      faults.push_back(name + " includes \"xapian.h\": more than three files of searcher/ do");
    }
  }
  std::sort(faults.begin(), faults.end());
  return faults;
}

}  // namespace pincite
