// The source that is claimed for a quotation: what can be read of it, and whether a document, or a
// source that a note cites, may be the one meant.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "index/reader.h"

namespace pincite {

struct Claim {
  std::string text;                // as claimed
  std::string key;                 // name_key() of it, in which names are looked for
  std::string document;            // id of a document of the index; decides alone
  std::vector<std::string> state;  // any of them; ids, as in the other lists
  std::vector<Period> date;
  std::vector<std::string> type;
  std::vector<std::string> meeting;
  std::vector<std::string> treaty;
  std::vector<std::string> symbol;  // as the analysis folds them
  std::vector<std::string> title;   // words that stand in some document's title, as name_key()
  bool title_decides = false;       // the title was quoted, or nothing else was read

  /// Whether anything was read of it. A publisher or author shows only beside a document.
  bool is_understood() const;
};

/// Whether what is claimed and what a source says of itself go together.
enum class Agreement : std::uint8_t {
  contradicted,  // they differ in something that both say
  unknown,       // the source says nothing of what is claimed, or nothing of the state claimed
  partly,        // nothing differs, something is the same, of something it says nothing
  met,           // all that is claimed is the same
};

/// Reads states, dates, types, meetings, treaties, symbols, ids, and words of titles of the index.
Claim read_claim(const IndexReader& index, std::string_view text);

/// A document that names no state has those that its title names.
Agreement agreement(const Claim& claim, const Document& document);
Agreement agreement(const Claim& claim, const CitedSource& source);

/// Documents that may meet the claim: all that do, and some that do not. An empty query if it
/// rules out none.
Xapian::Query may_meet(const Claim& claim);

}  // namespace pincite
