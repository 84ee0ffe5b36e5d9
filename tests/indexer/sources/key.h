// Notes and what they cite, by hand.
//
//   page state=GRD treaty=MBT type=country_profile    the page of the block, if not that of Grenada
//   note 1 Statement of …                             a note and its label
//   source type=statement | state=GRD | date=…        a source of the note above; one line each
//
// Blank lines separate blocks; the notes of a block are of one document. A note without sources is
// prose. `state=[GRD]` is inherited from the page, `state=GRD` named by the note. A field that is
// not named must be empty; `text` is looked at only where it is named.
#pragma once

#include <string>

namespace pincite {

struct Score {
  int notes = 0;
  int right = 0;     // fields
  int wrong = 0;     // another value
  int missing = 0;   // no value; of a missing source, all of its fields
  int invented = 0;  // a value where there is none; of an invented source, all of its fields
  std::string faults;
};

/// Reads the notes of a file of tests/indexer/sources and compares.
Score score_key(const std::string& file);

}  // namespace pincite
