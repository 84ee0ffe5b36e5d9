// What a search answers, before anything is printed: documents, their passages with what matched
// in them, facet counts, notices. The searcher makes it, searcher/output/ prints it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "searcher/query.h"

namespace pincite {

/// How a passage's text agrees with the query, the best last.
enum class MatchClass : std::uint8_t { words, typographic, exact };

/// The word for it in JSON: `exact`, `typographic`, `words`.
const char* to_string(MatchClass match);

struct PassageHit {
  std::uint32_t passage = 0;           // index into the document's passages
  std::vector<Range> highlights;       // ascending, bytes of the passage's text
  std::optional<MatchClass> match;     // nothing where no words were asked for
  std::vector<std::uint32_t> sources;  // indexes of marks whose `covers` meets a highlight, or what
                                       // was asked for where no words were
  std::vector<std::uint32_t> others;   // the passage's other paired marks
  std::string citation;
};

struct DocumentHit {
  std::uint32_t rank = 0;  // from 1
  double score = 0;
  Document document;  // texts are loaded for the passages shown and the headings above them
  std::uint32_t matching_passages = 0;
  std::vector<PassageHit> passages;
};

struct FacetCount {
  std::optional<std::string> value;  // nothing: documents without a value
  std::string label;
  std::uint32_t count = 0;
};

struct Answer {
  std::string query;   // as typed
  std::string parsed;  // as understood; reads back to the same query
  std::uint32_t total = 0;
  bool exact = true;                       // whether total and facet counts are exact
  std::optional<std::uint32_t> all_words;  // documents that hold every word; nothing without words
  std::string revision;                    // of the index: generation.state-fingerprint
  std::vector<DocumentHit> hits;
  std::vector<std::pair<std::string, std::vector<FacetCount>>> facets;  // by field, in their order
  std::vector<Notice> notices;
  double elapsed_ms = 0;
};

}  // namespace pincite
