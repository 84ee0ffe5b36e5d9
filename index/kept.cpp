#include "index/kept.h"

#include <vector>

#include "corpus/text.h"
#include "index/analysis.h"
#include "index/directory.h"
#include "index/schema.h"

namespace pincite {
namespace {

constexpr std::size_t kHashDigits = 32;

std::string hash(std::string_view content, std::string_view source) {
  std::string both(content);
  both += '\0';
  both += source;
  return sha256_hex(both).substr(0, kHashDigits);
}

/// Of this format and analysis; the fingerprint tells one generation's kind of work from another.
std::string mark(const std::string& base) {
  return std::to_string(kFormatVersion) + " " + analysis_fingerprint() + " " + base;
}

std::string note_key(std::string_view id) {
  return std::string(metadata_key::kKept) + "." + id_term(id);
}

}  // namespace

KeptWork::KeptWork(const Xapian::Database& staged) {
  for (auto entry = staged.postlist_begin(""); entry != staged.postlist_end(""); ++entry) {
    const Xapian::Document document = staged.get_document(*entry);
    documents_.insert(
        hash(document.get_value(number(Slot::content)), document.get_value(number(Slot::source))));
  }
}

bool KeptWork::has(std::string_view content, std::string_view source) const {
  return !documents_.empty() && documents_.contains(hash(content, source));
}

void mark_kept(Xapian::WritableDatabase& staged, const std::string& base) {
  staged.set_metadata(metadata_key::kKept, mark(base));
}

bool can_go_on(const Xapian::Database& staged, const std::string& base) {
  return staged.get_metadata(metadata_key::kKept) == mark(base);
}

void keep_note(Xapian::WritableDatabase& staged, std::string_view id, const std::string& note) {
  const std::string key = note_key(id);
  if (note.empty() && staged.get_metadata(key).empty()) return;
  staged.set_metadata(key, note);
}

std::string kept_note(const Xapian::Database& staged, std::string_view id) {
  return staged.get_metadata(note_key(id));
}

void forget_kept(Xapian::WritableDatabase& staged) {
  const std::vector<std::string> keys(staged.metadata_keys_begin(metadata_key::kKept),
                                      staged.metadata_keys_end(metadata_key::kKept));
  for (const std::string& key : keys) staged.set_metadata(key, "");
}

}  // namespace pincite
