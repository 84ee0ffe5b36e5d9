#include "indexer/readers/convert.h"

#include <algorithm>
#include <array>
#include <memory>
#include <unicode/ucnv.h>

#include "corpus/error.h"

namespace pincite {
namespace {

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

Converter open_converter(const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding, &status));
  if (U_SUCCESS(status) != 0) {
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
  }
  if (U_FAILURE(status) != 0) {
    throw Error(encoding, std::string("ICU cannot decode it: ") + u_errorName(status),
                "reinstall libicu");
  }
  return converter;
}

/// Bytes of the sequence that stopped the conversion.
std::size_t bad_bytes(const UConverter* converter) {
  std::array<char, 32> bytes{};
  auto count = static_cast<std::int8_t>(bytes.size());
  UErrorCode status = U_ZERO_ERROR;
  ucnv_getInvalidChars(converter, bytes.data(), &count, &status);
  return U_SUCCESS(status) != 0 && count > 0 ? static_cast<std::size_t>(count) : 0;
}

}  // namespace

Converted convert(std::string_view bytes, const char* encoding) {
  const Converter from = open_converter(encoding);
  const Converter to = open_converter("UTF-8");
  Converted converted;
  converted.text.reserve(bytes.size() + bytes.size() / 8);
  std::array<char, 1U << 14U> out{};
  std::array<UChar, 1U << 12U> pivot{};
  UChar* pivot_from = pivot.data();
  UChar* pivot_to = pivot.data();
  const char* source = bytes.data();
  const char* end = source + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  for (UBool first = 1; status == U_BUFFER_OVERFLOW_ERROR; first = 0) {
    status = U_ZERO_ERROR;
    char* target = out.data();
    ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source, end,
                   pivot.data(), &pivot_from, &pivot_to, pivot.data() + pivot.size(), first, 1,
                   &status);
    converted.text.append(out.data(), target);
  }
  converted.ok = U_SUCCESS(status) != 0;
  if (!converted.ok) {
    converted.bad_at = static_cast<std::size_t>(source - bytes.data());
    converted.bad_at -= std::min(converted.bad_at, bad_bytes(from.get()));
  }
  return converted;
}

}  // namespace pincite
