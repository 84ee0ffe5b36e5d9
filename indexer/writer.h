// The one writer of an index: a transaction on the live generation, or a new generation built
// beside it. Nothing is seen by readers before commit().
//
// A new generation is committed in its staging folder now and then. Where the run is killed, the
// next one goes on from there: it takes over what it would make in the same way (has_kept, confirm)
// and removes the rest (settle), so that the index is as if it had been made in one go.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <unordered_set>
#include <xapian.h>

#include "index/directory.h"
#include "index/kept.h"
#include "index/lock.h"
#include "index/old_state.h"
#include "index/reader.h"
#include "index/word_forms.h"

namespace pincite {

class IndexWriter {
 public:
  enum class Mode {
    update,   // of the live generation; of a new one where there is none
    rebuild,  // always a new generation
  };
  enum class Purpose {
    write,
    try_out,  // commit() is never called, and nothing is left behind
  };

  /// Makes the folder, takes its lock and clears what interrupted runs left.
  /// Throws Error where another indexer holds it, or where the index is not of this version.
  IndexWriter(const std::filesystem::path& folder, Mode mode, Purpose purpose = Purpose::write);
  /// Without commit(), leaves the index as it was.
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  /// To be called before anything is written, with the bytes of the files that are to be read: an
  /// update that adds much is made on a copy of the live generation, so that its work can be kept.
  void expect(std::uint64_t bytes);

  /// The state the run started from, for look-ups; nothing where a new generation is begun.
  const std::optional<Xapian::Database>& before() const { return before_; }

  /// Value of metadata `key` as the run found it, in a rebuild that of the old generation.
  std::string metadata(const std::string& key) const;
  void set_metadata(const std::string& key, const std::string& value);

  /// Adds an entry, with the words that make_entry() told, in the place of the one with its id.
  /// Returns whether there was one. `note`: bytes that confirm() returns to a run that goes on from
  /// this one.
  bool replace(const std::string& id, const Xapian::Document& entry,
               const WrittenWords& written = {}, const std::string& note = {});

  /// Whether a killed run left the entry made from this content, read from this place. Any thread
  /// may ask. Where an entry of the same id was written meanwhile, it is gone nevertheless.
  bool has_kept(std::string_view content, std::string_view source) const {
    return kept_.has(content, source);
  }
  /// Takes over the entry that a killed run left; returns its note.
  std::string confirm(const std::string& id);
  /// Makes all that this run has neither written nor confirmed as it was before. To be called once
  /// all documents are written.
  void settle();

  /// Removes the documents of a file but those that `keep` wants, which is asked for each with its
  /// id_term(). Returns how many were removed.
  std::uint64_t remove_documents_of(
      const std::string& file, const std::function<bool(const std::string&)>& keep =
                                   [](const std::string&) { return false; });

  /// Whether a file has documents but those of these id_term()s.
  bool has_other_documents_of(const std::string& file,
                              const std::unordered_set<std::string>& terms) const;

  /// Makes everything since the start visible at once. Nothing is written where nothing changed.
  void commit();

  /// Leaves a new generation to the next run, which goes on from it. The index stays as it was.
  void leave();

  /// Totals of the index as the run found it, of none where there was none.
  IndexTotals totals_before() const { return old_.totals; }
  /// Totals as they are with all that was written.
  const IndexTotals& totals() const { return totals_; }

 private:
  void begin_new();
  void begin_copy(const std::string& live);
  bool go_on();
  void open_staged(int flags);
  void keep_work();
  void commit_transaction();
  void publish();
  void cancel();
  void settle_entry(Xapian::docid entry);
  void remove_entry(Xapian::docid entry);
  void count(const Xapian::Document& entry, std::int64_t sign);

  IndexDirectory directory_;
  IndexLock lock_;
  Purpose purpose_;
  std::string staged_;  // the generation that is being made; empty in an update
  std::string base_;    // what it began as, as mark_kept() takes it
  OldState old_;        // in a rebuild; of an update the totals only
  std::optional<Xapian::Database> before_;
  Xapian::WritableDatabase database_;
  WordFormsWriter word_forms_;
  IndexTotals totals_;
  KeptWork kept_;
  bool goes_on_ = false;                   // from what a killed run left
  std::unordered_set<std::string> known_;  // where it goes on: id_term() of what is in this run
  std::uint64_t unkept_ = 0;               // bytes of text since work was kept
  bool documents_changed_ = false;
  bool metadata_changed_ = false;
  bool in_transaction_ = false;
  bool committed_ = false;
  bool leave_staged_ = false;
};

}  // namespace pincite
