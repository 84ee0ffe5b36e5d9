#include "index/cited.h"

#include <algorithm>
#include <map>

#include "index/bytes.h"
#include "index/record_values.h"

namespace pincite {
namespace {

void write_spans(ByteWriter& out, const std::vector<PositionSpan>& spans) {
  out.number(spans.size());
  std::uint32_t before = 0;
  for (const PositionSpan& span : spans) {
    out.number(span.first - before);
    out.number(span.last - span.first);
    before = span.first;
  }
}

std::vector<PositionSpan> read_spans(ByteReader& in) {
  std::vector<PositionSpan> spans;
  std::uint32_t before = 0;
  for (std::uint64_t count = in.number(); count > 0; --count) {
    const std::uint32_t first = before + in.number32();
    spans.push_back({first, first + in.number32()});
    before = first;
  }
  return spans;
}

CitedValues read_values(ByteReader& in, const std::vector<std::string>& strings) {
  CitedValues values;
  for (auto& list : values) {
    for (std::uint64_t count = in.number(); count > 0; --count) {
      list.push_back(strings.at(in.number()));
    }
  }
  return values;
}

}  // namespace

void CoveringNotes::add_passage(std::uint32_t passage, std::span<const Token> tokens,
                                std::uint32_t position) {
  const std::vector<Mark>& marks = document_.marks;
  while (next_mark_ < marks.size() && marks[next_mark_].passage < passage) ++next_mark_;
  for (; next_mark_ < marks.size() && marks[next_mark_].passage == passage; ++next_mark_) {
    const Mark& mark = marks[next_mark_];
    if (mark.note == kNone) continue;
    const auto first = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& token) {
      return token.end <= mark.covers.begin;
    });
    const auto end = std::partition_point(
        first, tokens.end(), [&](const Token& token) { return token.begin < mark.covers.end; });
    if (first == end) continue;
    covers_[mark.note].push_back({position + static_cast<std::uint32_t>(first - tokens.begin()),
                                  position + static_cast<std::uint32_t>(end - tokens.begin()) - 1});
  }
}

std::vector<CoveringNote> CoveringNotes::take() {
  std::vector<CoveringNote> notes;
  for (std::size_t note = 0; note < covers_.size(); ++note) {
    const std::vector<CitedSource>& sources = document_.notes[note].sources;
    if (covers_[note].empty() || sources.empty()) continue;
    CoveringNote& covering = notes.emplace_back();
    covering.covers = std::move(covers_[note]);
    for (const CitedSource& source : sources) covering.sources.push_back(cited_values(source));
  }
  return notes;
}

std::string write_covering_notes(std::span<const CoveringNote> notes) {
  if (notes.empty()) return {};
  std::map<std::string, std::uint64_t> numbers;
  for (const CoveringNote& note : notes) {
    for (const CitedValues& source : note.sources) {
      for (const auto& list : source) {
        for (const std::string& value : list) numbers.emplace(value, 0);
      }
    }
  }
  ByteWriter out;
  out.number(numbers.size());
  std::uint64_t next = 0;
  for (auto& [value, number] : numbers) {
    out.string(value);
    number = next++;
  }
  for (const CoveringNote& note : notes) {
    write_spans(out, note.covers);
    out.number(note.sources.size());
    for (const CitedValues& source : note.sources) {
      for (const auto& list : source) {
        out.number(list.size());
        for (const std::string& value : list) out.number(numbers[value]);
      }
    }
  }
  return out.bytes();
}

std::vector<CoveringNote> read_covering_notes(std::string_view slot) {
  std::vector<CoveringNote> notes;
  if (slot.empty()) return notes;
  ByteReader in(slot);
  const std::vector<std::string> strings = read_strings(in);
  while (!in.at_end()) {
    CoveringNote& note = notes.emplace_back();
    note.covers = read_spans(in);
    for (std::uint64_t count = in.number(); count > 0; --count) {
      note.sources.push_back(read_values(in, strings));
    }
  }
  return notes;
}

}  // namespace pincite
