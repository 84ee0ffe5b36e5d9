// One table of the vocabulary: its entries, and the indexes by which their names are found.
//
// The file format is described in corpus/vocabulary/README.md.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "corpus/name_index.h"
#include "corpus/vocabulary.h"

namespace pincite {

/// Stands in an index for what is not an entry: a longer name that holds the name of one.
inline constexpr std::uint32_t kNoEntry = 0xFFFFFFFFU;

/// The text of corpus/vocabulary/NAME.tsv, built into the program; empty where there is no such
/// table.
std::string_view vocabulary_text(std::string_view name);

/// Immutable once made.
class VocabularyTable {
 public:
  /// `name`: of the file, for errors. `text` need not outlive the call.
  /// Throws Error naming the line that is malformed.
  VocabularyTable(std::string_view name, std::string_view text);

  std::span<const Entry> entries() const { return entries_; }
  const Entry& entry(const NameIndex::Name& name) const { return entries_[name.entry]; }
  const Entry* find(std::string_view id) const;

  /// Names that running text may hold, and the names that only look like them (kNoEntry).
  const NameIndex& spelled() const { return spelled_; }
  /// Everything that stands for an entry: names, ids and codes.
  const NameIndex& known() const { return known_; }
  const NameIndex& demonyms() const { return demonyms_; }

 private:
  void add_names(std::uint32_t entry, const std::vector<std::string>& unlike);

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> by_id_;  // indexes of entries_, ordered by id
  NameIndex spelled_;
  NameIndex known_;
  NameIndex demonyms_;
};

}  // namespace pincite
