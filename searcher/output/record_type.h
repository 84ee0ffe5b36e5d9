// What a document type is to reference managers, by the vocabulary.
#pragma once

#include <string>

namespace pincite {

struct RecordType {
  std::string csl = "document";  // type of an item, CSL 1.0.2
  std::string ris = "GEN";       // what follows TY
  std::string bibtex = "misc";   // entry type
  bool state_speaks = false;     // whether the state it is of wrote or said it
};

/// `type`: id of a document type. A column that is empty for it is that of the next wider type; a
/// type that the vocabulary lacks is a document like any other.
RecordType record_type(const std::string& type);

}  // namespace pincite
