// From a query tree to what Xapian runs, and to the units whose occurrences are shown.
//
// NEAR is made of terms and ORs of terms only: anything else inside it is silently wrong in Xapian
// 1.4. Like a phrase (phrase_query.h) it never scores: it is a filter under its words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "index/reader.h"
#include "searcher/filters.h"
#include "searcher/phrase_lattice.h"
#include "searcher/query.h"
#include "searcher/weighting.h"

namespace pincite {

/// A thing that was asked for and can be pointed at in a passage.
struct Unit {
  enum class Kind : std::uint8_t {
    word,    // one word, which may have several parts: `anti-personnel`
    prefix,  // every term that begins with `typed`
    phrase,  // a quotation
    near,    // alternatives of its words; highlighted where they stand within `window`
    adj,
  };
  Kind kind = Kind::word;
  std::string typed;                    // of a phrase, what must stand in a text to match exactly
  std::vector<PhraseLattice> lattices;  // readings of a phrase, or of each form of a word
  std::vector<std::vector<std::string>> alternatives;  // of near and adj: terms of each part
  std::uint32_t window = 0;
  double weight = 2;  // how much it tells of a text; of words and phrases, their rarity
};

struct CompiledQuery {
  Xapian::Query query;      // words and conditions inside the words; all documents if none
  bool has_words = false;   // whether anything scores
  std::vector<Unit> units;  // of the parts that are not excluded
  Xapian::Query all_words;  // documents that hold every unit, without weights
  Xapian::Query as_typed;   // all words as typed, where other names count too; else empty
  Xapian::Query as_phrase;  // plain words side by side as one phrase; empty where it makes none
  std::vector<Condition> filters;  // of the top level: any value of a field, all fields
  std::vector<Notice> notices;
};

struct CompileOptions {
  bool all = false;        // every word is required
  WordCounts counts = {};  // of the query as typed; a word not in it counts once
};

/// Throws Error for unknown filter values.
CompiledQuery compile(const QueryNode& root, const IndexReader& index,
                      const CompileOptions& options);

}  // namespace pincite
