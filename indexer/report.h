// What an indexing run did, for people and for programs.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "index/reader.h"
#include "indexer/known_files.h"
#include "indexer/reading.h"
#include "indexer/recognised.h"

namespace pincite {

/// Warnings of one code and text, counted together.
struct WarningGroup {
  std::string code;
  std::string text;
  std::uint64_t count = 0;
  std::string first;  // where it was met first
};

class Report {
 public:
  std::uint64_t indexed = 0;  // new documents
  std::uint64_t unchanged = 0;
  std::uint64_t replaced = 0;
  std::uint64_t removed = 0;
  std::uint64_t taken_over = 0;      // of the new and replaced ones, made by a run that was killed
  bool abandoned = false;            // an interrupted rebuild: the old index stays
  bool interrupted = false;          // the run was ended before its time
  bool dry = false;                  // nothing was written
  std::vector<RenamedFile> renamed;  // their documents count as replaced
  std::vector<RecognisedDocument> recognised;  // new and changed ones of a dry run
  std::vector<std::filesystem::path> roots;    // files and folders that were looked at
  std::uint64_t bytes = 0;                     // of text read in the run
  double seconds = 0;
  IndexTotals totals;  // after the run
  std::string index;   // the folder

  /// Any thread may call these two.
  void skip(Skipped&& skipped);
  void warn(const Warning& warning);

  const std::vector<Skipped>& skipped() const { return skipped_; }
  const std::vector<WarningGroup>& warnings() const { return warnings_; }

 private:
  std::mutex mutex_;
  std::vector<Skipped> skipped_;
  std::vector<WarningGroup> warnings_;
  std::map<std::pair<std::string, std::string>, std::size_t> groups_;  // by code and text
};

/// Contract of `index --report json`, schema 1.
void write_report_json(std::ostream& out, const Report& report);

/// A summary on `out`; what was skipped and warned of on `err`, each with its place.
void write_report_text(std::ostream& out, std::ostream& err, const Report& report);

}  // namespace pincite
