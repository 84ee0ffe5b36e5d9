// The record of a search, kept with what is exported: what was asked for and when, of which state
// of which index, and what came of it. A search that found nothing has one as well.
#pragma once

#include <string>

#include "searcher/filters.h"
#include "searcher/search.h"

namespace pincite {

/// The word on the command line: `relevance`, `date`, `-date`.
const char* to_string(SearchRequest::Sort sort);

/// The values of a filter: days as `FIRST..LAST`, `none` for no value.
std::vector<std::string> values_in_words(const Condition& filter);

/// How the search is put; `filters` are those in force. The date is the time of the call, or
/// SOURCE_DATE_EPOCH (seconds since 1970) where the environment has it. The index and the sort
/// order are left out.
SearchRecord record_of(const SearchRequest& request, const std::vector<Condition>& filters);

/// `state: AZE; date: 2005-01-01..2010-12-31`; values of one field are separated by commas.
std::string filters_in_words(const SearchRecord& record);

/// `every word required; sort: relevance; documents: 10 from 11; passages: all`
std::string limits_in_words(const SearchRecord& record);

/// A query as it is repeated with each row or record: its first 2,000 characters, since a query may
/// be as long as a book. JSON and the file of `--record` have all of it.
std::string short_query(const std::string& query);

/// The whole record in one line; empty where no date was told. Without what was exported, which is
/// known at the end only.
std::string in_words(const AnswerHead& head);

}  // namespace pincite
