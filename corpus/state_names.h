// Names of states in the languages that ICU knows, from the region names of the CLDR.
//
// Reading them takes milliseconds for the six languages of the United Nations and about a tenth of
// a second for the rest, so each set is read when it is first asked for.
#pragma once

#include <mutex>
#include <span>

#include "corpus/name_index.h"
#include "corpus/vocabulary.h"

namespace pincite {

/// Any thread may use it.
class StateNames {
 public:
  /// The states with a column `iso2` are named; entries of the index are positions in `states`,
  /// which must outlive this. Historic states are left out: ICU takes their codes for those of
  /// their successors.
  explicit StateNames(std::span<const Entry> states) : states_(states) {}

  /// In Arabic, Chinese, English, French, Russian and Spanish.
  const NameIndex& in_un_languages() const;
  /// In every language of ICU, these six among them.
  const NameIndex& in_all_languages() const;

 private:
  std::span<const Entry> states_;
  mutable std::once_flag un_read_;
  mutable std::once_flag all_read_;
  mutable NameIndex un_;
  mutable NameIndex all_;
};

}  // namespace pincite
