#include "index/schema.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "corpus/text.h"
#include "index/fold.h"

namespace pincite {
namespace {

constexpr std::array kSchema = {
    FieldSpec{"state", "XSTATE:", FieldKind::facet, Slot::state, Table::states},
    FieldSpec{"year", "XYEAR:", FieldKind::facet, Slot::year, std::nullopt},
    FieldSpec{"type", "XTYPE:", FieldKind::facet, Slot::type, Table::types},
    FieldSpec{"meeting", "XMEETING:", FieldKind::facet, Slot::meeting, Table::meetings},
    FieldSpec{"treaty", "XTREATY:", FieldKind::facet, Slot::treaty, Table::treaties},
    FieldSpec{"language", "XLANGUAGE:", FieldKind::facet, Slot::language, std::nullopt},
    FieldSpec{"cites.state", "XCITESSTATE:", FieldKind::cited, Slot::cited, Table::states,
              CitedField::state},
    FieldSpec{"cites.year", "XCITESYEAR:", FieldKind::cited, Slot::cited, std::nullopt,
              CitedField::year},
    FieldSpec{"cites.type", "XCITESTYPE:", FieldKind::cited, Slot::cited, Table::types,
              CitedField::type},
    FieldSpec{"cites.meeting", "XCITESMEETING:", FieldKind::cited, Slot::cited, Table::meetings,
              CitedField::meeting},
    FieldSpec{"cites.treaty", "XCITESTREATY:", FieldKind::cited, Slot::cited, Table::treaties,
              CitedField::treaty},
    FieldSpec{"cites.form", "XCITESFORM:", FieldKind::cited, Slot::cited, std::nullopt,
              CitedField::form},
    FieldSpec{"date", "", FieldKind::period, Slot::date_first, std::nullopt},
    FieldSpec{"covers", "", FieldKind::period, Slot::period_first, std::nullopt},
    FieldSpec{"id", "Q", FieldKind::key, std::nullopt, std::nullopt},
    FieldSpec{"file", "XFILE:", FieldKind::key, std::nullopt, std::nullopt},
    FieldSpec{"symbol", "XSYMBOL:", FieldKind::prefix, std::nullopt, std::nullopt},
    FieldSpec{"mentions", "XMENTIONS:", FieldKind::prefix, std::nullopt, std::nullopt},
    FieldSpec{"title", "S", FieldKind::words, std::nullopt, std::nullopt},
};

// Xapian's limit is 245 bytes, where a zero byte counts twice.
constexpr std::size_t kLongestValue = 100;

bool is_inside_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string bounded(std::string_view value) {
  if (value.size() <= kLongestValue && value.find('\0') == std::string_view::npos) {
    return std::string(value);
  }
  std::size_t end = std::min(kLongestValue / 2, value.size());
  while (end > 0 && end < value.size() && is_inside_character(value[end])) --end;
  std::string cut(value.substr(0, end));
  std::erase(cut, '\0');
  return cut + "#" + sha256_hex(value);
}

/// The years that `date` overlaps, that `period` does where there is no date.
std::vector<std::string> years(const std::optional<Period>& own,
                               const std::optional<Period>& period) {
  const auto& date = own ? own : period;
  std::vector<std::string> all;
  if (!date) return all;
  for (int year = date->first_year(); year <= date->last_year(); ++year) {
    std::array<char, 16> digits{};
    std::snprintf(digits.data(), digits.size(), "%04d", year);
    all.emplace_back(digits.data());
  }
  return all;
}

std::vector<std::string> types(const std::string& type) {
  if (type.empty()) return {};
  return Vocabulary::built_in().type_and_wider(type);
}

/// As they are counted: what was joined, split again. A value can be neither empty nor have kJoin.
void make_countable(std::vector<std::string>& values) {
  for (std::string& value : values) std::replace(value.begin(), value.end(), kJoin, ' ');
  std::erase(values, "");
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::vector<std::string> unsorted_values(Slot slot, const Metadata& metadata) {
  std::vector<std::string> values;
  switch (slot) {
    case Slot::state:
      values = metadata.state;
      values.insert(values.end(), metadata.on_behalf_of.begin(), metadata.on_behalf_of.end());
      return values;
    case Slot::year:
      return years(metadata.date, metadata.period);
    case Slot::type:
      return types(metadata.type);
    case Slot::meeting:
      return metadata.meeting;
    case Slot::treaty:
      return metadata.treaty;
    case Slot::language:
      if (!metadata.language.empty()) values.push_back(metadata.language);
      return values;
    default:
      return {};
  }
}

}  // namespace

std::span<const FieldSpec> schema() { return kSchema; }

const FieldSpec* find_field(std::string_view word) {
  const auto* found = std::find_if(kSchema.begin(), kSchema.end(),
                                   [word](const FieldSpec& field) { return field.word == word; });
  return found == kSchema.end() ? nullptr : found;
}

std::string field_term(const FieldSpec& field, std::string_view value) {
  return field.prefix + bounded(value);
}

std::string id_term(std::string_view id) { return "Q" + bounded(id); }

std::string text_term(std::string_view folded) { return bounded(folded); }

std::string inner_term(InnerTerm kind, std::string_view value) {
  constexpr std::array<const char*, 5> kPrefixes = {
      "XCOMPOUND:", "XBROKEN:", "XNOTE:", "XKNOWNBY:", "XCITES:"};
  return kPrefixes[static_cast<std::size_t>(kind)] + bounded(value);
}

std::string forms_key(std::string_view language, std::string_view stem) {
  std::string key = "XFORMS:";
  return key.append(language).append(":").append(stem);
}

std::string written_key(std::string_view term) { return "XWRITTEN:" + std::string(term); }

std::string unknown_language_key(std::string_view term) { return "XUNKNOWN:" + std::string(term); }

std::string day_value(int day) {
  std::array<char, 16> digits{};
  std::snprintf(digits.data(), digits.size(), "%08d", day);
  return digits.data();
}

std::vector<std::string> facet_values(const FieldSpec& field, const Metadata& metadata) {
  std::vector<std::string> values;
  if (field.kind == FieldKind::facet) values = unsorted_values(*field.slot, metadata);
  make_countable(values);
  return values;
}

namespace {

/// Form B.1 is a part of Form B.
std::vector<std::string> forms_and_wider(const std::vector<std::string>& forms) {
  std::vector<std::string> all = forms;
  for (const std::string& form : forms) {
    const std::size_t point = form.rfind('.');
    if (point != std::string::npos && point > form.rfind('/') + 1) {
      all.push_back(form.substr(0, point));
    }
  }
  return all;
}

}  // namespace

CitedValues cited_values(const CitedSource& source) {
  std::vector<std::string> states = source.state;
  states.insert(states.end(), source.on_behalf_of.begin(), source.on_behalf_of.end());
  // in the order of CitedField
  CitedValues values = {
      states,        years(source.date, source.period), types(source.type), source.meeting,
      source.treaty, forms_and_wider(source.form)};
  for (std::vector<std::string>& list : values) make_countable(list);
  return values;
}

std::string join_values(std::span<const std::string> values) {
  std::string joined;
  for (const std::string& value : values) {
    if (!joined.empty()) joined += kJoin;
    joined += value;
  }
  return joined;
}

std::vector<std::string> split_values(std::string_view joined) {
  std::vector<std::string> values;
  while (!joined.empty()) {
    const std::size_t end = joined.find(kJoin);
    values.emplace_back(joined.substr(0, end));
    joined.remove_prefix(end == std::string_view::npos ? joined.size() : end + 1);
  }
  return values;
}

namespace {

/// As the analysis folds a symbol in a text; spaces stay but beside a slash.
std::string folded_symbol(std::string_view symbol) {
  const std::string squeezed = squeeze(symbol);
  std::string folded;
  for (std::size_t begin = 0; begin < squeezed.size();) {
    const std::size_t end = std::min(squeezed.find(' ', begin), squeezed.size());
    std::string word = fold_word(std::string_view(squeezed).substr(begin, end - begin));
    const bool beside_slash = folded.ends_with('/') || word.starts_with('/');
    if (!word.empty() && !folded.empty() && !beside_slash) folded += ' ';
    folded += word;
    begin = end + 1;
  }
  return folded;
}

}  // namespace

std::vector<std::string> symbol_parts(std::string_view symbol) {
  std::vector<std::string> parts;
  std::string folded = folded_symbol(symbol);
  folded.erase(0, folded.find_first_not_of('/'));
  folded.erase(folded.find_last_not_of('/') + 1);
  for (std::size_t at = folded.find('/'); at != std::string::npos; at = folded.find('/', at + 1)) {
    if (folded[at - 1] != '/') parts.push_back(folded.substr(0, at));
  }
  if (!folded.empty()) parts.push_back(folded);
  return parts;
}

}  // namespace pincite
