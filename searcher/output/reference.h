// A passage as reference managers keep it, before any format: the document as a work, the place in
// it, what is quoted, and the works that its note cites.
//
// The work is always our document, for it is what was read and what is quoted. The sources of the
// match are works cited in it. Strings are as the document has them; each format escapes its own.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "searcher/search_record.h"

namespace pincite {

struct Work {
  std::string type;                  // id of a document type; empty where it is of none
  std::vector<std::string> authors;  // as written; or the states that speak in it
  std::string recipient;
  std::string title;
  std::optional<Period> date;
  std::string publisher;
  std::string place;
  std::string meeting;
  std::string symbol;
  std::string page;  // of our document the page quoted, of a source the page cited
  std::string language;
  std::string url;
  std::string accessed;
  std::string remark;  // what no other field holds

  bool operator==(const Work&) const = default;
};

struct Reference {
  std::string key;  // see ReferenceKeys
  Work work;
  std::string section;    // the innermost
  std::string pinpoint;   // section, paragraph, page and note, as in a citation
  std::string quotation;  // the passage's text
  /// `SOURCE; SOURCE, cited in CITATION.`, ready to paste, with the sources of the match; and the
  /// text of the notes that cite nothing known.
  std::string cited_in;
  std::vector<Work> sources;  // the same, as far as they are known
  std::string search;         // the record of the search that found it, in one line
};

/// REQUIRES: of the passage, the texts of the headings above it and of the notes of its marks are
/// loaded. The key is left empty.
Reference reference(const Document& document, const PassageHit& hit);

/// Keys of records: the id and the passage's number, in ASCII letters, digits and `-._`, so that
/// they can be cited in TeX and Markdown: `azerbaijan-mine-ban-policy-2011.txt-15`. Unique over an
/// export whatever their case, where the passages of a document follow each other. An id that has
/// other letters, or is long, is told by its SHA-256 as well.
class ReferenceKeys {
 public:
  /// `passage`: index into the document's passages.
  std::string make(const std::string& id, std::uint32_t passage);

 private:
  std::unordered_set<std::string> given_;  // what stands before the number, in lower case
  std::string last_id_;
  std::string last_name_;
};

/// Calls `each(reference)` for the passages of a hit, in their order. `keys` are those of the whole
/// export.
template <typename Each>
void for_each_reference(const DocumentHit& hit, ReferenceKeys& keys, Each each) {
  for (const PassageHit& passage : hit.passages) {
    Reference made = reference(hit.document, passage);
    made.key = keys.make(hit.document.id, passage.passage);
    each(made);
  }
}

/// A format that is one record after the other.
class RecordWriter : public AnswerSink {
 public:
  void begin(const AnswerHead& head) override { search_ = in_words(head); }
  void hit(DocumentHit&& hit) override {
    for_each_reference(hit, keys_, [this](Reference& made) {
      made.search = search_;
      write(made);
    });
  }
  void end(const AnswerHead& /*head*/) override {}

 private:
  virtual void write(const Reference& reference) = 0;

  ReferenceKeys keys_;
  std::string search_;
};

}  // namespace pincite
