#include "corpus/text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <nettle/sha2.h>
#include <numeric>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "corpus/error.h"

namespace pincite {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

const icu::Normalizer2& normalizer(const char* name, UNormalization2Mode mode) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = icu::Normalizer2::getInstance(nullptr, name, mode, status);
  if (U_FAILURE(status)) throw Error("Unicode data", u_errorName(status), "reinstall libicu");
  return *found;
}

/// Calls `each(code point, begin, end)`; sequences that are not UTF-8 come as U+FFFD.
template <typename Each>
void for_each_code_point(std::string_view text, Each each) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    const std::int32_t c = next_code_point(text, at);
    each(c < 0 ? 0xFFFD : c, begin, at);
  }
}

bool is_bidi_control(UChar32 c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

// ICU's macro narrows an int to a byte, which is its business and not ours.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
std::int32_t next_code_point(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  const char* bytes = text.data();
  U8_NEXT(bytes, at, text.size(), c);
  return c;
}
#pragma GCC diagnostic pop

std::size_t start_before(std::string_view text, std::size_t at) {
  do {
    --at;
  } while (at > 0 && is_continuation(text[at]));
  return at;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    if (next_code_point(text, at) < 0) return begin;
  }
  return std::nullopt;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

std::vector<std::size_t> code_point_offsets(std::string_view text,
                                            const std::vector<std::uint32_t>& bytes) {
  std::vector<std::size_t> order(bytes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&bytes](std::size_t a, std::size_t b) { return bytes[a] < bytes[b]; });
  std::vector<std::size_t> offsets(bytes.size());
  std::size_t at = 0;
  std::size_t points = 0;
  for (const std::size_t i : order) {
    const std::size_t end = std::min<std::size_t>(bytes[i], text.size());
    points += code_points(text.substr(at, end - at));
    at = end;
    offsets[i] = points;
  }
  return offsets;
}

std::string name_key(std::string_view text) {
  static const icu::Normalizer2& fold = normalizer("nfkc_cf", UNORM2_COMPOSE);
  static const icu::Normalizer2& parts = normalizer("nfc", UNORM2_DECOMPOSE);
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const icu::UnicodeString folded = parts.normalize(fold.normalize(source, status), status);
  if (U_FAILURE(status)) throw Error("name", u_errorName(status));
  icu::UnicodeString key;
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (u_isalnum(c) != 0) {
      key.append(c);
    } else if (u_charType(c) != U_NON_SPACING_MARK && !key.isEmpty() &&
               key.char32At(key.length() - 1) != ' ') {
      key.append(static_cast<UChar32>(' '));
    }
  }
  key.trim();
  std::string utf8;
  return key.toUTF8String(utf8);
}

std::string_view trim(std::string_view text) {
  std::size_t begin = text.size();
  std::size_t end = 0;
  for_each_code_point(text, [&](UChar32 c, std::size_t from, std::size_t to) {
    if (u_isUWhiteSpace(c) != 0) return;
    begin = std::min(begin, from);
    end = to;
  });
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

std::string squeeze(std::string_view text) {
  std::string squeezed;
  bool space = false;
  for_each_code_point(text, [&](UChar32 c, std::size_t from, std::size_t to) {
    if (u_isUWhiteSpace(c) != 0) {
      space = true;
      return;
    }
    if (space && !squeezed.empty()) squeezed += ' ';
    space = false;
    squeezed += text.substr(from, to - from);
  });
  return squeezed;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string line;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!line.empty()) line += separator;
    line += part;
  }
  return line;
}

std::string visible(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for_each_code_point(text, [&](UChar32 c, std::size_t from, std::size_t to) {
    if (c == '\t' || c == '\n' || c == '\r') {
      shown += ' ';
    } else if (c < 0x20) {
      // The Control Pictures block has a picture for each, in order.
      shown += "\xE2\x90";
      shown += static_cast<char>(0x80 + c);
    } else if (c == 0x7F || (c >= 0x80 && c < 0xA0) || is_bidi_control(c)) {
      std::array<char, 16> code{};
      std::snprintf(code.data(), code.size(), "<U+%04X>", static_cast<unsigned>(c));
      shown += code.data();
    } else if (c == 0xFFFD) {
      shown += "\xEF\xBF\xBD";
    } else {
      shown += text.substr(from, to - from);
    }
  });
  return shown;
}

std::string sha256_hex(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  // nettle's interface takes the bytes as unsigned characters
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  sha256_digest(&context, digest.size(), digest.data());
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 0x0FU];
  }
  return hex;
}

}  // namespace pincite
