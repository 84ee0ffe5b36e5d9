#include "searcher/output/source_text.h"

#include "searcher/output/document_text.h"

namespace pincite {
namespace {

class Facts {
 public:
  void add(const std::string& fact, std::string_view prefix = {}) {
    if (fact.empty()) return;
    if (!line_.empty()) line_ += " · ";
    line_ += prefix;
    line_ += fact;
  }
  void add(const std::string& fact, SourceOrigin from) {
    if (from == SourceOrigin::document && !fact.empty()) {
      add("[" + fact + "]");
    } else {
      add(fact);
    }
  }
  const std::string& line() const { return line_; }

 private:
  std::string line_;
};

std::string in_words(const std::optional<Period>& period) {
  return period ? period->in_words() : std::string();
}

std::string list(const std::vector<std::string>& values) {
  std::string line;
  for (const std::string& value : values) line += (line.empty() ? "" : ", ") + value;
  return line;
}

/// The treaty is left out where the meeting's name or the form tells it.
bool tells_treaty(const CitedSource& source) {
  return !source.form.empty() || !source.meeting.empty();
}

}  // namespace

std::string source_facts(const CitedSource& source) {
  const Vocabulary& vocabulary = Vocabulary::built_in();
  Facts facts;
  facts.add(source.type.empty() ? "Source" : vocabulary.label(Table::types, source.type));
  facts.add(labels(Table::states, source.state), source.state_from);
  facts.add(labels(Table::states, source.on_behalf_of), "on behalf of ");
  facts.add(source.person);
  facts.add(source.office);
  facts.add(source.addressee, "to ");
  facts.add(source.title.empty() ? source.title : "“" + source.title + "”");
  facts.add(source.publisher);
  facts.add(labels(Table::meetings, source.meeting));
  if (!tells_treaty(source)) facts.add(labels(Table::treaties, source.treaty), source.treaty_from);
  facts.add(source.symbol);
  facts.add(list(source.form), "form ");
  facts.add(source.place);
  facts.add(in_words(source.date));
  facts.add(in_words(source.period), "on ");
  facts.add(source.page, "p. ");
  facts.add(source.url);
  facts.add(source.repeats, "as in note ");
  return facts.line();
}

InkedText source_line(const CitedSource& source) {
  InkedText line;
  append(line, "cites: " + source_facts(source), Ink::dim);
  if (!source.document.empty()) append(line, " → " + source.document, Ink::dim);
  return line;
}

}  // namespace pincite
