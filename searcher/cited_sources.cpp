#include "searcher/cited_sources.h"

#include <algorithm>

#include "corpus/error.h"
#include "searcher/facets.h"

namespace pincite {
namespace {

constexpr std::array kFields = {CitedField::state,   CitedField::year,   CitedField::type,
                                CitedField::meeting, CitedField::treaty, CitedField::form};

bool has_empty(const std::vector<std::string>& values) {
  return std::find(values.begin(), values.end(), "") != values.end();
}

std::set<CitedField> absent_fields(const std::vector<CoveringNote>& notes) {
  std::set<CitedField> absent(kFields.begin(), kFields.end());
  for (const CoveringNote& note : notes) {
    for (const CitedValues& source : note.sources) {
      std::erase_if(absent, [&](CitedField field) { return !of(source, field).empty(); });
    }
  }
  return absent;
}

/// Those of the covers in which an occurrence lies. Occurrences ascend by their first position.
std::vector<PositionSpan> met(const std::vector<PositionSpan>& covers,
                              const std::vector<Occurrence>& occurrences,
                              const std::vector<std::uint32_t>& last_so_far) {
  std::vector<PositionSpan> kept;
  for (const PositionSpan& span : covers) {
    const auto behind =
        std::upper_bound(occurrences.begin(), occurrences.end(), span.last,
                         [](std::uint32_t last, const Occurrence& o) { return last < o.first; });
    const auto before = static_cast<std::size_t>(behind - occurrences.begin());
    if (before > 0 && last_so_far[before - 1] >= span.first) kept.push_back(span);
  }
  return kept;
}

/// Of each occurrence, the highest last position up to it.
std::vector<std::uint32_t> last_positions(const std::vector<Occurrence>& occurrences) {
  std::vector<std::uint32_t> last;
  for (const Occurrence& occurrence : occurrences) {
    last.push_back(last.empty() ? occurrence.last : std::max(last.back(), occurrence.last));
  }
  return last;
}

bool starts_before(const PositionSpan& a, const PositionSpan& b) { return a.first < b.first; }

}  // namespace

std::vector<Condition> cited_conditions(const std::vector<Condition>& filters) {
  std::vector<Condition> conditions;
  std::copy_if(filters.begin(), filters.end(), std::back_inserter(conditions),
               [](const Condition& filter) { return filter.field->kind == FieldKind::cited; });
  return conditions;
}

CitedSources::CitedSources(const IndexReader& index, std::span<const Unit> units,
                           const std::vector<Condition>& conditions)
    : index_(index), units_(units) {
  for (const Condition& condition : conditions) {
    Values& values = wanted_[*condition.field->cited];
    values.insert(values.end(), condition.values.begin(), condition.values.end());
  }
}

bool CitedSources::meets(const CitedValues& source, const std::set<CitedField>& absent) const {
  return std::all_of(wanted_.begin(), wanted_.end(), [&](const auto& wanted) {
    const auto& [field, values] = wanted;
    if (absent.contains(field) && has_empty(values)) return true;
    const std::vector<std::string>& own = of(source, field);
    return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
      return std::binary_search(own.begin(), own.end(), value);
    });
  });
}

bool CitedSources::needs_no_source(const std::set<CitedField>& absent) const {
  return std::all_of(wanted_.begin(), wanted_.end(), [&](const auto& wanted) {
    return absent.contains(wanted.first) && has_empty(wanted.second);
  });
}

CitedFound CitedSources::look(Xapian::docid entry, const std::vector<CoveringNote>& notes) const {
  CitedFound found;
  found.absent = absent_fields(notes);
  std::vector<Occurrence> places;
  if (!units_.empty() && !notes.empty()) places = occurrences(index_, entry, units_);
  const std::vector<std::uint32_t> last = last_positions(places);
  for (const CoveringNote& note : notes) {
    const std::vector<PositionSpan> covers =
        units_.empty() ? note.covers : met(note.covers, places, last);
    if (covers.empty()) continue;
    bool any = false;
    for (const CitedValues& source : note.sources) {
      if (!meets(source, found.absent)) continue;
      any = true;
      for (const CitedField field : kFields) {
        found.values[field].insert(of(source, field).begin(), of(source, field).end());
      }
    }
    if (any) found.covers.insert(found.covers.end(), covers.begin(), covers.end());
  }
  std::sort(found.covers.begin(), found.covers.end(), starts_before);
  found.passes = !found.covers.empty() || needs_no_source(found.absent);
  return found;
}

const CitedFound& CitedSources::in(Xapian::docid entry, const std::string& slot) {
  if (entry == last_) return found_;
  try {
    found_ = look(entry, read_covering_notes(slot));
  } catch (const std::out_of_range&) {
    throw Error(index_.folder().string(), "it is damaged: what a document cites cannot be read",
                "run `pincite index --rebuild`");
  }
  last_ = entry;
  return found_;
}

const CitedFound& CitedSources::in(Xapian::docid entry) {
  if (entry == last_) return found_;
  return in(entry, index_.database().get_document(entry).get_value(number(Slot::cited)));
}

bool CitedDecider::operator()(const Xapian::Document& entry) const {
  if (++looked_at_ > kMost) return false;
  return sources_.in(entry.get_docid(), entry.get_value(number(Slot::cited))).passes;
}

void CitedCounter::operator()(const Xapian::Document& entry, double /*weight*/) {
  const std::string slot = entry.get_value(number(Slot::cited));
  if (slot.empty()) {
    for (const CitedField field : kFields) ++without_[field];
    return;
  }
  if (++looked_at_ > CitedDecider::kMost) return;
  const CitedFound& found = sources_.in(entry.get_docid(), slot);
  for (const auto& [field, values] : found.values) {
    for (const std::string& value : values) ++by_value_[field][value];
  }
  for (const CitedField field : found.absent) ++without_[field];
}

std::vector<FacetCount> CitedCounter::counts(const FieldSpec& field) const {
  const auto values = by_value_.find(*field.cited);
  const auto without = without_.find(*field.cited);
  return facet_counts(
      field, values == by_value_.end() ? std::map<std::string, std::uint32_t>() : values->second,
      without == without_.end() ? 0 : without->second);
}

}  // namespace pincite
