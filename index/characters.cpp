#include "index/characters.h"

#include <array>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "corpus/text.h"

namespace pincite {
namespace {

using Class = CharacterClass;

constexpr std::array<Class, 128> ascii_classes() {
  std::array<Class, 128> classes{};
  for (std::size_t c = '0'; c <= '9'; ++c) classes[c] = Class::word;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) classes[c] = Class::word;
  for (std::size_t c = 'a'; c <= 'z'; ++c) classes[c] = Class::word;
  classes['\''] = classes['`'] = Class::apostrophe;
  classes['['] = classes[']'] = Class::bracket;
  return classes;
}

constexpr std::array<Class, 128> kAscii = ascii_classes();

constexpr UChar32 kTwoBytes = 0x800;  // what UTF-8 writes in two bytes lies below

bool is_unspaced_script(UChar32 c) {
  if (c < 0x0E00) return false;
  if (c == 0x30FC || c == 0xFF70) return true;  // prolonged sound marks
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

/// Signs that stand for letters or digits: one half, numero sign, circled numbers, squared units,
/// and the radicals that some PDF fonts give in place of ideographs.
bool stands_for_letters(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  icu::UnicodeString letters;
  if (U_FAILURE(status) || nfkc->getDecomposition(c, letters) == 0) return false;
  for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    if (u_isalnum(letters.char32At(i)) != 0) return true;
  }
  return false;
}

/// Those which general categories do not tell; other where they do.
Class special_class(UChar32 c) {
  switch (c) {
    case 0x00B2:
    case 0x00B3:
    case 0x00B9:
    case 0x2070:
      return Class::superscript;
    case 0x00B4:
    case 0x02B9:  // Slavic soft sign in Latin letters
    case 0x02BB:
    case 0x02BC:
    case 0x02BD:
    case 0x02BE:  // hamza and ayn in Latin letters
    case 0x02BF:
    case 0x02C8:
    case 0x02CA:
    case 0x02CB:
    case 0x0374:  // Greek numeral sign
    case 0x055A:  // Armenian apostrophe
    case 0x05F3:  // Hebrew geresh
    case 0x1FEF:  // Greek accents by themselves
    case 0x1FFD:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0x2035:
    case 0xA78B:  // saltillo
    case 0xA78C:
    case 0xFF07:
    case 0xFF40:
      return Class::apostrophe;
    case 0xFF3B:
    case 0xFF3D:
      return Class::bracket;
    case 0x055B:  // Armenian marks of stress, exclamation and question stand inside a word
    case 0x055C:
    case 0x055E:
    case 0x0640:  // tatweel
    case 0x0E33:  // Thai and Lao sara am
    case 0x0EB3:
    case 0xFF9E:  // half-width voicing marks
    case 0xFF9F:
      return Class::extend;
    default:
      break;
  }
  if (c >= 0x2074 && c <= 0x2079) return Class::superscript;
  if (c >= 0x2080 && c <= 0x2089) return Class::word;  // subscripts, as in chemical formulas
  return Class::other;
}

bool only_parts_words(UChar32 c) {
  return c == 0x200B      // zero-width space
         || c == 0x2120   // service mark, trade mark
         || c == 0x2122   //
         || c == 0x318D;  // written as a middle dot in Korean
}

Class class_from_properties(UChar32 c) {
  if (only_parts_words(c)) return Class::other;
  if (const Class special = special_class(c); special != Class::other) return special;
  switch (static_cast<UCharCategory>(u_charType(c))) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_FORMAT_CHAR:
      return Class::extend;
    case U_DECIMAL_DIGIT_NUMBER:
      return Class::word;
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
      return is_unspaced_script(c) ? Class::character : Class::word;
    case U_OTHER_NUMBER:
    case U_OTHER_SYMBOL:
      return stands_for_letters(c) ? Class::character : Class::other;
    default:
      return Class::other;
  }
}

std::array<Class, kTwoBytes> two_byte_classes() {
  std::array<Class, kTwoBytes> classes{};
  for (UChar32 c = 0; c < kTwoBytes; ++c) {
    classes[static_cast<std::size_t>(c)] =
        c < 128 ? kAscii[static_cast<std::size_t>(c)] : class_from_properties(c);
  }
  return classes;
}

Class two_byte_class(UChar32 c) {
  static const std::array<Class, kTwoBytes> kTwoByteClasses = two_byte_classes();
  return kTwoByteClasses[static_cast<std::size_t>(c)];
}

}  // namespace

CharacterClass class_of(UChar32 c) {
  if (c < 0) return Class::other;
  if (c < kTwoBytes) return two_byte_class(c);
  if (c >= 0x4E00 && c <= 0x9FFF) return Class::character;  // ideographs
  if (c >= 0xAC00 && c <= 0xD7A3) return Class::word;       // Hangul syllables
  return class_from_properties(c);
}

CharacterClass next_class(std::string_view text, std::size_t& at) {
  if (at >= text.size()) return Class::other;
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < kAscii.size()) {
    ++at;
    return kAscii[byte];
  }
  const UChar32 c = two_byte_character(text, at);
  if (c == 0) return class_of(next_code_point(text, at));
  at += 2;
  return two_byte_class(c);
}

std::size_t behind_soft_hyphen(std::string_view text, std::size_t at) {
  constexpr std::string_view kSoftHyphen = "\u00AD";
  if (!text.substr(0, at).ends_with(kSoftHyphen)) return at;
  std::size_t letter = at;
  for (int spaces = 0; spaces <= kMostSpaces && letter < text.size(); ++spaces) {
    std::size_t behind = letter;
    const UChar32 c = next_code_point(text, behind);
    if (u_isUWhiteSpace(c) == 0) return class_of(c) == Class::word ? letter : at;
    letter = behind;
  }
  return at;
}

bool joins_character(std::string_view before, UChar32 c) {
  constexpr std::string_view kThaiNikhahit = "\u0E4D";
  constexpr std::string_view kLaoNiggahita = "\u0ECD";
  constexpr std::string_view kHoSung = "\u0EAB";
  switch (c) {
    case 0x0E32:
      return before.find(kThaiNikhahit) != std::string_view::npos;
    case 0x0EB2:
      return before.find(kLaoNiggahita) != std::string_view::npos;
    case 0x0E99:
    case 0x0EA1:
      return before == kHoSung;
    default:
      return false;
  }
}

}  // namespace pincite
