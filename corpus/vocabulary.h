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
  std::string label;  // for people: `Azerbaijan`, `Tenth Meeting of the States Parties, ...`
  std::vector<std::string> names;  // every name the table has, the label first
  std::vector<std::string> codes;  // short forms that name it only where they stand alone: `10MSP`
  std::vector<std::string> demonyms;  // `Azerbaijani`
  std::string parent;            // id of the wider type, or of a meeting's or resolution's treaty
  std::optional<Period> period;  // when a meeting was held, a treaty or resolution adopted
  std::map<std::string, std::string> more;  // other columns by name, where they are not empty
};

/// A name found in running text.
struct Mention {
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  std::vector<std::string> ids;  // several where the name has several meanings
};

/// Immutable once made; any thread may use it. A table is read when it is first asked for: any
/// method throws Error if it is malformed.
class Vocabulary {
 public:
  /// The one of the program.
  static const Vocabulary& built_in();

  std::span<const Entry> entries(Table table) const;
  /// The entry with exactly this id, or nullptr.
  const Entry* find(Table table, std::string_view id) const;
  /// Label of an id; the id itself where the vocabulary lacks it.
  std::string label(Table table, std::string_view id) const;

  /// Ids of the entries that `text` names, in any form the vocabulary knows (id, code, label,
  /// official, former or inverted name, alias, demonym, for states any of ICU's languages),
  /// whatever its case, accents and punctuation. A meeting may be named with its treaty: `MBT
  /// 10MSP`, `Tenth Meeting of States Parties to the Ottawa Convention`. Empty where it names none;
  /// several where it is ambiguous (`10MSP` of two treaties, `Congo`), in the order of the table.
  /// The tables come before the six UN languages, and these before the others. Never guesses:
  /// `Azerbajan` names nothing, nor does `Nigera`, although `Nigēra` is Niger in Latvian.
  std::vector<std::string> resolve(Table table, std::string_view text) const;

  /// Labels of the entries whose names are nearest to `text`, the nearest first, at most `most`.
  /// Empty where nothing is near.
  std::vector<std::string> nearest(Table table, std::string_view text, std::size_t most = 3) const;

  /// Names of the table that stand in `text` as whole words, longest match first, not overlapping,
  /// in the order of the text. Ids, codes, demonyms and names of up to three letters are not names
  /// here. A meeting of several treaties is narrowed by a treaty named beside it, which belongs to
  /// the mention: `Tenth Meeting of States Parties, Mine Ban Treaty`.
  std::vector<Mention> mentions(Table table, std::string_view text) const;

  /// The type itself and every wider one, the narrowest first. An unknown type has only itself.
  std::vector<std::string> type_and_wider(std::string_view type) const;

  ~Vocabulary();
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;

 private:
  Vocabulary();
  std::vector<std::string> resolve_state(std::string_view text, std::string_view key) const;

  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace pincite
