#include "tools/completion_words.h"

#include <sstream>

#include "corpus/vocabulary.h"
#include "searcher/search.h"

namespace pincite {
namespace {

/// A word that no shell takes for more than one.
bool is_plain(const std::string& word) {
  return word.find_first_of(" \t'\"\\$`()<>&;|*?[]#~=%!{}") == std::string::npos;
}

/// The ids that a filter like `--state` or `--cites-state` takes; empty for other options.
std::vector<std::string> ids_for(const std::string& option) {
  const std::size_t dash = option.rfind('-');
  const auto table = table_named(option.substr(dash == std::string::npos ? 0 : dash + 1) + "s");
  std::vector<std::string> ids;
  if (!table) return ids;
  for (const Entry& entry : Vocabulary::built_in().entries(*table)) {
    if (is_plain(entry.id)) ids.push_back(entry.id);
  }
  ids.emplace_back("none");
  return ids;
}

std::vector<std::string> words_for(const OptionSpec& option) {
  if (option.choices != nullptr) return words_of(option.choices);
  const std::string name = option.name;
  if (name != "facets") return ids_for(name);
  std::vector<std::string> words = {"all", "none"};
  for (const std::string& field : facet_fields()) words.push_back(field);
  return words;
}

Place place_named(const std::string& name) {
  if (name == "DIR") return Place::folders;
  return name == "FILE" || name == "PATH" ? Place::files : Place::anything;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

Expected expected_value(const OptionSpec& option) {
  Expected expected;
  expected.name = option.argument;
  expected.words = words_for(option);
  expected.place = expected.words.empty() ? place_named(expected.name) : Place::words;
  return expected;
}

ExpectedArguments expected_arguments(const Command& command) {
  std::istringstream usage(command.usage);
  ExpectedArguments expected;
  std::string word;
  while (usage >> word && word == "[OPTIONS]") word.clear();
  expected.repeats = word.find("...") != std::string::npos;
  if (word.starts_with('[')) word.erase(0, 1);
  word.erase(std::min(word.find_first_of(".]"), word.size()));
  if (word.empty()) return expected;
  if (is_lower(word.front())) {
    expected.first = {Place::words, "NAME", words_of(word)};
  } else {
    expected.first.name = words_of(word).front();
    expected.first.place = place_named(expected.first.name);
  }
  return expected;
}

std::vector<std::string> spellings(const OptionSpec& option) {
  std::vector<std::string> all;
  if (option.letter != 0) all.push_back(std::string("-") + option.letter);
  all.push_back(std::string("--") + option.name);
  return all;
}

std::string joined(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
  return line;
}

}  // namespace pincite
