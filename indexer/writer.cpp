#include "indexer/writer.h"

#include <cstdlib>
#include <system_error>
#include <vector>

#include "corpus/error.h"
#include "index/analysis.h"
#include "index/entry.h"
#include "index/schema.h"

namespace pincite {
namespace {

namespace fs = std::filesystem;

fs::path made(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Error(folder.string(), error.message(), "choose another folder with --index");
  const bool foreign =
      !fs::exists(folder / "lock") && !fs::exists(folder / "XAPIANDB") && !fs::is_empty(folder);
  if (foreign) {
    throw Error(folder.string(), "the folder holds other files than an index",
                "choose an empty or new folder with --index");
  }
  return folder;
}

/// A rebuild can do without the index that was, if that is damaged.
std::optional<Xapian::Database> opened(const fs::path& generation, IndexWriter::Mode mode) {
  try {
    return Xapian::Database(generation.string());
  } catch (const Xapian::DatabaseError&) {
    if (mode != IndexWriter::Mode::rebuild) throw;
    return std::nullopt;
  }
}

}  // namespace

IndexWriter::IndexWriter(const fs::path& folder, Mode mode)
    : directory_(made(folder)), lock_(directory_.folder()) {
  directory_.clean_up();
  const auto live = directory_.live();
  if (live) old_ = opened(folder / *live, mode);
  if (live && mode == Mode::update) {
    check_version(*old_, folder);
    before_ = old_;
    totals_ = read_totals(*old_);
    database_ = Xapian::WritableDatabase((folder / *live).string(), Xapian::DB_OPEN);
  } else {
    staged_ = directory_.next_generation();
    database_ = Xapian::WritableDatabase(directory_.staging(staged_).string(),
                                         Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    documents_changed_ = true;
  }
  database_.begin_transaction();
}

IndexWriter::~IndexWriter() {
  if (committed_) return;
  cancel();
  std::error_code ignored;
  if (!staged_.empty()) fs::remove_all(directory_.staging(staged_), ignored);
}

void IndexWriter::cancel() {
  try {
    // A commit that failed left Xapian without a transaction. Its destructor would try to commit
    // again, and a failure that passes would then be told as one, and be none.
    if (!in_transaction_) database_.begin_transaction(false);
    database_.cancel_transaction();
  } catch (const Xapian::Error&) {
    return;  // what was not committed is not seen by anybody, and the next run clears it
  }
}

std::string IndexWriter::metadata(const std::string& key) const {
  try {
    return old_ ? old_->get_metadata(key) : std::string();
  } catch (const Xapian::DatabaseError&) {
    if (staged_.empty()) throw;
    return {};  // a rebuild goes on without what a damaged index remembers
  }
}

void IndexWriter::set_metadata(const std::string& key, const std::string& value) {
  if (database_.get_metadata(key) == value) return;
  database_.set_metadata(key, value);
  metadata_changed_ = true;
}

void IndexWriter::count(const Xapian::Document& entry, std::int64_t sign) {
  const EntrySizes sizes = read_sizes(entry.get_value(number(Slot::sizes)));
  const auto step = static_cast<std::uint64_t>(sign);
  totals_.documents += step;
  totals_.passages += step * sizes.passages;
  totals_.notes += step * sizes.notes;
  totals_.bytes += step * sizes.bytes;
}

bool IndexWriter::replace(const std::string& id, const Xapian::Document& entry,
                          const WrittenWords& written) {
  documents_changed_ = true;
  word_forms_.add(entry, written);
  if (word_forms_.is_full()) word_forms_.write(database_);
  const Xapian::docid old = find_entry(database_, id);
  if (old != 0) {
    count(database_.get_document(old), -1);
    database_.replace_document(old, entry);
  } else {
    database_.add_document(entry);
  }
  count(entry, 1);
  return old != 0;
}

void IndexWriter::remove_entry(Xapian::docid entry) {
  count(database_.get_document(entry), -1);
  database_.delete_document(entry);
  documents_changed_ = true;
}

std::uint64_t IndexWriter::remove_documents_of(
    const std::string& file, const std::function<bool(const std::string&)>& keep) {
  const std::string term = field_term(*find_field("file"), file);
  const std::vector<Xapian::docid> entries(database_.postlist_begin(term),
                                           database_.postlist_end(term));
  std::uint64_t removed = 0;
  for (const Xapian::docid entry : entries) {
    if (keep(database_.get_document(entry).get_value(number(Slot::id)))) continue;
    remove_entry(entry);
    ++removed;
  }
  return removed;
}

void IndexWriter::commit() {
  if (!documents_changed_ && !metadata_changed_) return;
  word_forms_.write(database_);
  database_.set_metadata(metadata_key::kFormat, std::to_string(kFormatVersion));
  database_.set_metadata(metadata_key::kFingerprint, analysis_fingerprint());
  // what people are shown as the revision changes with the documents only
  const int state = std::atoi(database_.get_metadata(metadata_key::kState).c_str());
  if (documents_changed_) database_.set_metadata(metadata_key::kState, std::to_string(state + 1));
  database_.set_metadata(metadata_key::kTotals, write_totals(totals_));
  in_transaction_ = false;
  database_.commit_transaction();
  committed_ = true;
  database_.close();
  if (!staged_.empty()) directory_.publish(staged_);
}

}  // namespace pincite
