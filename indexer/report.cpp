#include "indexer/report.h"

#include <iomanip>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "corpus/text.h"

namespace pincite {
namespace {

using Json = nlohmann::ordered_json;

std::string plural(std::uint64_t count, const std::string& word) {
  return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
}

std::string place(const Skipped& skipped) {
  return skipped.line == 0 ? skipped.path : skipped.path + ":" + std::to_string(skipped.line);
}

std::string one_decimal(double value) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(1) << value;
  return text.str();
}

/// Of each new or changed document of a dry run, what it would be filed under.
Json recognised_json(const Report& report) {
  Json documents = Json::array();
  for (const RecognisedDocument& document : report.recognised) {
    Json values = Json::object();
    for (const auto& [field, value] : recognised_fields(document.metadata)) {
      const auto read = document.metadata.provenance.find(field);
      values[field]["value"] = value;
      if (read == document.metadata.provenance.end()) continue;
      values[field]["from"] = to_string(read->second.from);
      values[field]["where"] = read->second.where;
    }
    documents.push_back({{"id", document.id}, {"source", document.source}, {"metadata", values}});
  }
  return documents;
}

}  // namespace

void Report::skip(Skipped&& skipped) {
  const std::lock_guard lock(mutex_);
  skipped_.push_back(std::move(skipped));
}

void Report::warn(const Warning& warning) {
  const std::lock_guard lock(mutex_);
  const auto [group, is_new] = groups_.try_emplace({warning.code, warning.text}, warnings_.size());
  if (is_new) {
    warnings_.push_back({warning.code, warning.text, 1, warning.where});
  } else {
    ++warnings_[group->second].count;
  }
}

void write_report_json(std::ostream& out, const Report& report) {
  Json skipped = Json::array();
  for (const Skipped& file : report.skipped()) {
    skipped.push_back({{"path", file.path},
                       {"line", file.line == 0 ? Json(nullptr) : Json(file.line)},
                       {"reason", file.reason}});
  }
  Json warnings = Json::array();
  for (const WarningGroup& group : report.warnings()) {
    warnings.push_back({{"code", group.code},
                        {"text", group.text},
                        {"count", group.count},
                        {"first", group.first}});
  }
  Json renamed = Json::array();
  for (const RenamedFile& move : report.renamed) {
    renamed.push_back({{"from", move.from}, {"to", move.to}});
  }
  const Json json = {{"schema", 1},
                     {"indexed", report.indexed},
                     {"unchanged", report.unchanged},
                     {"replaced", report.replaced},
                     {"removed", report.removed},
                     {"skipped", skipped},
                     {"renamed", renamed},
                     {"taken_over", report.taken_over},
                     {"interrupted", report.interrupted},
                     {"dry_run", report.dry},
                     {"recognised", recognised_json(report)},
                     {"warnings", warnings},
                     {"documents", report.totals.documents},
                     {"passages", report.totals.passages},
                     {"notes", report.totals.notes},
                     {"bytes", report.bytes},
                     {"seconds", report.seconds}};
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

void write_report_text(std::ostream& out, std::ostream& err, const Report& report) {
  for (const Skipped& file : report.skipped()) {
    err << "pincite: " << visible(place(file)) << ": skipped: " << visible(file.reason) << '\n';
  }
  for (const WarningGroup& group : report.warnings()) {
    err << "pincite: " << visible(group.first) << ": " << visible(group.text);
    if (group.count > 1) err << " (" << group.count << " times; this is the first)";
    err << '\n';
  }
  for (const RenamedFile& move : report.renamed) {
    out << visible(move.from) << " is now " << visible(move.to) << '\n';
  }
  write_recognised(out, report.recognised);
  if (report.dry) out << "A dry run; nothing was written. It would be:\n";
  if (report.abandoned) {
    out << "Interrupted; the index is as it was before the rebuild. The next rebuild goes on from "
           "what was done.\n";
    return;
  }
  if (report.taken_over > 0) {
    out << plural(report.taken_over, "document") << " taken over from a run that was broken off\n";
  }
  if (report.interrupted) out << "Interrupted; what was complete is in the index.\n";
  out << plural(report.indexed, "document") << " indexed, " << report.unchanged << " unchanged, "
      << report.replaced << " replaced, " << report.removed << " removed, "
      << report.skipped().size() << " skipped in " << one_decimal(report.seconds) << " s\n"
      << visible(report.index) << " holds " << plural(report.totals.documents, "document") << ", "
      << plural(report.totals.passages, "passage") << ", " << plural(report.totals.notes, "note")
      << '\n';
}

}  // namespace pincite
