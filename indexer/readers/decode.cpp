#include "indexer/readers/decode.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include "corpus/text.h"
#include "indexer/readers/convert.h"
#include "indexer/readers/older_encoding.h"

namespace pincite {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// So many characters beyond ASCII must be whole for each broken sequence in a text that still
// counts as UTF-8. By chance, Chinese and Japanese encodings have up to 0.8 that look whole, others
// 0.5.
constexpr std::size_t kWholePerBroken = 4;

// Spaces, digits and letters that a text in UTF-16 without a mark must have to be believed.
constexpr std::size_t kFewestAscii = 4;

Decoded problem(std::string reason) {
  Decoded decoded;
  decoded.problem = std::move(reason);
  return decoded;
}

struct Signature {
  std::string_view bytes;
  std::string_view what;
};

// Files that a name like `report.txt` may hide, by their first bytes.
constexpr std::array<Signature, 8> kBinary = {{
    {"%PDF-", "a PDF"},
    {"PK\x03\x04", "a ZIP archive or office document"},
    {"\x1F\x8B", "gzip data"},
    {"\x28\xB5\x2F\xFD", "Zstandard data"},
    {"\x89PNG", "a PNG picture"},
    {"\xFF\xD8\xFF", "a JPEG picture"},
    {"\xD0\xCF\x11\xE0", "an old office document"},
    {"{\\rtf", "RTF"},
}};

/// ICU's name of the UTF-16 or UTF-32 that a byte order mark announces, or nullptr.
const char* encoding_by_mark(std::string_view bytes) {
  std::int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 8));
  const char* name = ucnv_detectUnicodeSignature(bytes.data(), size, &length, &status);
  if (U_FAILURE(status) != 0 || name == nullptr) return nullptr;
  // ICU knows marks of encodings that nobody uses, and plain text may begin with UTF-7's
  const std::string_view known(name);
  return known.starts_with("UTF-16") || known.starts_with("UTF-32") ? name : nullptr;
}

/// What a byte order mark announced.
Decoded announced(std::string_view bytes, const char* encoding) {
  Converted converted = convert(bytes, encoding);
  if (!converted.ok) {
    return problem(std::string("begins like ") + encoding + " but is not (bytes at offset " +
                   std::to_string(converted.bad_at) + ")");
  }
  Decoded decoded;
  decoded.text = std::move(converted.text);
  if (decoded.text.starts_with(kUtf8Mark)) decoded.text.erase(0, kUtf8Mark.size());
  return decoded;
}

/// Whether it reads as text: every character assigned, none a control, and some space or ASCII,
/// which every text has and which tells the two byte orders apart.
bool reads_as_text(std::string_view text) {
  std::size_t ascii = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::int32_t c = next_code_point(text, at);
    const bool space = c == '\t' || c == '\n' || c == '\r' || c == '\f';
    const auto type = u_charType(c);
    if (c < 0 || type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR || type == U_SURROGATE ||
        (type == U_CONTROL_CHAR && !space)) {
      return false;
    }
    if (c < 0x80) ++ascii;
  }
  return ascii >= kFewestAscii && 1000 * ascii >= text.size();
}

/// Whether most pairs of bytes are two ASCII characters. Such a file is text with zero bytes in it;
/// in UTF-16 the pairs would be Chinese characters, of which only a quarter are of that kind.
bool is_ascii_in_pairs(std::string_view bytes) {
  std::size_t pairs = 0;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    const bool both = std::all_of(bytes.data() + at, bytes.data() + at + 2,
                                  [](char c) { return c >= 0x09 && c < 0x7F; });
    if (both) ++pairs;
  }
  return 4 * pairs > bytes.size();
}

/// UTF-16 or UTF-32 without a byte order mark.
std::optional<Decoded> unmarked_wide(std::string_view bytes) {
  if (is_ascii_in_pairs(bytes)) return std::nullopt;
  for (const char* encoding : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
    // a first look spares the conversion of what is binary
    const std::string_view head = bytes.substr(0, std::min<std::size_t>(bytes.size(), 4096));
    if (!reads_as_text(convert(head, encoding).text)) continue;
    Converted converted = convert(bytes, encoding);
    if (!converted.ok || !reads_as_text(converted.text)) continue;
    Decoded decoded;
    decoded.text = std::move(converted.text);
    decoded.encoding = encoding;
    return decoded;
  }
  return std::nullopt;
}

std::string binary_problem(std::string_view text) {
  for (const Signature& signature : kBinary) {
    if (text.starts_with(signature.bytes)) {
      return "holds " + std::string(signature.what) + ", not plain text";
    }
  }
  const std::size_t nul = text.find('\0');
  if (nul == std::string_view::npos) return {};
  return "holds binary data, not text (a zero byte at offset " + std::to_string(nul) + ")";
}

/// The text as UTF-8, each sequence that is none replaced, with a count of the characters beyond
/// ASCII that are whole.
struct Repaired {
  Decoded decoded;
  std::size_t whole = 0;
  bool cut_off =
      false;  // the only broken sequence ends the text, after its first two bytes at least
};

Repaired repair(std::string_view bytes, std::size_t first_bad) {
  Repaired repaired;
  Decoded& decoded = repaired.decoded;
  decoded.first_bad = first_bad;
  decoded.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    const std::int32_t c = next_code_point(bytes, at);
    if (c >= 0x80) ++repaired.whole;
    if (c < 0) ++decoded.replaced;
    decoded.text += c < 0 ? kReplacement : bytes.substr(begin, at - begin);
    if (c < 0) repaired.cut_off = at == bytes.size() && at - begin > 1 && decoded.replaced == 1;
  }
  return repaired;
}

Decoded not_quite_utf8(std::string_view bytes, std::size_t first_bad) {
  Repaired repaired = repair(bytes, first_bad);
  const bool mostly = repaired.whole >= kWholePerBroken * repaired.decoded.replaced;
  if (mostly || repaired.cut_off) return std::move(repaired.decoded);
  const std::string offset = "(byte at offset " + std::to_string(first_bad) + ")";
  if (repaired.whole > repaired.decoded.replaced) {
    return problem("is UTF-8 in part and something else in part " + offset +
                   "; convert it to UTF-8");
  }
  if (std::optional<OlderText> older = decode_older(bytes)) {
    Decoded decoded;
    decoded.text = std::move(older->text);
    decoded.encoding = std::move(older->encoding);
    return decoded;
  }
  return problem("is not UTF-8 " + offset +
                 ", and no other encoding shows clearly; convert it to UTF-8");
}

}  // namespace

Decoded decode(std::string bytes) {
  if (bytes.starts_with(kUtf8Mark)) {
    bytes.erase(0, kUtf8Mark.size());
  } else if (const char* encoding = encoding_by_mark(bytes)) {
    return announced(bytes, encoding);
  }
  if (std::string reason = binary_problem(bytes); !reason.empty()) {
    std::optional<Decoded> wide = unmarked_wide(bytes);
    return wide ? std::move(*wide) : problem(std::move(reason));
  }
  if (const std::optional<std::size_t> at = first_invalid_utf8(bytes)) {
    return not_quite_utf8(bytes, *at);
  }
  Decoded decoded;
  decoded.text = std::move(bytes);
  return decoded;
}

std::string decoding_notice(const Decoded& decoded) {
  if (!decoded.encoding.empty()) {
    return "is not UTF-8 and was read as " + decoded.encoding +
           ", by what it spells; if accents or letters look wrong, convert the file to UTF-8";
  }
  if (decoded.replaced == 0) return {};
  return std::to_string(decoded.replaced) +
         (decoded.replaced == 1 ? " sequence of bytes is" : " sequences of bytes are") +
         " not UTF-8 and shown as U+FFFD (the first at offset " +
         std::to_string(decoded.first_bad) + ")";
}

}  // namespace pincite
