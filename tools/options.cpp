#include "tools/options.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <cassert>
#include <charconv>
#include <sstream>

#include "corpus/error.h"
#include "corpus/nearest_names.h"

namespace pincite {
namespace {

namespace po = boost::program_options;

constexpr const char* kPositional = "pincite-positional";

po::options_description description(std::span<const OptionSpec> options) {
  po::options_description table;
  for (const OptionSpec& option : options) {
    std::string names = option.name;
    if (option.letter != 0) names += std::string(",") + option.letter;
    if (option.argument == nullptr) {
      table.add_options()(names.c_str(), "");
    } else {
      table.add_options()(names.c_str(), po::value<std::vector<std::string>>(), "");
    }
  }
  table.add_options()(kPositional, po::value<std::vector<std::string>>(), "");
  return table;
}

[[noreturn]] void refuse_unknown(const std::string& command, std::span<const OptionSpec> options,
                                 const std::string& given) {
  std::vector<std::string> names;
  for (const OptionSpec& option : options) names.push_back(std::string("--") + option.name);
  const std::string nearest = nearest_word(given, names);
  std::string advice = nearest.empty() ? std::string() : "did you mean " + nearest + "? ";
  if (command == "search") {
    advice += "To search for a word that begins with -, quote the query and put -- before it";
  } else {
    advice += "`pincite " + command + " --help` lists its options";
  }
  throw Error(given, "there is no such option of `pincite " + command + "`", advice);
}

}  // namespace

std::vector<std::string> words_of(std::string_view list) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find('|', begin), list.size());
    words.emplace_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string help_of(const OptionSpec& option) {
  if (option.choices == nullptr) return option.help;
  const std::vector<std::string> words = words_of(option.choices);
  std::string help = words.front();
  for (std::size_t i = 1; i < words.size(); ++i) {
    help += (i + 1 < words.size() ? ", " : " or ") + words[i];
  }
  const std::string otherwise = *option.help != '\0' ? option.help : "default: " + words.front();
  return help + " (" + otherwise + ")";
}

std::string Arguments::value(const std::string& option, const std::string& otherwise) const {
  const auto found = values_.find(option);
  return found == values_.end() || found->second.empty() ? otherwise : found->second.back();
}

std::vector<std::string> Arguments::values(const std::string& option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

std::size_t Arguments::number(const std::string& option, std::size_t otherwise) const {
  if (!has(option)) return otherwise;
  const std::string text = value(option);
  std::size_t number = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (status != std::errc() || end != text.data() + text.size()) {
    throw Error("--" + option, "“" + text + "” is not a whole number of 0 or more");
  }
  return number;
}

std::string Arguments::choice(const std::string& option) const {
  const auto spec = std::ranges::find_if(options_, [&](const OptionSpec& one) {
    return one.name == option && one.choices != nullptr;
  });
  assert(spec != options_.end());
  const std::vector<std::string> words = words_of(spec->choices);
  const std::string word = value(option, words.front());
  if (std::find(words.begin(), words.end(), word) != words.end()) return word;
  std::string known;
  for (const std::string& one : words) known += (known.empty() ? "" : ", ") + one;
  throw Error("--" + option, "“" + word + "” is none of its values", "it takes one of: " + known);
}

Arguments parse_arguments(const std::string& command, std::span<const OptionSpec> options,
                          const std::vector<std::string>& words) {
  namespace style = po::command_line_style;
  const po::options_description table = description(options);
  po::positional_options_description positional;
  positional.add(kPositional, -1);
  Arguments arguments;
  arguments.options_ = options;
  try {
    const auto parsed = po::command_line_parser(words)
                            .options(table)
                            .positional(positional)
                            .style(style::unix_style & ~style::allow_guessing)
                            .run();
    for (const auto& option : parsed.options) {
      auto& list = option.string_key == kPositional ? arguments.positional_
                                                    : arguments.values_[option.string_key];
      list.insert(list.end(), option.value.begin(), option.value.end());
    }
  } catch (const po::unknown_option& error) {
    refuse_unknown(command, options, error.get_option_name());
  } catch (const po::error& error) {
    throw Error("pincite " + command, error.what(),
                "`pincite " + command + " --help` lists its options");
  }
  for (const OptionSpec& option : options) {
    const auto given = arguments.values_.find(option.name);
    if (given == arguments.values_.end() || option.repeats || option.argument == nullptr) continue;
    if (given->second.size() > 1) {
      throw Error(std::string("--") + option.name,
                  "it is given " + std::to_string(given->second.size()) + " times", "give it once");
    }
  }
  return arguments;
}

std::string options_help(std::span<const OptionSpec> options) {
  std::size_t width = 0;
  std::vector<std::string> heads;
  for (const OptionSpec& option : options) {
    std::string head = option.letter != 0 ? std::string("-") + option.letter + ", " : "    ";
    head += std::string("--") + option.name;
    if (option.argument != nullptr) head += std::string(" ") + option.argument;
    width = std::max(width, head.size());
    heads.push_back(std::move(head));
  }
  std::ostringstream help;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    help << "  " << heads[i] << std::string(width - heads[i].size() + 2, ' ') << help_of(options[i])
         << '\n';
  }
  return help.str();
}

std::string nearest_word(const std::string& word, const std::vector<std::string>& words) {
  std::string nearest;
  std::size_t least = word.size() / 2 + 1;
  for (const std::string& other : words) {
    const std::size_t distance = edit_distance(word, other);
    if (distance < least) {
      least = distance;
      nearest = other;
    }
  }
  return nearest;
}

}  // namespace pincite
