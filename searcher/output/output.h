// An answer as bytes for people or programs: one format, one file of this folder. Nothing here
// opens an index.
//
// Text from documents never reaches a terminal as it is: the text formats make control characters,
// escape sequences and bidirectional overrides visible, and so do CSV, RIS and BibTeX; JSON escapes
// them. Bytes that are not UTF-8 come out as U+FFFD in all.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "searcher/answer.h"
#include "searcher/verify/verification.h"

namespace pincite {

struct TextStyle {
  bool colour = false;    // mark matches and parts with SGR sequences
  std::size_t width = 0;  // columns to wrap to; 0: lines as long as they are
};

/// For people: each document with its facts, its passages marked, their notes and citations.
/// Nothing where nothing was found; what is said about that, and notices, are not results.
/// REQUIRES: of the passages shown, the headings above them and the notes of their marks, the
/// texts are loaded.
void write_text(std::ostream& out, const Answer& answer, const TextStyle& style);

/// Contract of `search --format json`, schema 1. REQUIRES: as write_text().
void write_json(std::ostream& out, const Answer& answer);

/// For spreadsheets: a header row, then a row a passage: document id, title, state, type, date,
/// section, paragraph, page, quotation, citation, note, note's source, url, and the record of the
/// search (kSearchColumns). The quotation is the passage's text; states, types and dates are as in
/// JSON; `; ` stands between several values of a cell, ` › ` between a section and the one in it;
/// the paragraph is the number printed, else counted. The note (`5: its text`) and its source are
/// those of the match. A cell that a spreadsheet would run has an apostrophe before it. REQUIRES:
/// as write_text().
void write_csv(std::ostream& out, const Answer& answer);

/// For reference managers: a record a passage, of our document, with the place of the passage in
/// the fields that each format has for it, the quotation as the abstract, and the sources of the
/// match as works cited in it. The record of the search is `U1` of each record in RIS, a comment
/// before the first entry in BibTeX, `custom.search` of each item in CSL. White space runs in RIS
/// and BibTeX become one space. REQUIRES: as write_text().
void write_ris(std::ostream& out, const Answer& answer);
void write_bibtex(std::ostream& out, const Answer& answer);
void write_csl(std::ostream& out, const Answer& answer);

/// `show`: one document. `only`: index of the one passage to show, kNone for all.
/// REQUIRES: the texts of all passages are loaded; `only` is a passage of the document or kNone.
void write_document_text(std::ostream& out, const Document& document, std::uint32_t only,
                         const TextStyle& style);
void write_document_json(std::ostream& out, const Document& document, std::uint32_t only);

/// `verify`: one quotation with its verdict, and all that were written so. Text has a block for
/// each: verdict and line, quotation, claim, difference, passage, citation.
void write_verification_text(std::ostream& out, const Verification& verification,
                             const TextStyle& style);
void write_verifications_text(std::ostream& out, const std::vector<std::string>& written);
void write_verification_json(std::ostream& out, const Verification& verification);
void write_verifications_json(std::ostream& out, const std::vector<std::string>& written);

}  // namespace pincite
