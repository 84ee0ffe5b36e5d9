// What the notes of a document cite.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/document.h"
#include "corpus/vocabulary.h"
#include "indexer/recognise/sources/page_context.h"
#include "indexer/recognise/sources/read_citation.h"

namespace pincite {

/// Reads the notes of one document in their order, and remembers what they cited, so that `Ibid.`
/// and short forms are understood.
class SourceReader {
 public:
  SourceReader(PageContext page, const Vocabulary& vocabulary)
      : page_(std::move(page)), vocabulary_(vocabulary) {}

  /// The sources that a note cites, in the order of its text. Empty where it is prose: nothing is
  /// guessed. Linear in the length of the text.
  std::vector<CitedSource> read(std::string_view label, std::string_view text);

 private:
  std::vector<CitedSource> repeated(const Repeat& repeat) const;
  std::vector<CitedSource> named(const Repeat& repeat) const;
  void complete(CitedSource& source) const;
  void remember(const CitedSource& source, std::string_view label);

  struct Earlier {
    CitedSource source;
    std::string label;
  };

  PageContext page_;
  const Vocabulary& vocabulary_;
  std::vector<Earlier> earlier_;
  std::map<std::string, std::vector<std::size_t>> by_label_;  // of the latest note so labelled
  std::map<std::string, std::size_t> full_forms_;             // by kind and date: the first one
};

/// Sets the sources of all notes.
void find_cited_sources(Document& document, const Vocabulary& vocabulary);

}  // namespace pincite
