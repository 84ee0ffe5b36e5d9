// The words of a query one by one, and whether the index holds them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/document.h"
#include "index/reader.h"
#include "searcher/query.h"

namespace pincite {

/// A word as it stands in a word, exact form, prefix or phrase of the query.
struct QueryTerm {
  std::size_t leaf = 0;         // number of that part of the query, in reading order; filters not
  Range range;                  // bytes of its text
  std::string typed;            // these bytes
  std::string term;             // folded, without `prefix`
  std::string prefix;           // of the field whose words are meant
  std::uint32_t documents = 0;  // that hold it in a form that the query takes
  bool in_phrase = false;
  bool excluded = false;
  bool is_spelled = true;  // whether it is made of letters, so that it can be misspelt
};

/// The first 1,000 of a query. Of a word that is found otherwise than by its own parts
/// (`anti-personnel` as “antipersonnel”), `documents` are those of the whole.
std::vector<QueryTerm> query_terms(const IndexReader& index, const QueryNode& root);

/// The query with `spelling` in the place of a term. REQUIRES: of several terms of one leaf, the
/// later is replaced first.
void replace_term(QueryNode& root, const QueryTerm& term, const std::string& spelling);

/// The query with its phrases as the words they are made of, all required, in any order; the same
/// where it has none.
QueryNode without_order(const QueryNode& root);

}  // namespace pincite
