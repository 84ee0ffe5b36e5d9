#include "searcher/filters.h"

#include <algorithm>
#include <array>
#include <map>
#include <unicode/uloc.h>

#include "corpus/error.h"
#include "corpus/text.h"
#include "corpus/vocabulary.h"

namespace pincite {
namespace {

constexpr const char* kNoValue = "none";

bool is_in_index(const IndexReader& index, const FieldSpec& field, const std::string& value) {
  return index.database().term_exists(field_term(field, value));
}

/// Values that cited sources have.
std::vector<std::string> cited_in_index(const IndexReader& index, const FieldSpec& field) {
  std::vector<std::string> values;
  const std::string prefix = field.prefix;
  const Xapian::Database& database = index.database();
  for (auto i = database.allterms_begin(prefix); i != database.allterms_end(prefix); ++i) {
    if ((*i).size() > prefix.size()) values.push_back((*i).substr(prefix.size()));
  }
  return values;
}

/// Values that documents have, as they are written there.
std::vector<std::string> values_in_index(const IndexReader& index, const FieldSpec& field) {
  if (field.kind == FieldKind::cited) return cited_in_index(index, field);
  std::vector<std::string> values;
  const Xapian::Database& database = index.database();
  const Xapian::valueno slot = number(*field.slot);
  for (auto i = database.valuestream_begin(slot); i != database.valuestream_end(slot); ++i) {
    for (std::string& value : split_values(*i)) values.push_back(std::move(value));
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

std::vector<std::string> written_like(const std::vector<std::string>& values,
                                      const std::string& value) {
  std::vector<std::string> same;
  const std::string key = name_key(value);
  std::copy_if(values.begin(), values.end(), std::back_inserter(same),
               [&](const std::string& other) { return name_key(other) == key; });
  return same;
}

/// Forms of any treaty that have this letter: of `A` and `Form A`, `MBT/A` and `CCM/A`.
std::vector<std::string> forms_like(const std::vector<std::string>& forms, std::string letter) {
  constexpr std::string_view kForm = "form ";
  if (name_key(letter).starts_with(kForm)) letter = trim(letter).substr(kForm.size());
  std::vector<std::string> same;
  std::copy_if(forms.begin(), forms.end(), std::back_inserter(same), [&](const std::string& form) {
    return name_key(form.substr(form.find('/') + 1)) == name_key(letter);
  });
  return same;
}

/// The years of cited sources in a range, as they stand in the index.
std::vector<std::string> years_within(const IndexReader& index, const FieldSpec& field,
                                      const DayRange& days) {
  std::vector<std::string> years = cited_in_index(index, field);
  std::erase_if(years, [&](const std::string& value) {
    const int year = std::atoi(value.c_str());
    return year < days.first / 10000 || year > days.last / 10000;
  });
  return years;
}

bool is_language(const std::string& value) {
  std::array<char16_t, 128> name{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length =
      uloc_getDisplayLanguage(value.c_str(), "en", name.data(), name.size(), &status);
  return U_SUCCESS(status) && length > 0 && status != U_USING_DEFAULT_WARNING;
}

std::string listed(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

[[noreturn]] void refuse(const FieldSpec& field, const std::string& value,
                         const std::vector<std::string>& in_index) {
  std::vector<std::string> near;
  std::string advice;
  if (field.table) {
    near = Vocabulary::built_in().nearest(*field.table, value);
    advice =
        std::string("`pincite vocabulary ") + to_string(*field.table) + "` lists what is known";
  } else if (in_index.size() <= 20) {
    near = in_index;
  }
  if (!near.empty())
    advice = "did you mean: " + listed(near) + "?" + (advice.empty() ? "" : " ") + advice;
  throw Error(std::string(field.word) + " “" + value + "”", "unknown value", advice);
}

std::vector<std::string> facet_meanings(const IndexReader& index, const FieldSpec& field,
                                        const std::string& value) {
  if (value == kNoValue) return {""};
  if (is_in_index(index, field, value)) return {value};
  if (field.table) {
    const std::vector<std::string> ids = Vocabulary::built_in().resolve(*field.table, value);
    if (!ids.empty()) return ids;
  }
  const std::vector<std::string> in_index = values_in_index(index, field);
  std::vector<std::string> same = written_like(in_index, value);
  if (same.empty() && field.cited == CitedField::form) same = forms_like(in_index, value);
  if (same.empty() && *field.slot == Slot::language && is_language(value)) return {value};
  if (same.empty()) refuse(field, value, in_index);
  return same;
}

}  // namespace

DayRange parse_days(const std::string& field, const std::string& text) {
  const auto side = [&](std::string_view part) {
    const auto period = Period::parse(trim(part));
    if (period) return *period;
    throw Error(field + " “" + text + "”", "is not a date or a range of dates",
                "write 2010, 2010-11, 2010-11-29 or a range such as 2005..2010");
  };
  const std::size_t dots = text.find("..");
  if (dots == std::string::npos) {
    const Period period = side(text);
    return {period.first_day(), period.last_day()};
  }
  const std::string_view from = std::string_view(text).substr(0, dots);
  const std::string_view to = std::string_view(text).substr(dots + 2);
  if (trim(from).empty() && trim(to).empty()) side(text);
  DayRange days;
  if (!trim(from).empty()) days.first = side(from).first_day();
  if (!trim(to).empty()) days.last = side(to).last_day();
  if (days.first > days.last) {
    throw Error(field + " “" + text + "”", "the range ends before it begins");
  }
  return days;
}

Condition resolve_filter(const IndexReader& index, const std::string& field,
                         const std::string& value) {
  Condition condition;
  condition.field = find_field(field);
  if (trim(value).empty()) {
    throw Error(field, "its value is empty", "`none` stands for documents without one");
  }
  if (condition.field == nullptr) throw Error("field “" + field + "”", "there is no such field");
  const bool dated =
      condition.field->kind == FieldKind::period || condition.field->slot == Slot::year;
  if (dated && value == kNoValue) {
    condition.values = {""};
  } else if (condition.field->cited == CitedField::year && value != kNoValue) {
    condition.values = years_within(index, *condition.field, parse_days(field, value));
  } else if (dated) {
    condition.days = parse_days(field, value);
  } else if (condition.field->kind == FieldKind::facet ||
             condition.field->kind == FieldKind::cited) {
    condition.values = facet_meanings(index, *condition.field, value);
    if (condition.values.size() > 1) condition.ambiguous = value;
  } else if (condition.field->kind == FieldKind::prefix) {
    const std::vector<std::string> parts = symbol_parts(value);
    if (parts.empty()) {
      throw Error(field + " “" + value + "”", "is no document symbol",
                  "write it, or its leading parts, as in APLC/MSP.10/2010");
    }
    condition.values = {parts.back()};
  } else {
    condition.values = {value};
  }
  return condition;
}

namespace {

/// The treaty that a meeting belongs to or a form is of; empty where it is not known.
std::string treaty_of(const FieldSpec& field, const std::string& value) {
  if (field.cited == CitedField::form) {
    const std::size_t slash = value.find('/');
    return slash == std::string::npos ? std::string() : value.substr(0, slash);
  }
  const Entry* meeting = Vocabulary::built_in().find(Table::meetings, value);
  return meeting == nullptr ? std::string() : meeting->parent;
}

void narrow_to(const Condition& treaties, Condition& filter) {
  std::vector<std::string> kept;
  for (const std::string& value : filter.values) {
    const std::string treaty = treaty_of(*filter.field, value);
    const bool other = !treaty.empty() && std::find(treaties.values.begin(), treaties.values.end(),
                                                    treaty) == treaties.values.end();
    if (!other) kept.push_back(value);
  }
  if (!kept.empty()) filter.values = kept;
}

}  // namespace

void narrow_meanings(std::vector<Condition>& filters) {
  for (const auto& [narrowed, by] : {std::pair{"meeting", "treaty"},
                                     {"cites.meeting", "cites.treaty"},
                                     {"cites.form", "cites.treaty"}}) {
    const auto treaties =
        std::find_if(filters.begin(), filters.end(),
                     [by = find_field(by)](const Condition& filter) { return filter.field == by; });
    if (treaties == filters.end()) continue;
    for (Condition& filter : filters) {
      if (!filter.ambiguous.empty() && filter.field == find_field(narrowed)) {
        narrow_to(*treaties, filter);
      }
    }
  }
}

std::vector<Notice> told_meanings(const std::vector<Condition>& filters) {
  std::vector<Notice> notices;
  for (const Condition& filter : filters) {
    if (filter.ambiguous.empty() || filter.values.size() < 2) continue;
    std::vector<std::string> meanings;
    for (const std::string& id : filter.values) {
      const std::string label =
          filter.field->table ? Vocabulary::built_in().label(*filter.field->table, id) : id;
      std::string meaning = label;
      if (label != id) meaning.append(" (").append(id).append(")");
      meanings.push_back(std::move(meaning));
    }
    notices.push_back({"several_meanings", std::string(filter.field->word) + " “" +
                                               filter.ambiguous +
                                               "” means any of: " + listed(meanings)});
  }
  return notices;
}

Xapian::Query condition_query(const Condition& condition) {
  if (condition.days) {
    const bool covers = condition.field->slot == Slot::period_first;
    const Slot first = covers ? Slot::period_first : Slot::date_first;
    const Slot last = covers ? Slot::period_last : Slot::date_last;
    // an absent value is empty and would lie below any day, so the range has a lower end
    return {
        Xapian::Query::OP_AND,
        Xapian::Query(Xapian::Query::OP_VALUE_RANGE, number(first), day_value(0),
                      day_value(condition.days->last)),
        Xapian::Query(Xapian::Query::OP_VALUE_GE, number(last), day_value(condition.days->first))};
  }
  if (condition.field->kind == FieldKind::period) {
    // without a date: all but those with any
    return {
        Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll,
        Xapian::Query(Xapian::Query::OP_VALUE_GE, number(*condition.field->slot), day_value(0))};
  }
  std::vector<Xapian::Query> any;
  for (const std::string& value : condition.values) {
    any.emplace_back(field_term(*condition.field, value));
  }
  return {Xapian::Query::OP_OR, any.begin(), any.end()};
}

void add_filter(std::vector<Condition>& filters, Condition&& condition) {
  const auto same = std::find_if(filters.begin(), filters.end(), [&](const Condition& other) {
    return other.field == condition.field && !other.days && !condition.days &&
           other.ambiguous.empty() && condition.ambiguous.empty();
  });
  if (same == filters.end()) {
    filters.push_back(std::move(condition));
  } else {
    same->values.insert(same->values.end(), condition.values.begin(), condition.values.end());
  }
}

Xapian::Query filters_query(const std::vector<Condition>& filters) {
  // days of one field are alternatives too
  std::map<const FieldSpec*, std::vector<Xapian::Query>> by_field;
  for (const Condition& filter : filters) by_field[filter.field].push_back(condition_query(filter));
  std::vector<Xapian::Query> all;
  for (const auto& [field, any] : by_field)
    all.emplace_back(Xapian::Query::OP_OR, any.begin(), any.end());
  return {Xapian::Query::OP_AND, all.begin(), all.end()};
}

}  // namespace pincite
