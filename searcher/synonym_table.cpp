// Writes the source that holds the names which stand for each other; see synonyms.h.
//
//   pincite_synonym_table synonym_text.cpp
#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <vector>

#include "corpus/name_index.h"
#include "corpus/vocabulary.h"
#include "corpus/vocabulary_table.h"

namespace {

using namespace pincite;

/// Names of something that are far more often words for something else.
bool is_ordinary(const std::string& key) {
  static const std::set<std::string_view> kWords = {
      "ban treaty", "bur",  "car",  "gene",  "grenade", "indi",
      "island",     "laws", "male", "opt",   "pole",    "sane",
      "shine",      "sire", "toga", "tunes", "us",      "weapons convention"};
  return kWords.contains(key);
}

class Groups {
 public:
  /// Names of one thing; repetitions but for case, accents and punctuation are left out.
  void add(const std::vector<std::string>& names) {
    std::string line;
    std::set<std::string> keys;
    for (const std::string& name : names) {
      const std::string key = lookup_key(name);
      if (key.empty() || is_ordinary(key) || !keys.insert(key).second) continue;
      line += (line.empty() ? "" : "\t") + name;
    }
    if (keys.size() < 2) return;
    for (const std::string& key : keys) groups_of_[key].push_back(text_.size());
    text_ += line + "\n";
  }

  std::string keys() const {
    std::string lines;
    for (const auto& [key, groups] : groups_of_) {
      lines += key;
      for (const std::size_t group : groups) lines += "\t" + std::to_string(group);
      lines += "\n";
    }
    return lines;
  }
  const std::string& text() const { return text_; }

 private:
  std::map<std::string, std::vector<std::size_t>> groups_of_;
  std::string text_;
};

void append(std::vector<std::string>& to, const std::vector<std::string>& names) {
  to.insert(to.end(), names.begin(), names.end());
}

/// The names of a country in the six UN languages, then in all others.
std::vector<std::string> icu_names(const std::string& iso2) {
  std::int32_t count = 0;
  const icu::Locale* all = icu::Locale::getAvailableLocales(count);
  std::vector<icu::Locale> locales = {"en", "fr", "es", "ru", "zh", "ar"};
  locales.insert(locales.end(), all, all + count);
  std::vector<std::string> names;
  std::set<std::string> seen;
  static std::map<std::string, std::unique_ptr<icu::LocaleDisplayNames>> displays;
  for (const icu::Locale& locale : locales) {
    auto& display = displays[locale.getName()];
    if (!display) {
      std::array<UDisplayContext, 1> contexts{UDISPCTX_NO_SUBSTITUTE};
      display.reset(icu::LocaleDisplayNames::createInstance(locale, contexts.data(), 1));
    }
    icu::UnicodeString name;
    display->regionDisplayName(iso2.c_str(), name);
    if (name.isBogus() || name.isEmpty()) continue;
    std::string text;
    name.toUTF8String(text);
    // so short a name is more often a word
    if (lookup_key(text).size() > 3 && seen.insert(text).second) names.push_back(text);
  }
  return names;
}

bool is_upper_case(const std::string& code) {
  return std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

void add_states(Groups& groups) {
  for (const Entry& state : Vocabulary::built_in().entries(Table::states)) {
    std::vector<std::string> names = state.names;
    for (const std::string& code : state.codes) {
      if (is_upper_case(code)) names.push_back(code);
    }
    const auto iso2 = state.more.find("iso2");
    const auto kind = state.more.find("kind");
    const bool historic = kind != state.more.end() && kind->second.starts_with("historic");
    if (iso2 != state.more.end() && !historic) append(names, icu_names(iso2->second));
    groups.add(names);
  }
}

/// The label of a meeting is made of its name and its treaty's, as nobody writes it.
void add_meetings(Groups& groups) {
  for (const Entry& meeting : Vocabulary::built_in().entries(Table::meetings)) {
    std::vector<std::string> names(meeting.names.begin() + 1, meeting.names.end());
    append(names, meeting.codes);
    groups.add(names);
  }
}

void add_entries(Groups& groups, std::span<const Entry> entries, bool with_ids) {
  for (const Entry& entry : entries) {
    std::vector<std::string> names = entry.names;
    append(names, entry.codes);
    if (with_ids) names.push_back(entry.id);
    groups.add(names);
  }
}

/// As string literals of one line each.
void write(std::ofstream& out, const char* name, const std::string& text) {
  out << "constexpr char " << name << "[] =\n    \"";
  for (const char c : text) {
    if (c == '\n') {
      out << "\\n\"\n    \"";
    } else if (c == '\t') {
      out << "\\t";
    } else if (c == '"' || c == '\\' || static_cast<unsigned char>(c) >= 128) {
      const auto byte = static_cast<unsigned char>(c);
      out << '\\' << byte / 64 << byte / 8 % 8 << byte % 8;
    } else {
      out << c;
    }
  }
  out << "\";\n";
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: pincite_synonym_table OUTPUT\n";
    return 2;
  }
  Groups groups;
  const Vocabulary& vocabulary = Vocabulary::built_in();
  const VocabularyTable field("synonyms", vocabulary_text("synonyms"));
  add_entries(groups, field.entries(), false);
  add_entries(groups, vocabulary.entries(Table::treaties), true);
  add_meetings(groups);
  add_entries(groups, vocabulary.entries(Table::resolutions), true);
  add_states(groups);
  std::ofstream out(arguments[1]);
  out << "// Made by searcher/synonym_table.cpp.\n#include \"searcher/synonyms.h\"\n\n"
         "namespace pincite {\nnamespace {\n\n";
  write(out, "kKeys", groups.keys());
  write(out, "kGroups", groups.text());
  out << "\n}  // namespace\n\nSynonymText synonym_text() {\n"
         "  return {{kKeys, sizeof kKeys - 1}, {kGroups, sizeof kGroups - 1}};\n}\n\n"
         "}  // namespace pincite\n";
  return out.flush() ? 0 : 1;
}
