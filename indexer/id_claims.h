// Which of several documents that want one id is indexed.
//
// One whose id is given comes before one whose id is derived from its place. Of two that are given,
// the one that is read later in a run has it; one that was not in the run's paths gives way. Of two
// that are derived, the one that has it keeps it. What becomes of an id is the same whichever of
// the files were changed since the last run: a document waits while the one that has its id is
// still to be read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/identity.h"
#include "indexer/known_files.h"
#include "indexer/reading.h"
#include "indexer/walk.h"

namespace pincite {

/// A document that wants an id.
struct IdClaim {
  std::string file;        // absolute
  std::uint32_t line = 0;  // of a record, from 1
  bool given = false;      // the id is given, not derived
};

/// One thread at a time.
class IdClaims {
 public:
  enum class Answer : std::uint8_t {
    granted,
    lost,   // to one that has it rightly; warned of
    taken,  // likewise, where the id is derived: the document is to be skipped
    waits,  // it is decided by settle()
  };

  /// `files`: of the run, in the order in which they are read; none may stand there twice.
  /// `source_before`: where the index has the document of an id from; empty where it has none.
  IdClaims(const std::vector<FoundFile>& files, const RememberedPaths& paths, KnownFiles& known,
           std::function<std::string(const std::string&)> source_before,
           std::function<void(Warning&&)> warn);

  Answer claim(const std::string& id, const IdClaim& document);

  /// To be called when all files are read. Those that waited in vain are told of (`lost`, and
  /// `taken` by calling `skip`); returns the files of the others, which are to be read again. After
  /// that no document waits.
  std::vector<std::string> settle(
      const std::function<void(const IdClaim&, const std::string& id)>& skip);
  /// Files of the documents that wait.
  std::vector<std::string> waiting_files() const;
  /// Whether this document waited and was not told of.
  bool is_due(const std::string& id, const IdClaim& document) const;

  /// Whether a document of this run has the id.
  bool is_granted(const std::string& id) const { return holders_.contains(id); }
  /// Why a document of this id is not indexed.
  std::string reason(const std::string& id) const;
  /// Ids of the documents of the run.
  std::vector<std::string> ids() const;
  /// Files with documents that lost their id: they are read in every run.
  const std::set<std::string>& losers() const { return losers_; }

 private:
  struct Place {
    std::string file;
    std::uint32_t line = 0;
  };

  Answer claim_from(const Place& holder, const std::string& id, const IdClaim& document);
  void grant(const std::string& id, const IdClaim& document) { holders_[id] = document; }
  void lose(const std::string& id, const std::string& loser_file, const std::string& loser,
            const std::string& winner);
  Place place_of(const std::string& source) const;
  bool is_given(const std::string& id, const Place& holder) const;
  bool is_behind(const Place& holder, const IdClaim& document) const;

  std::unordered_map<std::string, std::size_t> order_;  // of the files
  const RememberedPaths& paths_;
  KnownFiles& known_;
  std::function<std::string(const std::string&)> source_before_;
  std::function<void(Warning&&)> warn_;
  std::unordered_map<std::string, IdClaim> holders_;     // in this run, by id
  std::map<std::string, std::vector<IdClaim>> waiting_;  // by id
  std::set<std::string> losers_;
  bool settled_ = false;
};

/// PATH, or PATH#LINE for a record.
std::string source_of(const std::string& file, std::uint32_t line);

}  // namespace pincite
