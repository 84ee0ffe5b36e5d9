#include "searcher/vocabulary_command.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include "corpus/text.h"

namespace pincite {
namespace {

using Json = nlohmann::ordered_json;

std::vector<const Entry*> chosen(const VocabularyCommand& command) {
  const Vocabulary& vocabulary = Vocabulary::built_in();
  std::vector<const Entry*> entries;
  if (command.word.empty()) {
    for (const Entry& entry : vocabulary.entries(command.table)) entries.push_back(&entry);
  }
  for (const std::string& id : vocabulary.resolve(command.table, command.word)) {
    entries.push_back(vocabulary.find(command.table, id));
  }
  return entries;
}

Json json_of(const Entry& entry) {
  Json json = {{"id", entry.id},
               {"label", entry.label},
               {"names", entry.names},
               {"codes", entry.codes},
               {"demonyms", entry.demonyms}};
  json["parent"] = entry.parent.empty() ? Json(nullptr) : Json(entry.parent);
  json["period"] = entry.period ? Json(entry.period->iso()) : Json(nullptr);
  for (const auto& [column, value] : entry.more) json[column] = value;
  return json;
}

void tell_nothing(std::ostream& err, const VocabularyCommand& command) {
  err << "pincite: " << visible(command.word) << ": names nothing in " << to_string(command.table)
      << '\n';
  const auto near = Vocabulary::built_in().nearest(command.table, command.word);
  for (std::size_t i = 0; i < near.size(); ++i) {
    err << (i == 0 ? "  did you mean: " : ", ") << near[i];
  }
  if (!near.empty()) err << "?\n";
}

void write_text(std::ostream& out, const Entry& entry) {
  out << entry.id << "  " << entry.label;
  std::string others;
  for (const auto* names : {&entry.codes, &entry.names}) {
    for (const std::string& name : *names) {
      if (name == entry.label || name == entry.id) continue;
      others += (others.empty() ? "" : "; ") + name;
    }
  }
  if (!others.empty()) out << "  (" << others << ")";
  out << '\n';
}

}  // namespace

int vocabulary_command(const VocabularyCommand& command, std::ostream& out, std::ostream& err) {
  const std::vector<const Entry*> entries = chosen(command);
  if (command.format == OutputFormat::json) {
    Json list = Json::array();
    for (const Entry* entry : entries) list.push_back(json_of(*entry));
    out << Json{{"schema", 1}, {"entries", list}}.dump(2) << '\n';
  } else {
    for (const Entry* entry : entries) write_text(out, *entry);
  }
  if (entries.empty()) tell_nothing(err, command);
  return entries.empty() ? 1 : 0;
}

}  // namespace pincite
