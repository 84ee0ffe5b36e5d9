#include "index/links.h"

#include <algorithm>

#include "corpus/text.h"
#include "corpus/vocabulary.h"
#include "index/schema.h"

namespace pincite {
namespace {

constexpr const char* kSymbol = "symbol";
constexpr const char* kOfType = "of";  // the document is of this type, or of a narrower one
constexpr const char* kJust = "just";  // the document's own type is this one

std::string key(const char* kind, const std::string& value, const std::string& rest = {}) {
  return kind + (kJoin + value) + rest;
}

std::string symbol_key(const std::string& symbol) {
  const std::vector<std::string> parts = symbol_parts(symbol);
  return parts.empty() ? std::string() : key(kSymbol, parts.back());
}

std::string states_of(std::vector<std::string> states) {
  std::sort(states.begin(), states.end());
  std::string joined = "states";
  for (const std::string& state : states) joined += kJoin + state;
  return joined;
}

/// What must be equal besides the type: who and when, or title and when.
std::vector<std::string> circumstances(const std::vector<std::string>& states,
                                       const std::string& title, const std::optional<Period>& date,
                                       const std::optional<Period>& period) {
  std::vector<std::string> whens;
  if (date) whens.push_back(kJoin + date->iso());
  if (period) whens.push_back(std::string(1, kJoin) + "on" + kJoin + period->iso());
  std::vector<std::string> all;
  const std::string name = name_key(title);
  for (const std::string& when : whens) {
    if (!states.empty()) all.push_back((kJoin + states_of(states)).append(when));
    if (!name.empty()) {
      all.push_back(std::string(1, kJoin).append("title").append(1, kJoin).append(name + when));
    }
  }
  return all;
}

/// Whether a type is one of those that others are kinds of and that is no kind itself.
bool is_widest(const std::string& type) {
  const Vocabulary& vocabulary = Vocabulary::built_in();
  const Entry* entry = vocabulary.find(Table::types, type);
  if (entry == nullptr || !entry->parent.empty()) return false;
  return std::ranges::any_of(vocabulary.entries(Table::types),
                             [&](const Entry& other) { return other.parent == type; });
}

void add(std::vector<std::string>& keys, const std::string& key) {
  if (!key.empty()) keys.push_back(key);
}

}  // namespace

std::vector<std::string> link_keys(const Metadata& metadata) {
  std::vector<std::string> keys;
  add(keys, symbol_key(metadata.symbol));
  if (metadata.type.empty()) return keys;
  for (const std::string& rest :
       circumstances(metadata.state, metadata.title, metadata.date, metadata.period)) {
    for (const std::string& type : Vocabulary::built_in().type_and_wider(metadata.type)) {
      add(keys, key(kOfType, type, rest));
    }
    add(keys, key(kJust, metadata.type, rest));
  }
  return keys;
}

std::vector<std::string> link_keys(const CitedSource& source) {
  std::vector<std::string> keys;
  add(keys, symbol_key(source.symbol));
  if (source.type.empty()) return keys;
  // the title tells who wrote only where no state is known
  const std::string title = source.state.empty() ? source.title : std::string();
  const auto period = source.date ? std::optional<Period>() : source.period;
  for (const std::string& rest : circumstances(source.state, title, source.date, period)) {
    if (!is_widest(source.type)) add(keys, key(kOfType, source.type, rest));
    for (const std::string& type : Vocabulary::built_in().type_and_wider(source.type)) {
      if (type != source.type && !is_widest(type)) add(keys, key(kJust, type, rest));
    }
  }
  return keys;
}

}  // namespace pincite
