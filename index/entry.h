// A document as the index entry that Xapian stores: terms with positions, filter terms, value
// slots, the record.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <xapian.h>

#include "corpus/document.h"
#include "index/word_forms.h"

namespace pincite {

struct EntrySizes {
  std::uint64_t passages = 0;
  std::uint64_t notes = 0;
  std::uint64_t bytes = 0;  // of text
};

/// Where a document came from, as far as later runs must know.
struct EntrySource {
  std::string content;  // names what it was made from, so that an unchanged one can be skipped
  std::string file;     // absolute path of the file that holds it
};

/// Adds to `written`, if it is wanted, how words are written whose accents the terms lack, for the
/// tables of word forms. REQUIRES: document.id is not empty. Throws Error where the text is larger
/// than an index takes.
Xapian::Document make_entry(const Document& document, const EntrySource& source,
                            WrittenWords* written = nullptr);

/// The entry of the document with this id; 0 where there is none.
Xapian::docid find_entry(const Xapian::Database& database, std::string_view id);

EntrySizes sizes_of(const Document& document);
/// Of a stored entry, from its slot.
EntrySizes read_sizes(const std::string& slot);

}  // namespace pincite
