#include "tests/indexer/sources/key.h"

#include <fstream>
#include <map>
#include <stdexcept>

#include "corpus/text.h"
#include "indexer/recognise/sources/cited_sources.h"

namespace pincite {
namespace {

using Fields = std::map<std::string, std::string>;

std::string joined(const std::vector<std::string>& values) {
  std::string line;
  for (const std::string& value : values) line += (line.empty() ? "" : ", ") + value;
  return line;
}

std::string marked(const std::vector<std::string>& values, SourceOrigin from) {
  const std::string line = joined(values);
  return from == SourceOrigin::document ? "[" + line + "]" : line;
}

Fields fields_of(const CitedSource& source, std::string_view note) {
  Fields fields = {
      {"type", source.type},
      {"state", marked(source.state, source.state_from)},
      {"on_behalf_of", joined(source.on_behalf_of)},
      {"date", source.date ? source.date->iso() : std::string()},
      {"period", source.period ? source.period->iso() : std::string()},
      {"person", source.person},
      {"office", source.office},
      {"addressee", source.addressee},
      {"title", source.title},
      {"publisher", source.publisher},
      {"meeting", joined(source.meeting)},
      {"treaty", marked(source.treaty, source.treaty_from)},
      {"place", source.place},
      {"form", joined(source.form)},
      {"page", source.page},
      {"symbol", source.symbol},
      {"url", source.url},
      {"repeats", source.repeats},
      {"text", std::string(source_text(note, source))},
  };
  std::erase_if(fields, [](const auto& field) { return field.second.empty(); });
  return fields;
}

Fields parse_fields(std::string_view line) {
  Fields fields;
  while (!line.empty()) {
    const std::size_t bar = std::min(line.find(" | "), line.size());
    const std::string_view field = line.substr(0, bar);
    const std::size_t equal = field.find('=');
    if (equal == std::string_view::npos)
      throw std::runtime_error("no field: " + std::string(field));
    fields[std::string(trim(field.substr(0, equal)))] = trim(field.substr(equal + 1));
    line.remove_prefix(std::min(bar + 3, line.size()));
  }
  return fields;
}

PageContext parse_page(std::string_view line) {
  PageContext page;
  while (!line.empty()) {
    const std::size_t space = std::min(line.find(' '), line.size());
    const std::string_view field = line.substr(0, space);
    const std::size_t equal = field.find('=');
    const std::string name(field.substr(0, equal));
    const std::string value(field.substr(equal + 1));
    if (name == "state") page.state = {value};
    if (name == "treaty") page.treaty = {value};
    if (name == "type") page.type = value;
    line.remove_prefix(std::min(space + 1, line.size()));
  }
  return page;
}

PageContext grenada() { return {{"GRD"}, {"MBT"}, "country_profile", {}}; }

class Scorer {
 public:
  void compare(const std::string& note, const std::vector<CitedSource>& got,
               const std::vector<Fields>& expected) {
    const int before = score_.wrong + score_.missing + score_.invented;
    std::string faults;
    for (std::size_t i = 0; i < std::max(got.size(), expected.size()); ++i) {
      const Fields have = i < got.size() ? fields_of(got[i], note) : Fields();
      const Fields want = i < expected.size() ? expected[i] : Fields();
      for (const auto& [name, value] : want) {
        const auto found = have.find(name);
        if (found == have.end()) {
          ++score_.missing;
          faults += "    missing " + name + "=" + value + "\n";
        } else if (found->second != value) {
          ++score_.wrong;
          faults += "    wrong " + name + "=" + found->second + ", not " + value + "\n";
        } else {
          ++score_.right;
        }
      }
      for (const auto& [name, value] : have) {
        if (name == "text" || want.contains(name)) continue;
        ++score_.invented;
        faults += "    invented " + name + "=" + value + "\n";
      }
    }
    ++score_.notes;
    if (score_.wrong + score_.missing + score_.invented > before) {
      score_.faults += "  " + note + "\n" + faults;
    }
  }
  Score take() && { return std::move(score_); }

 private:
  Score score_;
};

struct KeyNote {
  std::string label;
  std::string text;
  std::vector<Fields> sources;
};

}  // namespace

Score score_key(const std::string& file) {
  std::ifstream in(std::string(PINCITE_SOURCE_DIR) + "/tests/indexer/sources/" + file);
  Scorer scorer;
  std::vector<KeyNote> notes;
  PageContext page = grenada();
  const auto end_block = [&] {
    SourceReader reader(page, Vocabulary::built_in());
    for (const KeyNote& note : notes) {
      scorer.compare(note.text, reader.read(note.label, note.text), note.sources);
    }
    notes.clear();
    page = grenada();
  };
  for (std::string line; std::getline(in, line);) {
    const std::string_view text = line;
    if (line.empty()) {
      end_block();
    } else if (text.starts_with("page ")) {
      page = parse_page(text.substr(5));
    } else if (text.starts_with("note ")) {
      const std::size_t space = text.find(' ', 5);
      notes.push_back({line.substr(5, space - 5), line.substr(space + 1), {}});
    } else if (text.starts_with("source ")) {
      notes.back().sources.push_back(parse_fields(text.substr(7)));
    } else if (!text.starts_with("#")) {
      throw std::runtime_error("not a line of a key: " + line);
    }
  }
  end_block();
  return std::move(scorer).take();
}

}  // namespace pincite
