#include "corpus/vocabulary.h"

#include <algorithm>
#include <array>
#include <mutex>

#include "corpus/meeting_names.h"
#include "corpus/nearest_names.h"
#include "corpus/state_names.h"
#include "corpus/vocabulary_table.h"

namespace pincite {
namespace {

constexpr std::array<const char*, 5> kTableNames{"states", "meetings", "treaties", "types",
                                                 "resolutions"};

std::size_t position(Table table) { return static_cast<std::size_t>(table); }

/// `Korea, Republic of` and `Iran (Islamic Republic of)` with the words in their usual order; empty
/// where nothing is inverted.
std::string upright(std::string_view text) {
  const std::size_t at = text.find_last_of(",(");
  if (at == std::string_view::npos || at == 0) return {};
  return std::string(text.substr(at + 1)) + " " + std::string(text.substr(0, at));
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

std::vector<std::string> ids_of(std::span<const NameIndex::Name> names,
                                std::span<const Entry> entries) {
  std::vector<std::string> ids;
  for (const NameIndex::Name& name : names) {
    if (name.entry != kNoEntry) ids.push_back(entries[name.entry].id);
  }
  return ids;
}

}  // namespace

const char* to_string(Table table) { return kTableNames[position(table)]; }

std::optional<Table> table_named(std::string_view word) {
  const auto at = std::ranges::find(kTableNames, word);
  if (at == kTableNames.end()) return std::nullopt;
  return static_cast<Table>(at - kTableNames.begin());
}

struct Vocabulary::Tables {
  const VocabularyTable& operator[](Table table) const {
    const std::size_t i = position(table);
    std::call_once(read_[i], [this, i] {
      tables_[i] =
          std::make_unique<VocabularyTable>(kTableNames[i], vocabulary_text(kTableNames[i]));
    });
    return *tables_[i];
  }

  const StateNames& state_names() const {
    const std::span<const Entry> states = (*this)[Table::states].entries();
    std::call_once(names_made_, [this, states] { names_.emplace(states); });
    return *names_;
  }

 private:
  mutable std::array<std::once_flag, kTableNames.size()> read_;
  mutable std::array<std::unique_ptr<VocabularyTable>, kTableNames.size()> tables_;
  mutable std::once_flag names_made_;
  mutable std::optional<StateNames> names_;
};

Vocabulary::Vocabulary() : tables_(std::make_unique<Tables>()) {}
Vocabulary::~Vocabulary() = default;

const Vocabulary& Vocabulary::built_in() {
  static const Vocabulary vocabulary;
  return vocabulary;
}

std::span<const Entry> Vocabulary::entries(Table table) const {
  return (*tables_)[table].entries();
}

const Entry* Vocabulary::find(Table table, std::string_view id) const {
  return (*tables_)[table].find(id);
}

std::string Vocabulary::label(Table table, std::string_view id) const {
  const Entry* entry = find(table, id);
  return entry != nullptr ? entry->label : std::string(id);
}

std::vector<std::string> Vocabulary::resolve(Table table, std::string_view text) const {
  const VocabularyTable& known = (*tables_)[table];
  const std::string key = lookup_key(text);
  if (key.empty()) return {};
  if (const auto names = known.known().find(key); !names.empty()) {
    return ids_of(names, known.entries());
  }
  if (table == Table::meetings) {
    return meeting_with_treaty(known, (*tables_)[Table::treaties], text);
  }
  return table == Table::states ? resolve_state(text, key) : std::vector<std::string>();
}

std::vector<std::string> Vocabulary::resolve_state(std::string_view text,
                                                   std::string_view key) const {
  const VocabularyTable& states = (*tables_)[Table::states];
  const auto ids = [&states](std::span<const NameIndex::Name> names) {
    return ids_of(names, states.entries());
  };
  if (const auto names = states.known().find(lookup_key(upright(text))); !names.empty()) {
    return ids(names);
  }
  if (const auto names = states.demonyms().find(key); !names.empty()) return ids(names);
  const StateNames& foreign = tables_->state_names();
  if (const auto names = foreign.in_un_languages().find(key); !names.empty()) return ids(names);
  const auto names = foreign.in_all_languages().find(key);
  if (names.empty()) return {};
  // Without its accent, `Nigēra` is more likely someone's Nigeria than Niger in Latvian.
  if (is_ascii(text) && may_be_slip(states.known(), key, names)) return {};
  return ids(names);
}

std::vector<std::string> Vocabulary::nearest(Table table, std::string_view text,
                                             std::size_t most) const {
  const VocabularyTable& known = (*tables_)[table];
  const std::string key = lookup_key(text);
  if (key.empty()) return {};
  std::vector<NearName> near = nearest_names(known.known(), key);
  if (near.empty() && table == Table::states) {
    near = nearest_names(tables_->state_names().in_un_languages(), key);
  }
  const auto label = [&known](const NearName& name) { return known.entries()[name.entry].label; };
  std::ranges::sort(near, [&label](const NearName& a, const NearName& b) {
    return a.distance != b.distance ? a.distance < b.distance : label(a) < label(b);
  });
  if (near.size() > most) near.resize(most);
  std::vector<std::string> labels;
  for (const NearName& name : near) labels.push_back(label(name));
  return labels;
}

std::vector<Mention> Vocabulary::mentions(Table table, std::string_view text) const {
  const VocabularyTable& known = (*tables_)[table];
  const std::vector<NameToken> tokens = name_tokens(text);
  std::vector<Mention> mentions;
  std::size_t i = 0;
  while (i < tokens.size()) {
    const NameIndex::Match match = known.spelled().longest(tokens, i, tokens.size());
    if (match.tokens == 0) {
      ++i;
      continue;
    }
    TokenRun run{i, i + match.tokens};
    std::vector<std::string> ids = ids_of(match.names, known.entries());
    if (table == Table::meetings && ids.size() > 1) {
      ids = narrow_by_treaty(known, (*tables_)[Table::treaties], tokens, run, std::move(ids));
    }
    if (!ids.empty()) {
      mentions.push_back({tokens[run.begin].begin, tokens[run.end - 1].end, std::move(ids)});
    }
    i = run.end;
  }
  return mentions;
}

std::vector<std::string> Vocabulary::type_and_wider(std::string_view type) const {
  std::vector<std::string> types{std::string(type)};
  const Entry* entry = find(Table::types, type);
  while (entry != nullptr && !entry->parent.empty()) {
    types.push_back(entry->parent);
    entry = find(Table::types, entry->parent);
  }
  return types;
}

}  // namespace pincite
