// What a search answers, before anything is printed: documents, their passages with what matched
// in them, facet counts, notices. The searcher makes it and hands it to a sink hit by hit;
// searcher/output/ has the sinks that print.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "searcher/difference.h"
#include "searcher/query.h"

namespace pincite {

/// How a passage's text agrees with the query, the best last.
enum class MatchClass : std::uint8_t { words, typographic, exact };

/// The word for it in JSON: `exact`, `typographic`, `words`.
const char* to_string(MatchClass match);

/// Words of a copy that stand in the place of words of the passage shown.
struct CopyDifference {
  std::uint32_t own_words = 0;  // of the passage shown
  std::uint32_t words = 0;      // of the copy
  std::string own_text;         // both empty where they are too long to be told
  std::string text;
};

/// A passage that is the same as one shown, or nearly so (searcher/copies.h).
struct PassageCopy {
  std::string id;              // of its document
  std::optional<Period> date;  // of that
  std::string citation;
  bool same_document = false;
  std::vector<CopyDifference> differences;  // none: the same words
};

struct PassageHit {
  std::uint32_t passage = 0;           // index into the document's passages
  std::vector<Range> highlights;       // ascending, bytes of the passage's text
  std::optional<MatchClass> match;     // nothing where no words were asked for
  std::vector<std::uint32_t> sources;  // indexes of marks whose `covers` meets a highlight, or what
                                       // was asked for where no words were
  std::vector<std::uint32_t> others;   // the passage's other paired marks
  std::string citation;
  std::vector<PassageCopy> copies{};  // folded into it, by date; the first of them
  std::uint32_t more_copies = 0;
};

struct DocumentHit {
  std::uint32_t rank = 0;  // from 1
  double score = 0;
  Document document;  // texts are loaded for the passages shown and the headings above them
  std::uint32_t matching_passages = 0;
  std::vector<PassageHit> passages;
  std::uint32_t folded_passages = 0;  // that are copies of passages shown before
};

struct FacetCount {
  std::optional<std::string> value;  // nothing: documents without a value
  std::string label;
  std::uint32_t count = 0;
};

/// How a search was put, so that it can be told and repeated (searcher/search_record.h).
struct SearchRecord {
  std::string index;            // its folder
  std::uint64_t documents = 0;  // searched
  std::string date;             // of the search: UTC, ISO 8601; empty where it was not told
  std::string program;          // name and version
  /// In force, as understood: field and values; days as `FIRST..LAST`, `none` for no value.
  std::vector<std::pair<std::string, std::vector<std::string>>> filters;
  bool all = false;       // every word was required
  std::string sort;       // `relevance`, `date`, `-date`
  std::size_t limit = 0;  // documents; 0: all
  std::size_t offset = 0;
  std::size_t passages = 0;  // of each document; 0: all
};

/// Another query that finds something. Offered, never applied.
struct Suggestion {
  std::string query;
  std::uint32_t documents = 0;  // that it finds
  bool unfiltered = false;      // whether only without the filters in force
};

/// What a search would find with some of its parts left out.
struct Without {
  std::vector<std::string> parts;   // as typed: `--state aze`, `year:2011`, `-mines`
  std::vector<std::string> fields;  // of those that are filters: `state`
  std::vector<std::string> values;  // of these, as understood: `Azerbaijan`
  std::uint32_t documents = 0;
};

/// A word of the query, and how many documents of the index hold it in a form that it asks for.
struct WordDocuments {
  std::string word;
  std::uint32_t documents = 0;
};

/// The wording of the index that is most like the one looked for.
struct NearestText {
  DocumentHit hit;                     // with one passage, the place highlighted
  std::vector<Difference> difference;  // of the query's wording
  double likeness = 0;                 // 0 to 1
  bool unfiltered = false;             // whether it is outside the filters in force
};

/// What was searched where nothing was found, and what hides the answer.
struct NothingFound {
  std::uint64_t documents = 0;  // searched
  std::uint64_t passages = 0;
  std::uint64_t without_text = 0;    // of these documents
  std::uint64_t skipped = 0;         // files and records that are not in the index
  std::vector<Without> without;      // each filter and exclusion, then each required part
  std::vector<Without> without_two;  // where two together hide what none of them hides alone
  std::optional<std::uint32_t> unrestricted;  // without any; nothing where there is none
  std::vector<WordDocuments> words;           // each once, in the order of the query
  std::optional<Suggestion> in_any_order;     // where the phrases stand nowhere, their words
  std::optional<NearestText> nearest;
};

/// What is known before the first hit is made.
struct AnswerHead {
  std::string query;   // as typed
  std::string parsed;  // as understood; reads back to the same query
  std::uint32_t total = 0;
  bool exact = true;                       // whether total and facet counts are exact
  std::optional<std::uint32_t> all_words;  // documents that hold every word; nothing without words
  std::string revision;                    // of the index: generation.state-fingerprint
  SearchRecord record;
  std::uint32_t first_rank = 0;  // of the hits that follow
  std::uint32_t shown = 0;       // how many hits follow
  std::uint32_t folded = 0;      // documents that are not shown since all that they would show was
  std::vector<std::pair<std::string, std::vector<FacetCount>>> facets;  // by field, in their order
  std::optional<Suggestion> suggestion;
  std::optional<NothingFound> nothing_found;
  std::vector<Notice> notices;
  double elapsed_ms = 0;  // until now
};

struct Answer : AnswerHead {
  std::vector<DocumentHit> hits;
};

/// How much of an answer was handed on.
struct Exported {
  std::uint32_t documents = 0;
  std::uint64_t passages = 0;
  std::uint64_t occurrences = 0;  // in these passages

  void add(const DocumentHit& hit) {
    ++documents;
    passages += hit.passages.size();
    for (const PassageHit& passage : hit.passages) occurrences += passage.highlights.size();
  }
};

/// Takes an answer as it is made, one hit at a time, so that no answer needs more memory than its
/// largest hit. Called in this order: begin() once, hit() for each, end() once.
class AnswerSink {
 public:
  AnswerSink() = default;
  AnswerSink(const AnswerSink&) = delete;
  AnswerSink& operator=(const AnswerSink&) = delete;
  virtual ~AnswerSink() = default;

  virtual void begin(const AnswerHead& head) = 0;
  virtual void hit(DocumentHit&& hit) = 0;
  /// The same head; only the time elapsed has gone on.
  virtual void end(const AnswerHead& head) = 0;
};

}  // namespace pincite
