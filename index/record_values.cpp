#include "index/record_values.h"

namespace pincite {

void write_strings(ByteWriter& out, const std::vector<std::string>& strings) {
  out.number(strings.size());
  for (const std::string& string : strings) out.string(string);
}

std::vector<std::string> read_strings(ByteReader& in) {
  std::vector<std::string> strings;
  for (std::uint64_t count = in.number(); count > 0; --count) strings.emplace_back(in.string());
  return strings;
}

void write_period(ByteWriter& out, const std::optional<Period>& period) {
  out.string(period ? period->iso() : std::string());
}

std::optional<Period> read_period(ByteReader& in) { return Period::parse(in.string()); }

void write_range(ByteWriter& out, const Range& range) {
  out.number(range.begin);
  out.number(range.end - range.begin);
}

Range read_range(ByteReader& in) {
  const std::uint32_t begin = in.number32();
  const std::uint32_t length = in.number32();
  if (length > UINT32_MAX - begin) throw std::overflow_error("number too large");
  return {begin, begin + length};
}

}  // namespace pincite
