// The schema: every field a person can name, the prefix its terms carry and the slot its values
// stand in. The one place where a prefix or a slot number is written; both the indexer and the
// searcher loop over this table.
//
// On disk: never renumber a slot, never reuse a prefix. A change of meaning raises kFormatVersion.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>
#include <xapian.h>

#include "corpus/document.h"
#include "corpus/vocabulary.h"

namespace pincite {

/// Of the whole on-disk contract: schema, record, tables in metadata and among the synonyms.
inline constexpr int kFormatVersion = 2;

/// Value slots. Days are eight digits YYYYMMDD. Facet slots hold a document's values, sorted and
/// joined by kJoin; an absent value is an empty slot.
enum class Slot : Xapian::valueno {
  date_first = 0,    // first day of `date`, of `period` where there is no date
  date_last = 1,     // last day of the same
  period_first = 2,  // first day of the document's own `period`
  period_last = 3,
  state = 4,  // state and on_behalf_of
  year = 5,   // every year that the date overlaps
  type = 6,   // the type and every wider one
  meeting = 7,
  treaty = 8,
  language = 9,
  content = 10,  // SHA-256 of what the document was made from, in hexadecimal
  source = 11,   // the path it was read from, with `#LINE` for a record
  sizes = 12,    // passages, notes and bytes of text, as decimal numbers joined by kJoin
  id = 13,       // the document's id, cut as its term is; orders what is otherwise equal
  cited = 14,    // what its notes cite, and where they cover the text; see cited.h
};

inline constexpr char kJoin = '\x1f';

/// What a source that notes cite is searched by, in the order of Slot::cited.
enum class CitedField : std::uint8_t { state, year, type, meeting, treaty, form };
/// Of one source: the values of each field, by CitedField, sorted, without repetition.
using CitedValues = std::array<std::vector<std::string>, 6>;

inline const std::vector<std::string>& of(const CitedValues& values, CitedField field) {
  return values[static_cast<std::size_t>(field)];
}

enum class FieldKind : std::uint8_t {
  facet,   // a filter with counts; values come from the vocabulary or are kept as written
  cited,   // the same of the sources that the notes cite; its terms say which documents have any
  period,  // a filter on dates, by overlap
  key,     // one exact value
  prefix,  // a symbol or any leading part of one
  words,   // searched like text
};

struct FieldSpec {
  const char* word;    // as people write it before a colon
  const char* prefix;  // of its terms; multi-letter ones end in a colon
  FieldKind kind;
  std::optional<Slot> slot;    // of a facet: where its values stand; of a period: the first day
  std::optional<Table> table;  // whose names its values are
  std::optional<CitedField> cited = std::nullopt;  // of kind cited
};

/// Every field. The facets stand in the order in which they are shown.
std::span<const FieldSpec> schema();

/// The field that people call `word`, or nullptr.
const FieldSpec* find_field(std::string_view word);

/// The term that stands for a value of a field, the same on both sides. Long values are cut and
/// told apart by their hash, since a term has at most 245 bytes. An empty value is the term of the
/// documents that have no value.
std::string field_term(const FieldSpec& field, std::string_view value);

/// The term that names a document.
std::string id_term(std::string_view id);

/// The term of a word of text, cut likewise.
std::string text_term(std::string_view folded);

/// Terms that no person names, beside the text's own.
enum class InnerTerm : std::uint8_t {
  compound,  // with positions: where a compound stands in parts; see index/compounds.h
  broken,    // with positions: where a word stands broken at a line's end
  note,      // number of a note mark in the document's text that takes no position
  known_by,  // key by which the document is known where it is cited; see index/links.h
  cites,     // key of a source that the document cites
};
std::string inner_term(InnerTerm kind, std::string_view value);

/// A day YYYYMMDD as it stands in a slot.
std::string day_value(int day);

/// The values of a facet for one document, sorted, without repetition: what is counted, and what a
/// filter finds.
std::vector<std::string> facet_values(const FieldSpec& field, const Metadata& metadata);

/// What a source is searched by: its type and the wider ones, all years of its date, ...
CitedValues cited_values(const CitedSource& source);

std::string join_values(std::span<const std::string> values);
std::vector<std::string> split_values(std::string_view joined);

/// The leading parts of a document symbol and the symbol itself, folded as by the analysis, without
/// spaces beside slashes: `APLC/MSP.10` -> `aplc`, `aplc/msp.10`.
std::vector<std::string> symbol_parts(std::string_view symbol);

/// Keys of Xapian's synonym table; see word_forms.h. The terms of one stem in a language; the ways
/// in which a term is written; a term of documents of unknown language.
std::string forms_key(std::string_view language, std::string_view stem);
std::string written_key(std::string_view term);
std::string unknown_language_key(std::string_view term);

inline Xapian::valueno number(Slot slot) { return static_cast<Xapian::valueno>(slot); }

}  // namespace pincite
