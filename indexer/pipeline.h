// The way of a document through an indexing run:
//
//   files -> read -> (manifests' values; id; unchanged ones leave here) -> recognise and analyse,
//   in parallel -> write
//
// One thread reads, some recognise and analyse, one writes, in the order of reading, so that the
// index does not depend on who was faster.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "index/entry.h"
#include "indexer/identity.h"
#include "indexer/known_files.h"
#include "indexer/manifests.h"
#include "indexer/progress.h"
#include "indexer/reading.h"
#include "indexer/report.h"
#include "indexer/walk.h"
#include "indexer/writer.h"

namespace pincite {

struct PipelineOptions {
  std::size_t workers = 1;  // threads that recognise and analyse, at least 1
  std::function<bool()> interrupted = [] { return false; };  // asked by the reading thread
};

class Pipeline {
 public:
  /// REQUIRES: `manifests` are matched with the files of the run.
  Pipeline(IndexWriter& writer, const RememberedPaths& paths, Manifests& manifests,
           KnownFiles& known, Report& report, Progress& progress, const PipelineOptions& options);

  /// Reads and writes all the documents of these files but the unchanged ones. Where the run is
  /// interrupted, what was read by then is written, and the report says so. Throws what stopped the
  /// run.
  void run(const std::vector<FoundFile>& files);

  /// Ids of the documents that the files read in this run have.
  const std::unordered_map<std::string, std::string>& documents() const { return sources_; }

  /// Whether a file of this run that was not opened, since it is unchanged, has this document.
  bool is_in_unchanged_file(const std::string& id) const;

 private:
  struct Job {
    std::size_t sequence = 0;
    std::string id;
    EntrySource source;
    Reading reading;
  };
  struct Entry {
    std::size_t sequence = 0;
    std::string id;
    std::string file;
    std::optional<Xapian::Document> entry;  // nothing where the document was skipped
    WrittenWords written;
    std::vector<Warning> warnings;
    std::vector<Skipped> skipped;
  };
  class Threads;

  void read(const FoundFile& file, Threads& threads);
  void skip(Skipped&& skipped);
  std::optional<Job> admit(const FoundFile& file, Reading&& reading);
  std::string id_of(const FoundFile& file, const Reading& reading) const;
  std::optional<Xapian::Document> entry_before(const std::string& id) const;
  std::string source_before(const std::string& id) const;
  bool is_taken(const std::string& id, const Reading& reading);
  static Entry make(Job&& job);
  void write(Entry&& entry);

  IndexWriter& writer_;
  const RememberedPaths& paths_;
  Manifests& manifests_;
  KnownFiles& known_;
  Report& report_;
  Progress& progress_;
  std::function<bool()> interrupted_;
  std::size_t workers_;
  bool complete_ = true;  // whether all of the file that is being read was admitted
  std::size_t next_sequence_ = 0;
  std::unordered_map<std::string, std::string> sources_;  // by id, of the documents of this run
  std::unordered_set<std::string> unchanged_files_;
  std::vector<std::string> incomplete_;  // files with documents that could not be made
};

}  // namespace pincite
