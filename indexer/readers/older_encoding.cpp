#include "indexer/readers/older_encoding.h"

#include <algorithm>
#include <array>
#include <memory>
#include <unicode/uchar.h>
#include <unicode/ucsdet.h>
#include <vector>

#include "corpus/error.h"
#include "corpus/text.h"
#include "indexer/readers/convert.h"

namespace pincite {
namespace {

constexpr std::int32_t kSureEnough = 30;    // of 100
constexpr std::size_t kSampleBytes = 8192;  // as much as ICU looks at
constexpr std::size_t kPieceBytes = 512;    // of the sample, around a byte that is not ASCII

struct Encoding {
  std::string_view detected;  // ICU's name
  const char* read_as;        // a name for ICU's converter
  const char* name;           // IANA's
  bool single_byte = true;
};

// The WHATWG's encoding standard names the supersets that texts labelled so are really in.
constexpr std::array<Encoding, 20> kEncodings = {{
    {"ISO-8859-1", "windows-1252", "windows-1252"},
    {"windows-1252", "windows-1252", "windows-1252"},
    {"ISO-8859-2", "ISO-8859-2", "ISO-8859-2"},
    {"windows-1250", "windows-1250", "windows-1250"},
    {"ISO-8859-5", "ISO-8859-5", "ISO-8859-5"},
    {"windows-1251", "windows-1251", "windows-1251"},
    {"KOI8-R", "KOI8-R", "KOI8-R"},
    {"ISO-8859-6", "ISO-8859-6", "ISO-8859-6"},
    {"windows-1256", "windows-1256", "windows-1256"},
    {"ISO-8859-7", "ISO-8859-7", "ISO-8859-7"},
    {"windows-1253", "windows-1253", "windows-1253"},
    {"ISO-8859-8", "ISO-8859-8", "ISO-8859-8"},
    {"ISO-8859-8-I", "ISO-8859-8", "ISO-8859-8"},
    {"windows-1255", "windows-1255", "windows-1255"},
    {"ISO-8859-9", "windows-1254", "windows-1254"},
    {"windows-1254", "windows-1254", "windows-1254"},
    {"GB18030", "GB18030", "GB18030", false},
    {"Big5", "Big5-HKSCS", "Big5-HKSCS", false},
    {"Shift_JIS", "windows-31j", "Shift_JIS", false},
    {"EUC-KR", "windows-949", "EUC-KR", false},
}};
constexpr Encoding kEucJp = {"EUC-JP", "EUC-JP", "EUC-JP", false};

const Encoding* encoding_of(std::string_view detected) {
  if (detected == kEucJp.detected) return &kEucJp;
  const auto* found =
      std::find_if(kEncodings.begin(), kEncodings.end(),
                   [detected](const Encoding& encoding) { return encoding.detected == detected; });
  return found == kEncodings.end() ? nullptr : found;
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// Stretches of the text around what is not ASCII: a long English report may have its first such
/// byte far behind what ICU looks at. They are cut at bytes that no encoding has within a
/// character.
std::string sample_of(std::string_view bytes) {
  const auto is_cut = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
  std::string sample;
  std::size_t at = 0;
  while (at < bytes.size() && sample.size() < kSampleBytes) {
    const auto* found = std::find_if_not(bytes.data() + at, bytes.data() + bytes.size(), is_ascii);
    const auto high = static_cast<std::size_t>(found - bytes.data());
    if (high == bytes.size()) break;
    std::size_t begin = std::max(at, high < kPieceBytes / 2 ? 0 : high - kPieceBytes / 2);
    while (begin > at && begin < high && !is_cut(bytes[begin])) ++begin;
    std::size_t end = std::min(begin + kPieceBytes, bytes.size());
    while (end < bytes.size() && end - begin < kSampleBytes && !is_cut(bytes[end])) ++end;
    sample += bytes.substr(begin, end - begin);
    at = end;
  }
  return sample;
}

/// Marks that stand at a word's end or apart, never between two letters. Not the dash and the
/// apostrophe, which do.
bool is_outside_words(std::int32_t c) {
  if (c == 0x2019 || c == 0x2013 || c == 0x2014 || c == 0xB7 || u_isspace(c) != 0) return false;
  const auto type = u_charType(c);
  return u_isalpha(c) == 0 && type != U_NON_SPACING_MARK && type != U_FORMAT_CHAR;
}

/// Whether the text holds control characters that no text has.
bool has_controls(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::int32_t c = next_code_point(text, at);
    const bool usual = (c >= 0x08 && c <= 0x0D) || c == 0x1A || c == 0x1B;
    if (c < 0 || (u_charType(c) == U_CONTROL_CHAR && !usual)) return true;
  }
  return false;
}

/// Counts what nobody writes, in a text of an encoding of single bytes.
bool is_plausible(std::string_view text) {
  std::size_t total = 0;
  std::size_t capitals = 0;  // right behind a small letter
  std::size_t marks = 0;     // between two letters
  std::int32_t before = ' ';
  std::int32_t c = ' ';
  for (std::size_t at = 0; at < text.size() || c >= 0x80;) {
    const std::int32_t next = at < text.size() ? next_code_point(text, at) : ' ';
    if (c >= 0x80) {
      ++total;
      if (u_isupper(c) != 0 && u_islower(before) != 0) ++capitals;
      if (is_outside_words(c) && u_isalpha(before) != 0 && u_isalpha(next) != 0) ++marks;
    }
    before = c;
    c = next;
  }
  return 100 * capitals <= total && 10 * marks <= total;
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

void check(UErrorCode status) {
  if (U_FAILURE(status) != 0) throw Error("encoding detection", u_errorName(status));
}

/// The encodings that ICU is sure enough of, the likeliest first.
std::vector<const Encoding*> candidates(const std::string& sample) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  check(status);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  std::vector<const Encoding*> found;
  if (status == U_INVALID_CHAR_FOUND) return found;  // ICU's word for no match at all
  check(status);
  for (std::int32_t i = 0; i < count; ++i) {
    if (ucsdet_getConfidence(matches[i], &status) < kSureEnough) break;
    if (const Encoding* encoding = encoding_of(ucsdet_getName(matches[i], &status))) {
      found.push_back(encoding);
    }
  }
  check(status);
  return found;
}

}  // namespace

std::optional<OlderText> decode_older(std::string_view bytes) {
  for (const Encoding* encoding : candidates(sample_of(bytes))) {
    Converted converted = convert(bytes, encoding->read_as);
    if (!converted.ok || has_controls(converted.text)) continue;
    // the likeliest that fits decides: a worse one would only be wrong in another way
    if (encoding->single_byte && !is_plausible(converted.text)) return std::nullopt;
    return OlderText{std::move(converted.text), encoding->name};
  }
  return std::nullopt;
}

}  // namespace pincite
