#include "indexer/readers/decode.h"

#include <array>
#include <limits>
#include <optional>
#include <string_view>
#include <unicode/ucnv.h>

#include "corpus/text.h"

namespace pincite {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

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

/// ICU's name of the encoding that a byte order mark announces, or nullptr.
const char* encoding_by_mark(std::string_view bytes) {
  std::int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 8));
  const char* name = ucnv_detectUnicodeSignature(bytes.data(), size, &length, &status);
  return U_SUCCESS(status) != 0 ? name : nullptr;
}

/// Converts with ICU; a sequence that the encoding does not have is a problem.
Decoded convert(const std::string& bytes, const char* encoding) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max() / 4)) {
    return {{}, std::string("is ") + encoding + " and too large to be converted"};
  }
  std::string text(2 * bytes.size() + 16, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t size =
      ucnv_convert("UTF-8", encoding, text.data(), static_cast<std::int32_t>(text.size()),
                   bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status) != 0) return {{}, std::string("is announced as ") + encoding + " but not"};
  text.resize(static_cast<std::size_t>(size));
  if (text.starts_with(kUtf8Mark)) text.erase(0, kUtf8Mark.size());
  return {std::move(text), {}};
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

}  // namespace

Decoded decode(std::string bytes) {
  if (bytes.starts_with(kUtf8Mark)) {
    bytes.erase(0, kUtf8Mark.size());
  } else if (const char* encoding = encoding_by_mark(bytes)) {
    return convert(bytes, encoding);
  }
  if (std::string problem = binary_problem(bytes); !problem.empty()) return {{}, problem};
  if (const std::optional<std::size_t> at = first_invalid_utf8(bytes)) {
    return {{}, "is not UTF-8 text (byte at offset " + std::to_string(*at) + ")"};
  }
  return {std::move(bytes), {}};
}

}  // namespace pincite
