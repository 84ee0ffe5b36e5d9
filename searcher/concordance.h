// A concordance: every occurrence of what was looked for, in reading order, each with what stands
// around it; and how many there are by state and by year.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "searcher/answer.h"

namespace pincite {

struct ConcordanceLine {
  std::uint32_t passage = 0;  // index into the document's passages
  Range match;                // bytes of the passage's text
  std::string citation;       // names the notes that cover this occurrence, not the whole passage's
};

/// Calls `each` for every highlight of the hit, in the order of the document's text.
/// REQUIRES: as write_text() of output/output.h.
void for_each_line(const DocumentHit& hit, const std::function<void(const ConcordanceLine&)>& each);

struct OccurrenceCount {
  std::optional<std::string> value;  // nothing: documents without one
  std::string label;
  std::uint64_t occurrences = 0;
  std::uint32_t documents = 0;
};

/// Documents of several states or years count in each.
class ConcordanceCounts {
 public:
  void add(const Document& document, std::uint64_t occurrences);

  std::uint64_t occurrences() const { return all_.occurrences; }
  std::uint32_t documents() const { return all_.documents; }  // with an occurrence
  /// By occurrences, then value; last, among equals, those without one.
  std::vector<OccurrenceCount> by_state() const;
  /// In the order of the years, those without one last.
  std::vector<OccurrenceCount> by_year() const;

 private:
  struct Count {
    std::uint64_t occurrences = 0;
    std::uint32_t documents = 0;
  };
  using Counts = std::map<std::string, Count>;  // by value; empty: without one

  static void add(Counts& counts, const char* field, const Metadata& metadata,
                  std::uint64_t occurrences);
  static std::vector<OccurrenceCount> listed(const Counts& counts, const char* field);

  Count all_;
  Counts states_;
  Counts years_;
};

}  // namespace pincite
