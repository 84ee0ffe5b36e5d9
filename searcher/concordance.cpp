#include "searcher/concordance.h"

#include <algorithm>

#include "corpus/citing.h"
#include "index/schema.h"

namespace pincite {
namespace {

/// The notes that cover `match`, of marks that ascend.
std::vector<std::uint32_t> covering_notes(const Document& document,
                                          const std::vector<std::uint32_t>& marks,
                                          const Range& match) {
  std::vector<std::uint32_t> notes;
  const auto first = std::ranges::partition_point(
      marks, [&](std::uint32_t mark) { return document.marks[mark].covers.end <= match.begin; });
  for (auto mark = first; mark != marks.end(); ++mark) {
    if (!document.marks[*mark].covers.meets(match)) break;
    notes.push_back(document.marks[*mark].note);
  }
  return notes;
}

void passage_lines(const Document& document, const PassageHit& passage,
                   const std::function<void(const ConcordanceLine&)>& each) {
  std::optional<std::vector<std::uint32_t>> cited;
  std::string citation;
  for (const Range& match : passage.highlights) {
    std::vector<std::uint32_t> notes = covering_notes(document, passage.sources, match);
    if (cited != notes) {
      citation = cite(document, passage.passage, notes);
      cited = std::move(notes);
    }
    each({passage.passage, match, citation});
  }
}

}  // namespace

void for_each_line(const DocumentHit& hit,
                   const std::function<void(const ConcordanceLine&)>& each) {
  std::vector<const PassageHit*> passages;
  for (const PassageHit& passage : hit.passages) passages.push_back(&passage);
  std::ranges::sort(passages, {}, [](const PassageHit* passage) { return passage->passage; });
  for (const PassageHit* passage : passages) passage_lines(hit.document, *passage, each);
}

void ConcordanceCounts::add(const Document& document, std::uint64_t occurrences) {
  if (occurrences == 0) return;
  all_.occurrences += occurrences;
  ++all_.documents;
  add(states_, "state", document.metadata, occurrences);
  add(years_, "year", document.metadata, occurrences);
}

void ConcordanceCounts::add(Counts& counts, const char* field, const Metadata& metadata,
                            std::uint64_t occurrences) {
  std::vector<std::string> values = facet_values(*find_field(field), metadata);
  if (values.empty()) values.emplace_back();
  for (const std::string& value : values) {
    Count& count = counts[value];
    count.occurrences += occurrences;
    ++count.documents;
  }
}

std::vector<OccurrenceCount> ConcordanceCounts::listed(const Counts& counts, const char* field) {
  const FieldSpec& spec = *find_field(field);
  std::vector<OccurrenceCount> list;
  for (const auto& [value, count] : counts) {
    const std::string label = spec.table ? Vocabulary::built_in().label(*spec.table, value) : value;
    if (value.empty()) {
      list.push_back({std::nullopt, "none", count.occurrences, count.documents});
    } else {
      list.push_back({value, label, count.occurrences, count.documents});
    }
  }
  // what has no value is the first of the map
  if (!list.empty() && !list.front().value) std::rotate(list.begin(), list.begin() + 1, list.end());
  return list;
}

std::vector<OccurrenceCount> ConcordanceCounts::by_state() const {
  std::vector<OccurrenceCount> list = listed(states_, "state");
  std::ranges::stable_sort(list, std::greater(), &OccurrenceCount::occurrences);
  return list;
}

std::vector<OccurrenceCount> ConcordanceCounts::by_year() const { return listed(years_, "year"); }

}  // namespace pincite
