// libFuzzer target: any UTF-8 is analysed, with any silent ranges; tokens ascend, cut no character,
// and keep out of what is silent.
//
// The first bytes say how long the stretches are that are silent and that are not, in turn, up to
// a zero; the text follows.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/text.h"
#include "index/analysis.h"
#include "tests/fuzz/expect.h"

namespace {

using namespace pincite;

bool is_boundary(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

std::uint32_t next_boundary(const std::string& text, std::size_t at) {
  while (at < text.size() && !is_boundary(text, at)) ++at;
  return static_cast<std::uint32_t>(std::min(at, text.size()));
}

std::vector<Range> silent_ranges(const std::string& lengths, const std::string& text) {
  std::vector<Range> silent;
  std::uint32_t at = 0;
  for (std::size_t i = 0; i + 1 < lengths.size(); i += 2) {
    const std::uint32_t begin = next_boundary(text, at + static_cast<unsigned char>(lengths[i]));
    at = next_boundary(text, begin + static_cast<unsigned char>(lengths[i + 1]));
    if (begin < at) silent.push_back({begin, at});
  }
  return silent;
}

void check(const std::string& text, const std::vector<Range>& silent) {
  std::uint32_t end = 0;
  for (const Token& token : analyse(text, silent)) {
    expect(token.begin >= end && token.begin < token.end, "tokens ascend");
    expect(token.end <= text.size(), "tokens are within the text");
    expect(is_boundary(text, token.begin) && is_boundary(text, token.end),
           "a token cuts no character");
    expect(!token.term.empty() && token.term.size() <= 245, "a term can be stored");
    expect(!first_invalid_utf8(token.term), "a term is UTF-8");
    for (const Range& range : silent) {
      expect(token.end <= range.begin || token.begin >= range.end, "silence gives no token");
    }
    end = token.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const std::size_t lengths = bytes.find('\0');
  const std::string text = lengths == std::string::npos ? bytes : bytes.substr(lengths + 1);
  if (first_invalid_utf8(text)) return 0;
  check(text, {});
  if (lengths != std::string::npos) check(text, silent_ranges(bytes.substr(0, lengths), text));
  return 0;
}
