#include "searcher/output/record_type.h"

#include "corpus/vocabulary.h"

namespace pincite {
namespace {

std::string cell(const std::string& type, const std::string& column, const std::string& otherwise) {
  const Vocabulary& vocabulary = Vocabulary::built_in();
  for (const std::string& wider : vocabulary.type_and_wider(type)) {
    const Entry* entry = vocabulary.find(Table::types, wider);
    if (entry == nullptr) break;
    if (const auto found = entry->more.find(column); found != entry->more.end()) {
      return found->second;
    }
  }
  return otherwise;
}

}  // namespace

RecordType record_type(const std::string& type) {
  const RecordType any;
  return {cell(type, "csl_type", any.csl), cell(type, "ris_type", any.ris),
          cell(type, "bibtex_type", any.bibtex), cell(type, "speaker", {}) == "state"};
}

}  // namespace pincite
