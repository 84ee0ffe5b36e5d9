#include "indexer/writer.h"

#include <algorithm>
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

constexpr std::uint64_t kKeepEvery = std::uint64_t{32} << 20U;  // bytes of text
// Copying a database takes about a hundredth of the time that it takes to make one.
constexpr std::uint64_t kCopiedParts = 8;
constexpr std::uint64_t kRoom = 3;  // times the size of the index, free, for a copy and its growth

/// Bytes of text after which work is kept; tests ask for less.
std::uint64_t keep_every() {
  const char* asked = std::getenv("PINCITE_KEEP_EVERY");
  return asked == nullptr ? kKeepEvery : std::strtoull(asked, nullptr, 10);
}

fs::path packing(const fs::path& staged) { return staged.string() + ".packed"; }

std::uint64_t size_of_files(const fs::path& folder) {
  std::uint64_t size = 0;
  for (const auto& file : fs::directory_iterator(folder)) size += file.file_size();
  return size;
}

void copy_database(const fs::path& from, const fs::path& to) {
  fs::create_directory(to);
  for (const auto& file : fs::directory_iterator(from)) {
    fs::copy_file(file.path(), to / file.path().filename());
  }
}

void finish_kept(const fs::path& generation) {
  Xapian::WritableDatabase database(generation.string(), Xapian::DB_OPEN);
  forget_kept(database);
  database.commit();
}

void pack(const fs::path& generation, const fs::path& to) {
  Xapian::Database(generation.string()).compact(to.string(), Xapian::DBCOMPACT_NO_RENUMBER);
  finish_kept(to);
}

/// Xapian keeps a file open that it could not write, so that it takes room until it is empty.
void discard_output(const fs::path& packed) {
  for (const auto& file : fs::directory_iterator(packed)) fs::resize_file(file.path(), 0);
  fs::remove_all(packed);
}

bool is_same(const Xapian::Document& one, const Xapian::Document& other) {
  return one.get_value(number(Slot::content)) == other.get_value(number(Slot::content)) &&
         one.get_value(number(Slot::source)) == other.get_value(number(Slot::source));
}

}  // namespace

IndexWriter::IndexWriter(const fs::path& folder, Mode mode, Purpose purpose)
    : directory_(made(folder)), lock_(directory_.folder()), purpose_(purpose) {
  directory_.clean_up();
  const auto live = directory_.live();
  if (!live || mode == Mode::rebuild) {
    if (live) old_ = read_old_state(folder / *live);
    begin_new();
    return;
  }
  before_ = Xapian::Database((folder / *live).string());
  check_version(*before_, folder);
  old_.totals = totals_ = read_totals(*before_);
  database_ = Xapian::WritableDatabase((folder / *live).string(), Xapian::DB_OPEN);
  database_.begin_transaction();
  in_transaction_ = true;
}

void IndexWriter::begin_new() {
  documents_changed_ = true;
  if (go_on()) return;
  staged_ = directory_.next_generation();
  open_staged(Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
}

void IndexWriter::expect(std::uint64_t bytes) {
  if (purpose_ == Purpose::try_out || !staged_.empty()) return;
  const auto live = directory_.live();
  const fs::path folder = directory_.folder() / *live;
  const std::uint64_t size = size_of_files(folder);
  const bool is_much = bytes >= keep_every() && bytes >= size / kCopiedParts;
  if (!is_much || fs::space(folder).available < kRoom * size) return;
  database_.cancel_transaction();
  database_.close();
  begin_copy(*live);
}

void IndexWriter::begin_copy(const std::string& live) {
  base_ = live + "." + metadata(metadata_key::kState);
  if (go_on()) return;
  staged_ = directory_.next_generation();
  copy_database(directory_.folder() / live, directory_.staging(staged_));
  open_staged(Xapian::DB_OPEN);
}

/// Takes over the generation that a killed run left, if it began as this one; else removes it.
bool IndexWriter::go_on() {
  const auto left = directory_.left_staged();
  if (!left || purpose_ == Purpose::try_out) return false;
  try {
    const Xapian::Database staged(directory_.staging(*left).string());
    if (can_go_on(staged, base_)) {
      kept_ = KeptWork(staged);
      totals_ = read_totals(staged);
      staged_ = *left;
    }
  } catch (const Xapian::Error&) {
    staged_.clear();  // it was killed before its first commit
  }
  if (staged_.empty()) {
    directory_.discard(*left);
    return false;
  }
  open_staged(Xapian::DB_OPEN);
  goes_on_ = true;
  documents_changed_ = true;
  return true;
}

void IndexWriter::open_staged(int flags) {
  database_ = Xapian::WritableDatabase(directory_.staging(staged_).string(), flags);
  database_.begin_transaction();
  in_transaction_ = true;
}

IndexWriter::~IndexWriter() {
  cancel();
  std::error_code ignored;
  if (staged_.empty() || leave_staged_) return;
  fs::remove_all(directory_.staging(staged_), ignored);
  fs::remove_all(packing(directory_.staging(staged_)), ignored);
}

void IndexWriter::cancel() {
  if (committed_) return;
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
  if (before_) return before_->get_metadata(key);
  const auto found = old_.metadata.find(key);
  return found == old_.metadata.end() ? std::string() : found->second;
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
                          const WrittenWords& written, const std::string& note) {
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
  if (goes_on_) known_.insert(id_term(id));
  if (!staged_.empty()) keep_note(database_, id, note);
  unkept_ += read_sizes(entry.get_value(number(Slot::sizes))).bytes;
  if (!staged_.empty() && purpose_ == Purpose::write && unkept_ >= keep_every()) keep_work();
  return old != 0;
}

std::string IndexWriter::confirm(const std::string& id) {
  known_.insert(id_term(id));
  return kept_note(database_, id);
}

void IndexWriter::settle() {
  if (!goes_on_) return;
  const std::vector<Xapian::docid> entries(database_.postlist_begin(""),
                                           database_.postlist_end(""));
  for (const Xapian::docid entry : entries) settle_entry(entry);
  if (!before_) return;
  // the killed run may have been at its end, where it removes documents
  for (auto was = before_->postlist_begin(""); was != before_->postlist_end(""); ++was) {
    const Xapian::Document entry = before_->get_document(*was);
    const std::string term = entry.get_value(number(Slot::id));
    if (database_.term_exists(term)) continue;
    database_.replace_document(*was, entry);
    count(entry, 1);
  }
}

void IndexWriter::settle_entry(Xapian::docid entry) {
  const Xapian::Document now = database_.get_document(entry);
  const std::string term = now.get_value(number(Slot::id));
  if (known_.contains(term)) return;
  if (!before_ || before_->postlist_begin(term) == before_->postlist_end(term)) {
    remove_entry(entry);
    return;
  }
  const Xapian::Document was = before_->get_document(*before_->postlist_begin(term));
  if (is_same(now, was)) return;
  count(now, -1);
  database_.replace_document(entry, was);
  count(was, 1);
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

bool IndexWriter::has_other_documents_of(const std::string& file,
                                         const std::unordered_set<std::string>& terms) const {
  const std::string term = field_term(*find_field("file"), file);
  return std::any_of(
      database_.postlist_begin(term), database_.postlist_end(term), [&](Xapian::docid entry) {
        return !terms.contains(database_.get_document(entry).get_value(number(Slot::id)));
      });
}

/// The part of the work that a killed run leaves to the next.
void IndexWriter::keep_work() {
  unkept_ = 0;
  word_forms_.write(database_);
  mark_kept(database_, base_);
  database_.set_metadata(metadata_key::kTotals, write_totals(totals_));
  commit_transaction();
  database_.begin_transaction();
  in_transaction_ = true;
}

void IndexWriter::leave() {
  if (staged_.empty()) return;
  keep_work();
  leave_staged_ = true;
}

void IndexWriter::commit_transaction() {
  in_transaction_ = false;
  database_.commit_transaction();
}

void IndexWriter::commit() {
  if (!documents_changed_ && !metadata_changed_) return;
  word_forms_.write(database_);
  database_.set_metadata(metadata_key::kFormat, std::to_string(kFormatVersion));
  database_.set_metadata(metadata_key::kFingerprint, analysis_fingerprint());
  // what people are shown as the revision changes with the documents only
  const int state = before_ ? std::atoi(metadata(metadata_key::kState).c_str()) : 0;
  if (documents_changed_) database_.set_metadata(metadata_key::kState, std::to_string(state + 1));
  database_.set_metadata(metadata_key::kTotals, write_totals(totals_));
  if (!staged_.empty()) mark_kept(database_, base_);
  commit_transaction();
  committed_ = true;
  database_.close();
  if (staged_.empty()) {
    if (const auto left = directory_.left_staged()) directory_.discard(*left);
  } else {
    publish();
  }
}

/// What is switched to has nothing of kept work. It is packed, which makes it a quarter smaller,
/// or, where the disk has no room for that, as it is.
void IndexWriter::publish() {
  const fs::path staged = directory_.staging(staged_);
  const fs::path packed = packing(staged);
  try {
    pack(staged, packed);
    directory_.publish(packed, staged_);
    return;
  } catch (const Xapian::DatabaseCorruptError&) {
    throw;
  } catch (const Xapian::DatabaseError&) {
    discard_output(packed);
  }
  finish_kept(staged);
  directory_.publish(staged, staged_);
}

}  // namespace pincite
