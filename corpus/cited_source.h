// What a note cites: one source, as far as the note (and, where it says nothing, the page it stands
// on) tells what it is.
//
// Values are in the form by which they are searched: ids of the vocabulary, dates as periods. A
// meeting that the vocabulary lacks is kept as written. What is not known is empty.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/period.h"
#include "corpus/range.h"

namespace pincite {

/// Where a value of a source came from. Of a source that repeats an earlier one (`Ibid.`) it is
/// where the earlier one had it from.
enum class SourceOrigin : std::uint8_t {
  unknown,   // there is no value
  note,      // the note says so
  document,  // inherited from the page: the note names none
};

/// The word for it in JSON: `note`, `document`; empty for unknown.
const char* to_string(SourceOrigin origin);

struct CitedSource {
  std::string type;                // id of a document type; empty where it is of none
  std::vector<std::string> state;  // who speaks or reports, or whom it is about
  SourceOrigin state_from = SourceOrigin::unknown;
  std::vector<std::string> on_behalf_of;  // states, or groups as written: `OECS`
  std::optional<Period> date;             // the source's own
  std::optional<Period> period;           // what it reports on
  std::string person;                     // who speaks, writes or is interviewed; an author
  std::string office;                     // the person's, or the office that writes
  std::string addressee;
  std::string title;
  std::string publisher;             // a newspaper or agency, or who issued it
  std::vector<std::string> meeting;  // ids, or as written
  std::vector<std::string> treaty;
  SourceOrigin treaty_from = SourceOrigin::unknown;
  std::string place;
  std::vector<std::string> form;  // form_value(): `MBT/A`, `CCM/B.1`
  std::string page;               // as printed, without `p.`: `12`, `12–14`
  std::string symbol;             // of a United Nations document: `APLC/MSP.10/2010/WP.1`
  std::string url;
  std::string repeats;     // label of the note whose source an `Ibid.` or short form stands for
  Range at;                // bytes of note_text() that are its citation
  std::string document{};  // id of the document of the collection that it is; told by a searcher,
                           // not stored

  bool operator==(const CitedSource&) const = default;
};

/// A form of the reports under a treaty. Form C of one treaty is not Form C of another, so that the
/// value names both: `MBT/C`; the letter alone where the treaty is not known.
std::string form_value(std::string_view treaty, std::string_view form);

/// The citation itself, from the text of the note.
std::string_view source_text(std::string_view note_text, const CitedSource& source);

}  // namespace pincite
