#include "searcher/status_command.h"

#include <map>
#include <nlohmann/json.hpp>
#include <ostream>

#include "corpus/text.h"
#include "corpus/vocabulary.h"
#include "index/directory.h"
#include "index/reader.h"
#include "index/schema.h"
#include "index/skipped.h"

namespace pincite {
namespace {

using Json = nlohmann::ordered_json;

struct Status {
  std::string index;
  std::string revision;
  IndexTotals totals;
  std::uint64_t terms = 0;
  std::map<std::string, std::uint64_t> languages;
  std::map<std::pair<std::string, std::string>, std::uint64_t> coverage;  // by state and year
  std::vector<Skipped> skipped;
};

void add_coverage(const Xapian::Database& database, Status& status) {
  const Xapian::valueno years = number(Slot::year);
  for (auto i = database.valuestream_begin(years); i != database.valuestream_end(years); ++i) {
    const Xapian::Document entry = database.get_document(i.get_docid());
    for (const std::string& state : split_values(entry.get_value(number(Slot::state)))) {
      for (const std::string& year : split_values(*i)) ++status.coverage[{state, year}];
    }
  }
}

Status status_of(const IndexReader& index) {
  Status status;
  const Xapian::Database& database = index.database();
  status.index = index.folder().string();
  status.revision = index.revision();
  status.totals = index.totals();
  for (auto i = database.allterms_begin(); i != database.allterms_end(); ++i) ++status.terms;
  const Xapian::valueno slot = number(Slot::language);
  for (auto i = database.valuestream_begin(slot); i != database.valuestream_end(slot); ++i) {
    ++status.languages[*i];
  }
  add_coverage(database, status);
  status.skipped = read_skipped(database.get_metadata(metadata_key::kSkipped));
  return status;
}

void write_json(std::ostream& out, const Status& status) {
  Json coverage = Json::array();
  for (const auto& [place, count] : status.coverage) {
    coverage.push_back(
        {{"state", place.first}, {"year", std::stoi(place.second)}, {"count", count}});
  }
  Json skipped = Json::array();
  for (const Skipped& file : status.skipped) {
    skipped.push_back({{"path", file.path},
                       {"line", file.line == 0 ? Json(nullptr) : Json(file.line)},
                       {"reason", file.reason}});
  }
  const Json json = {{"schema", 1},
                     {"index", status.index},
                     {"revision", status.revision},
                     {"documents", status.totals.documents},
                     {"passages", status.totals.passages},
                     {"notes", status.totals.notes},
                     {"terms", status.terms},
                     {"bytes", status.totals.bytes},
                     {"languages", Json(status.languages)},
                     {"coverage", coverage},
                     {"skipped", skipped}};
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

/// A line a state. A document that spans years counts in each.
void write_states(std::ostream& out, const Status& status) {
  std::string last;
  for (const auto& [place, count] : status.coverage) {
    const auto& [state, year] = place;
    if (state != last) {
      out << (last.empty() ? "  " : "\n  ")
          << visible(Vocabulary::built_in().label(Table::states, state));
    }
    last = state;
    out << ' ' << year << ':' << count;
  }
  if (!last.empty()) out << '\n';
}

void write_text(std::ostream& out, const Status& status) {
  out << visible(status.index) << ", revision " << status.revision << '\n'
      << status.totals.documents << " documents, " << status.totals.passages << " passages, "
      << status.totals.notes << " notes, " << status.terms << " terms, " << status.totals.bytes
      << " bytes of text\n";
  out << "languages:";
  for (const auto& [language, count] : status.languages)
    out << ' ' << visible(language) << ' ' << count;
  out << "\ndocuments by state and year:\n";
  write_states(out, status);
  if (!status.skipped.empty()) out << "not in the index:\n";
  for (const Skipped& file : status.skipped) {
    out << "  " << visible(file.path);
    if (file.line != 0) out << ':' << file.line;
    out << ": " << visible(file.reason) << '\n';
  }
}

}  // namespace

int status_command(const StatusCommand& command, std::ostream& out) {
  Status status;
  with_index(command.index, [&](const IndexReader& index) { status = status_of(index); });
  if (command.format == OutputFormat::json) {
    write_json(out, status);
  } else {
    write_text(out, status);
  }
  return 0;
}

}  // namespace pincite
