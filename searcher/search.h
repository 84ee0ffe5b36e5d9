// Answering a search: from what was typed to documents with cited passages.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "index/reader.h"
#include "searcher/answer.h"

namespace pincite {

struct SearchRequest {
  enum class Sort : std::uint8_t { relevance, date, date_descending };

  std::string query;  // may be empty where there is a filter
  std::vector<std::pair<std::string, std::string>> filters = {};  // field and value, as typed
  std::string from = {};                                          // date; empty for none
  std::string to = {};
  bool all = false;                      // every word is required
  std::size_t limit = 10;                // documents; 0 means all
  std::size_t offset = 0;                // documents passed over
  std::size_t passages = 3;              // of each document; 0 means all
  bool fold = false;                     // copies into the passage shown first (folding.h)
  std::optional<Sort> sort = {};         // relevance, or date where there are no words
  std::vector<std::string> facets = {};  // fields to count
};

/// Hands the answer to `sink`, each hit as soon as it is made. Throws Error where a filter's value
/// is unknown, before anything is handed over. Answers from the one state that `index` is.
void search(const IndexReader& index, const SearchRequest& request, AnswerSink& sink);

/// The same answer, whole.
Answer search(const IndexReader& index, const SearchRequest& request);

/// The facet fields, in the order in which they are shown.
std::vector<std::string> facet_fields();

}  // namespace pincite
