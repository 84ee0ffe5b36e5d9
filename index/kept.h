// What a killed run leaves of its work.
//
// A run that makes a new generation commits it now and then in its staging folder, with the key
// `pincite.kept` in its metadata: what the generation began as, and, below that key, a note for
// each document that has warnings, so that they are told by the run that ends what this one began.
// The next run takes over a document that was made from the same content, read from the same
// place, since it would make the same one. All the others it makes anew or removes. A generation
// that is switched to has no such keys.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <xapian.h>

namespace pincite {

class KeptWork {
 public:
  /// Nothing.
  KeptWork() = default;
  /// Of a staged generation, as it was last committed. REQUIRES: can_go_on().
  explicit KeptWork(const Xapian::Database& staged);

  /// Whether a document made from this content, read from this place, is there.
  bool has(std::string_view content, std::string_view source) const;

 private:
  std::unordered_set<std::string> documents_;  // by a hash of both
};

/// Marks a staged generation that began as `base`: a copy of that state, or, where that is empty,
/// without a document.
void mark_kept(Xapian::WritableDatabase& staged, const std::string& base);

/// Whether a staged generation holds work of this program that began as `base`.
bool can_go_on(const Xapian::Database& staged, const std::string& base);

/// Bytes to keep with the document of this id; none to forget those that are kept.
void keep_note(Xapian::WritableDatabase& staged, std::string_view id, const std::string& note);
/// Empty where none are kept.
std::string kept_note(const Xapian::Database& staged, std::string_view id);

/// Removes the mark and all notes.
void forget_kept(Xapian::WritableDatabase& staged);

}  // namespace pincite
