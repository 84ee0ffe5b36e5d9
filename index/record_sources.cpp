#include "index/record_sources.h"

#include <array>

#include "index/record_values.h"

namespace pincite {
namespace {

// One list for both directions, so that they cannot differ.
template <typename Source>
auto texts_of(Source& source) {
  return std::array{&source.type,   &source.person,    &source.office, &source.addressee,
                    &source.title,  &source.publisher, &source.place,  &source.page,
                    &source.symbol, &source.url,       &source.repeats};
}

template <typename Source>
auto lists_of(Source& source) {
  return std::array{&source.state, &source.on_behalf_of, &source.meeting, &source.treaty,
                    &source.form};
}

CitedSource read_source(ByteReader& in) {
  CitedSource source;
  for (std::string* text : texts_of(source)) *text = in.string();
  for (std::vector<std::string>* list : lists_of(source)) *list = read_strings(in);
  source.state_from = read_enum(in, SourceOrigin::document);
  source.treaty_from = read_enum(in, SourceOrigin::document);
  source.date = read_period(in);
  source.period = read_period(in);
  source.at = read_range(in);
  return source;
}

}  // namespace

void write_sources(ByteWriter& out, const std::vector<CitedSource>& sources) {
  out.number(sources.size());
  for (const CitedSource& source : sources) {
    for (const std::string* text : texts_of(source)) out.string(*text);
    for (const std::vector<std::string>* list : lists_of(source)) write_strings(out, *list);
    out.number(static_cast<std::uint64_t>(source.state_from));
    out.number(static_cast<std::uint64_t>(source.treaty_from));
    write_period(out, source.date);
    write_period(out, source.period);
    write_range(out, source.at);
  }
}

std::vector<CitedSource> read_sources(ByteReader& in) {
  std::vector<CitedSource> sources;
  for (std::uint64_t count = in.number(); count > 0; --count) sources.push_back(read_source(in));
  return sources;
}

}  // namespace pincite
