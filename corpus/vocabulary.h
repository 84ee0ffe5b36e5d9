// The words of the field: states, meetings, treaties, document types, resolutions.
//
// One tab-separated table each in corpus/vocabulary/, built into the program; the names that ICU
// knows for states, in all its languages, come on top and are read when the tables have no answer.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/period.h"

namespace pincite {

enum class Table { states, meetings, treaties, types, resolutions };

/// The word for it on the command line: `states`, `meetings`, ...
const char* to_string(Table table);
std::optional<Table> table_named(std::string_view word);

struct Entry {
  std::string id;     // `AZE`, `MBT-10MSP`, `MBT`, `country_profile`, `65/48`
  std::string label;  // for people: `Azerbaijan`, `Tenth Meeting of the States Parties`
  std::vector<std::string> names;  // every name the table has, the label among them
  std::string parent;              // id of the wider type, or of the treaty of a meeting; or empty
  std::optional<Period> period;    // when a meeting was held, a resolution adopted
  std::map<std::string, std::string> more;  // other columns, for `pincite vocabulary`
};

/// A name found in running text.
struct Mention {
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  std::vector<std::string> ids;  // several where the name has several meanings
};

/// Immutable once made; any thread may use it.
class Vocabulary {
 public:
  /// The one of the program, made at first use. Throws Error if a built-in table is malformed.
  static const Vocabulary& built_in();

  std::span<const Entry> entries(Table table) const;
  /// The entry with exactly this id, or nullptr.
  const Entry* find(Table table, std::string_view id) const;
  /// Label of an id; the id itself where the vocabulary lacks it.
  std::string label(Table table, std::string_view id) const;

  /// Ids of the entries that `text` names, in any form the vocabulary knows (id, code, label,
  /// official, former or inverted name, alias, for states any of ICU's languages), whatever its
  /// case, accents and punctuation. Empty where it names none; several where it is ambiguous
  /// (`10MSP` of two treaties, `Congo`). Never guesses: `Azerbajan` names nothing.
  std::vector<std::string> resolve(Table table, std::string_view text) const;

  /// Labels of the entries whose names are nearest to `text`, the nearest first, at most `most`.
  /// Empty where nothing is near.
  std::vector<std::string> nearest(Table table, std::string_view text, std::size_t most = 3) const;

  /// Names of the table that stand in `text` as whole words, longest match first, not
  /// overlapping, in the order of the text. Two-letter and three-letter codes are not names here.
  std::vector<Mention> mentions(Table table, std::string_view text) const;

  /// The type itself and every wider one, the narrowest first. An unknown type has only itself.
  std::vector<std::string> type_and_wider(std::string_view type) const;

  ~Vocabulary();
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;

 private:
  Vocabulary();
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace pincite
