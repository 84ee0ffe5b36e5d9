// The one writer of an index: a transaction on the live generation, or a new generation built
// beside it. Nothing is seen by readers before commit().
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <xapian.h>

#include "index/directory.h"
#include "index/lock.h"
#include "index/reader.h"
#include "index/word_forms.h"

namespace pincite {

class IndexWriter {
 public:
  enum class Mode {
    update,   // of the live generation; of a new one where there is none
    rebuild,  // always a new generation
  };

  /// Makes the folder, takes its lock and clears what interrupted runs left.
  /// Throws Error where another indexer holds it, or where the index is not of this version.
  IndexWriter(const std::filesystem::path& folder, Mode mode);
  /// Without commit(), leaves the index as it was.
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  /// The state the run started from, for look-ups; nothing where a new generation is made.
  const std::optional<Xapian::Database>& before() const { return before_; }

  /// Value of metadata `key` as the run found it, in a rebuild that of the old generation.
  std::string metadata(const std::string& key) const;
  void set_metadata(const std::string& key, const std::string& value);

  /// Adds an entry, with the words that make_entry() told, in the place of the one with its id.
  /// Returns whether there was one.
  bool replace(const std::string& id, const Xapian::Document& entry,
               const WrittenWords& written = {});

  /// Removes the documents of a file but those that `keep` wants, which is asked for each with its
  /// id_term(). Returns how many were removed.
  std::uint64_t remove_documents_of(
      const std::string& file, const std::function<bool(const std::string&)>& keep =
                                   [](const std::string&) { return false; });

  /// Makes everything since the start visible at once. Nothing is written where nothing changed.
  void commit();

  /// Totals of the index as the run found it, of none where there was none.
  IndexTotals totals_before() const { return old_ ? read_totals(*old_) : IndexTotals(); }
  /// Totals as they are with all that was written.
  const IndexTotals& totals() const { return totals_; }

 private:
  void open(const std::string& generation);
  void cancel();
  void remove_entry(Xapian::docid entry);
  void count(const Xapian::Document& entry, std::int64_t sign);

  IndexDirectory directory_;
  IndexLock lock_;
  std::string staged_;  // the generation that is being made; empty in an update
  std::optional<Xapian::Database> old_;
  std::optional<Xapian::Database> before_;
  Xapian::WritableDatabase database_;
  WordFormsWriter word_forms_;
  IndexTotals totals_;
  bool documents_changed_ = false;
  bool metadata_changed_ = false;
  bool in_transaction_ = true;
  bool committed_ = false;
};

}  // namespace pincite
