#include "index/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "corpus/error.h"

namespace pincite {
namespace {

constexpr UChar32 kCyrillicI = 0x0438;  // which with a breve is another letter, й
constexpr UChar32 kBreve = 0x0306;
constexpr UChar32 kAcute = 0x00B4;

bool accents_are_optional(UChar32 base) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(base, &status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC ||
         script == USCRIPT_HEBREW || script == USCRIPT_ARABIC;
}

UChar32 fold_letter(UChar32 c) {
  switch (c) {
    case '`':  // what stands for an apostrophe
    case 0x02B9:
    case 0x02BB:
    case 0x02BC:
    case 0x02BD:
    case 0x055A:
    case 0x05F3:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
      return '\'';
    case 0x0131:
      return 'i';  // dotless i
    case 0x0649:   // alef maksura, Farsi yeh, yeh barree: yeh
    case 0x06CC:
    case 0x06D2:
      return 0x064A;
    case 0x06A9:
      return 0x0643;  // keheh: kaf
    case 0x0629:      // teh marbuta, heh goal, the heh of heh with yeh above: heh
    case 0x06C1:
    case 0x06D5:
      return 0x0647;
    case 0x0671:
      return 0x0627;  // alef wasla: alef
    default:
      return c;
  }
}

/// Tatweel, editorial brackets, Armenian marks inside a word, the space that compatibility forms
/// of free-standing accents begin with.
bool is_dropped(UChar32 c) {
  return c == 0x0640 || c == '[' || c == ']' || c == 0x055B || c == 0x055C || c == 0x055E ||
         c == ' ' || u_charType(c) == U_FORMAT_CHAR;
}

/// Letters that stand for two, which compatibility normalisation leaves alone.
void append_letter(icu::UnicodeString& word, UChar32 c) {
  if (c == 0x00E6 || c == 0x0153) {  // ae, oe
    word.append(static_cast<UChar32>(c == 0x00E6 ? 'a' : 'o')).append(static_cast<UChar32>('e'));
  } else {
    word.append(fold_letter(c));
  }
}

const icu::Normalizer2* instance(const char* name, UNormalization2Mode mode) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = icu::Normalizer2::getInstance(nullptr, name, mode, status);
  if (U_FAILURE(status)) throw Error("Unicode data", u_errorName(status), "reinstall libicu");
  return found;
}

icu::UnicodeString fold_and_decompose(std::string_view word) {
  static const icu::Normalizer2* fold = instance("nfkc_cf", UNORM2_COMPOSE);
  static const icu::Normalizer2* split = instance("nfc", UNORM2_DECOMPOSE);
  UErrorCode status = U_ZERO_ERROR;
  auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  // an acute accent by itself would become a space
  source.findAndReplace(icu::UnicodeString(kAcute), icu::UnicodeString(static_cast<UChar32>('\'')));
  icu::UnicodeString parts = split->normalize(fold->normalize(source, status), status);
  if (U_FAILURE(status)) throw Error("text", u_errorName(status));
  return parts;
}

icu::UnicodeString without_accents(const icu::UnicodeString& parts) {
  icu::UnicodeString kept;
  UChar32 base = 0;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) {
      const bool other_letter = base == kCyrillicI && c == kBreve;
      if (other_letter || !accents_are_optional(base)) kept.append(c);
      continue;
    }
    if (is_dropped(c)) continue;
    base = c;
    append_letter(kept, c);
  }
  return kept;
}

}  // namespace

std::string fold_word(std::string_view word) {
  static const icu::Normalizer2* join = instance("nfc", UNORM2_COMPOSE);
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString kept =
      join->normalize(without_accents(fold_and_decompose(word)), status);
  if (U_FAILURE(status)) throw Error("text", u_errorName(status));
  std::string folded;
  return kept.toUTF8String(folded);
}

}  // namespace pincite
