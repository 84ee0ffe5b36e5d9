// The way of a document through an indexing run:
//
//   files -> read -> (manifests' values; id; unchanged ones leave here) -> recognise and analyse,
//   in parallel -> write
//
// One thread reads, some recognise and analyse, one writes, in the order of reading, so that the
// index does not depend on who was faster. What is between reading and writing is bounded by the
// size of its text, however slow one document is.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <unordered_set>
#include <vector>

#include "index/entry.h"
#include "indexer/id_claims.h"
#include "indexer/identity.h"
#include "indexer/known_files.h"
#include "indexer/manifests.h"
#include "indexer/progress.h"
#include "indexer/reading.h"
#include "indexer/recognised.h"
#include "indexer/report.h"
#include "indexer/walk.h"
#include "indexer/writer.h"

namespace pincite {

struct PipelineOptions {
  std::size_t workers = 1;  // threads that recognise and analyse, at least 1
  std::function<bool()> interrupted = [] { return false; };  // asked by the reading thread
  /// Called, if it is set, for each document that is new or changed, in the order of reading.
  std::function<void(RecognisedDocument&&)> recognised = {};
};

class Pipeline {
 public:
  /// `files`: of the run, each once. REQUIRES: `manifests` are matched with them.
  Pipeline(const std::vector<FoundFile>& files, IndexWriter& writer, const RememberedPaths& paths,
           Manifests& manifests, KnownFiles& known, Report& report, Progress& progress,
           const PipelineOptions& options);

  /// Reads and writes all the documents of these files but the unchanged ones. Where the run is
  /// interrupted, what was read by then is written, and the report says so. Throws what stopped the
  /// run.
  void run();

  /// Ids of the documents that the files read in this run have.
  std::vector<std::string> ids() const { return claims_.ids(); }

  /// Whether a file of this run that was not opened, since it is unchanged, has this document.
  bool is_in_unchanged_file(const std::string& id) const;

 private:
  struct Job {
    std::size_t sequence = 0;
    std::string id;
    EntrySource source;
    Reading reading;
    std::size_t weight = 0;                    // bytes of text
    std::uint64_t Report::*counter = nullptr;  // nothing where the document was counted before
    bool kept = false;                         // its entry is there; a killed run made it
  };
  struct Entry {
    std::size_t sequence = 0;
    std::string id;
    std::string file;
    std::optional<Xapian::Document> entry;  // nothing where the document was skipped
    WrittenWords written;
    std::optional<RecognisedDocument> recognised;  // where that is asked for
    std::vector<Warning> warnings;
    std::vector<Skipped> skipped;
    std::size_t weight = 0;
    std::uint64_t Report::*counter = nullptr;
    bool kept = false;
  };
  class Threads;

  void read(const FoundFile& file, Threads& threads);
  void skip(Skipped&& skipped);
  std::optional<Job> admit(const FoundFile& file, Reading&& reading);
  bool is_granted(const std::string& id, const IdClaim& document);
  void settle_claims(Threads& threads);
  std::string id_of(const FoundFile& file, const Reading& reading) const;
  std::optional<Xapian::Document> entry_before(const std::string& id) const;
  std::string source_before(const std::string& id) const;
  static Entry make(Job&& job, bool tells_recognised);
  void write(Entry&& entry);

  const std::vector<FoundFile>& files_;
  IndexWriter& writer_;
  const RememberedPaths& paths_;
  Manifests& manifests_;
  KnownFiles& known_;
  Report& report_;
  Progress& progress_;
  std::function<bool()> interrupted_;
  std::function<void(RecognisedDocument&&)> recognised_;
  std::size_t workers_;
  bool complete_ = true;  // whether all of the file that is being read was admitted
  std::size_t next_sequence_ = 0;
  IdClaims claims_;
  std::unordered_set<std::string> unchanged_files_;
  std::vector<std::string> incomplete_;  // files with documents that could not be made
};

}  // namespace pincite
