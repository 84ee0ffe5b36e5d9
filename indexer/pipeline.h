// The way of a document through an indexing run:
//
//   files -> read -> (id; unchanged ones leave here) -> recognise and analyse, in parallel -> write
//
// One thread reads, some recognise and analyse, one writes, in the order of reading, so that the
// index does not depend on who was faster.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <unordered_map>
#include <vector>

#include "indexer/identity.h"
#include "indexer/reading.h"
#include "indexer/report.h"
#include "indexer/walk.h"
#include "indexer/writer.h"

namespace pincite {

class Pipeline {
 public:
  /// `workers`: threads that recognise and analyse, at least 1.
  Pipeline(IndexWriter& writer, const RememberedPaths& paths, Report& report, std::size_t workers);

  /// Reads and writes all the documents of these files. Throws what stopped the run.
  void run(const std::vector<FoundFile>& files);

 private:
  struct Job {
    std::size_t sequence = 0;
    std::string id;
    std::string content;  // see Slot::content
    Reading reading;
  };
  struct Entry {
    std::size_t sequence = 0;
    std::string id;
    std::optional<Xapian::Document> entry;  // nothing where the document was skipped
    std::vector<Warning> warnings;
    std::vector<Skipped> skipped;
  };
  class Threads;

  void read(const FoundFile& file, Threads& threads);
  std::optional<Job> admit(const FoundFile& file, Reading&& reading);
  bool is_taken(const std::string& id, const Reading& reading);
  static Entry make(Job&& job);
  void write(Entry&& entry);

  IndexWriter& writer_;
  const RememberedPaths& paths_;
  Report& report_;
  std::size_t workers_;
  std::size_t next_sequence_ = 0;
  std::unordered_map<std::string, std::string> sources_;  // by id, of the documents of this run
};

}  // namespace pincite
