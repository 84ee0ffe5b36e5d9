// libFuzzer target: whatever is analysed, ranges ascend and cut no character, each token is the
// same by itself and so is any stretch of them, and composed and decomposed letters and other
// spaces change no term. The first byte says how long a stretch is cut out.
//
//   clang++ -std=c++20 -g -O1 -I. -fsanitize=fuzzer,address,undefined tests/fuzz/analysis_fuzz.cpp
//   \
//           index/analysis.cpp index/characters.cpp index/fold.cpp index/letters.cpp
//           index/symbol.cpp \
//           index/schema.cpp corpus/*.cpp build/dev/corpus/vocabulary_text.cpp \
//           -licui18n -licuuc -lnettle -lxapian -o analysis_fuzz && ./analysis_fuzz
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <vector>

#include "corpus/text.h"
#include "index/analysis.h"

namespace {

using namespace pincite;

void expect(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

bool cuts_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

void check_ranges(std::string_view text, const std::vector<Token>& tokens) {
  const bool valid = !first_invalid_utf8(text);
  std::uint32_t behind = 0;
  for (const Token& token : tokens) {
    expect(!token.term.empty(), "a term is not empty");
    expect(!first_invalid_utf8(token.term), "a term is UTF-8");
    expect(token.begin >= behind && token.begin < token.end && token.end <= text.size(),
           "ranges ascend");
    expect(!valid || (!cuts_character(text, token.begin) && !cuts_character(text, token.end)),
           "a range cuts no character");
    behind = token.end;
  }
}

void check_cut(std::string_view text, const std::vector<Token>& tokens, std::size_t count) {
  for (std::size_t first = 0; first < tokens.size(); first += count) {
    const std::size_t last = std::min(first + count, tokens.size()) - 1;
    const std::size_t begin = tokens[first].begin;
    const std::vector<Token> cut = analyse(text.substr(begin, tokens[last].end - begin));
    expect(cut.size() == last - first + 1, "what is cut out has as many tokens");
    for (std::size_t i = 0; i < cut.size(); ++i) {
      expect(cut[i].term == tokens[first + i].term, "what is cut out has the same tokens");
      expect(cut[i].begin + begin == tokens[first + i].begin, "they stand where they did");
    }
  }
}

void check_same_terms(const std::vector<Token>& tokens, std::string_view changed,
                      const char* what) {
  const std::vector<Token> others = analyse(changed);
  expect(tokens.size() == others.size(), what);
  for (std::size_t i = 0; i < tokens.size(); ++i) expect(tokens[i].term == others[i].term, what);
}

void check_other_spaces(std::string_view text, const std::vector<Token>& tokens) {
  for (const std::string_view space : {"\n", "\t", "\u00A0", "\u2009"}) {
    std::string changed;
    for (const char c : text) {
      if (c == ' ') {
        changed += space;
      } else {
        changed += c;
      }
    }
    check_same_terms(tokens, changed, "other spaces give the same terms");
  }
}

void check_normal_forms(std::string_view text, const std::vector<Token>& tokens) {
  UErrorCode status = U_ZERO_ERROR;
  const auto units = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string composed;
  icu::Normalizer2::getNFCInstance(status)->normalize(units, status).toUTF8String(composed);
  std::string decomposed;
  icu::Normalizer2::getNFDInstance(status)->normalize(units, status).toUTF8String(decomposed);
  check_same_terms(tokens, composed, "composed letters give the same terms");
  check_same_terms(tokens, decomposed, "decomposed letters give the same terms");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(bytes + 1, bytes + size);
  const std::vector<Token> tokens = analyse(text);
  check_ranges(text, tokens);
  check_cut(text, tokens, bytes[0] % 8U + 1);
  check_other_spaces(text, tokens);
  if (!first_invalid_utf8(text)) check_normal_forms(text, tokens);
  return 0;
}
