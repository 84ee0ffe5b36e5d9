// One state of an index, opened for reading.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>
#include <xapian.h>

#include "corpus/error.h"
#include "index/record.h"

namespace pincite {

struct IndexTotals {
  std::uint64_t documents = 0;
  std::uint64_t passages = 0;
  std::uint64_t notes = 0;
  std::uint64_t bytes = 0;  // of text
};

/// Totals as they stand in metadata, without the documents, which Xapian counts.
std::string write_totals(const IndexTotals& totals);
IndexTotals totals_of(std::uint64_t documents, std::string_view written);
IndexTotals read_totals(const Xapian::Database& database);

class IndexReader {
 public:
  /// Opens the live generation. Throws Error where `folder` has no index, or one of another format
  /// or analysis, saying which command makes it.
  explicit IndexReader(const std::filesystem::path& folder);

  const Xapian::Database& database() const { return database_; }
  const std::filesystem::path& folder() const { return folder_; }
  /// As people see it: `000001.4-9f3c2a`.
  const std::string& revision() const { return revision_; }
  IndexTotals totals() const { return read_totals(database_); }

  /// The stored document. Throws Error where it is damaged.
  Record record(Xapian::docid id) const;
  /// Entry of the document with this id; 0 where there is none.
  Xapian::docid find(std::string_view id) const;

 private:
  std::filesystem::path folder_;
  Xapian::Database database_;
  std::string revision_;
};

/// What Xapian met in the index in `folder`, as it is told to a person.
Error index_error(const std::filesystem::path& folder, const Xapian::Error& error);

/// Opens `database` for reading and refuses one that this program cannot answer from.
/// Throws Error; `folder` names the index in it.
void check_version(const Xapian::Database& database, const std::filesystem::path& folder);

/// Runs `request` on one state of the index, again (three times at most) where an indexer took that
/// state away meanwhile. Xapian's errors come out as Error.
void with_index(const std::filesystem::path& folder,
                const std::function<void(const IndexReader&)>& request);

}  // namespace pincite
