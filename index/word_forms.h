// The inflected forms of words, as far as they stand in an index: tables from stem to forms, one a
// language, made from the documents of that language.
//
// Text is indexed as it is written, folded; a query finds the other forms of a word here. A word
// has several stems: those of its form with and without accents, since the stemmers' rules are
// about accents that folding takes away and people leave out; stemmed again, since endings pile up.
// Words of documents of unknown language stand in the table of every language that the index has,
// and in that of English.
//
// The tables are Xapian's synonym table: they change with the documents in one transaction, merge
// in compaction and across databases, and a look-up loads nothing else. Forms outlive documents.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>
#include <xapian.h>

namespace pincite {

/// Words of a text whose accents folding takes away: the indexed term and how it was written, in
/// lower case.
using WrittenWords = std::map<std::string, std::set<std::string>, std::less<>>;

/// `word` in lower case, with its accents. REQUIRES: UTF-8.
std::string written_form(std::string_view word);

/// Notes how the word that became `term` was written, if that says more than the term.
void add_written(WrittenWords& words, const std::string& term, std::string_view word);

/// The language of the tables, `en`, for a BCP 47 tag: empty where a document's language is not
/// known, nothing where there is no stemmer for it.
std::optional<std::string> stemmed_language(std::string_view tag);

/// Collects the words of documents and adds them to the tables of an index.
class WordFormsWriter {
 public:
  /// `entry`: as make_entry() made it, with the words it told.
  void add(const Xapian::Document& entry, const WrittenWords& written);

  /// Whether so much has been collected that it should be written, to keep memory bounded.
  bool is_full() const;

  /// Adds what was collected to the tables, and forgets it. In a transaction, it is part of it.
  void write(Xapian::WritableDatabase& database);

 private:
  // By language, empty if unknown. What a document adds must not depend on those of other languages
  // that are collected with it, since it does not depend on them when they are not.
  std::map<std::string, std::unordered_set<std::string>> words_;
  std::map<std::string, WrittenWords> written_;
  std::size_t count_ = 0;
};

/// Looks forms up. Of one state of an index, which it must not outlive.
class WordForms {
 public:
  explicit WordForms(const Xapian::Database& database);

  /// The terms of the index that are forms of `word`, which became `term`, in any language of the
  /// index: the most frequent first, at most `most`. With `prefix` before them, they are terms.
  std::vector<std::string> of(std::string_view word, const std::string& term,
                              const std::string& prefix, std::size_t most) const;

 private:
  const Xapian::Database& database_;
  std::vector<std::string> languages_;
};

}  // namespace pincite
