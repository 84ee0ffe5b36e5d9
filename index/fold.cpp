#include "index/fold.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "corpus/error.h"
#include "corpus/text.h"
#include "index/characters.h"
#include "index/letters.h"

namespace pincite {
namespace {

constexpr std::array<UChar32, 2> kAcutes = {0x00B4, 0x1FFD};
constexpr UChar32 kNukta = 0x093C;  // Devanagari

/// Vowel marks and points of Arabic and Hebrew.
bool is_vowel_mark(UChar32 c) {
  return (c >= 0x0591 && c <= 0x05BD) || c == 0x05BF || c == 0x05C1 || c == 0x05C2 || c == 0x05C4 ||
         c == 0x05C5 || c == 0x05C7 || (c >= 0x0610 && c <= 0x061A) ||
         (c >= 0x064B && c <= 0x065F) || c == 0x0670 || (c >= 0x06D6 && c <= 0x06DC) ||
         (c >= 0x06DF && c <= 0x06E4) || c == 0x06E7 || c == 0x06E8 || (c >= 0x06EA && c <= 0x06ED);
}

/// Cyrillic letters that are written with a mark: й and ў, ї and its like but not ё, ѓ and ќ, ӣ.
bool is_letter_with_mark(UChar32 base, UChar32 mark) {
  switch (mark) {
    case 0x0306:  // breve
    case 0x0304:  // macron
      return true;
    case 0x0308:  // diaeresis
      return base != 0x0435;
    case 0x0301:  // acute
      return base == 0x0433 || base == 0x043A;
    default:
      return false;
  }
}

/// Whether the word is written without `mark` too.
bool is_optional(UChar32 base, UChar32 mark) {
  if (is_vowel_mark(mark) || mark == kNukta || u_charType(mark) == U_ENCLOSING_MARK) return true;
  if (mark >= 0x3099 && mark <= 0x309A) return false;  // voicing
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(base, &status)) {
    case USCRIPT_CYRILLIC:
      return !is_letter_with_mark(base, mark);
    case USCRIPT_COMMON:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_HEBREW:
    case USCRIPT_ARABIC:
      return true;
    default:
      return false;
  }
}

bool is_mark(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

/// Tatweel, editorial brackets, those of `(1)` in one character, Armenian marks inside a word, the
/// middle dot of `l·l`, and the space that compatibility forms of free-standing accents begin with.
bool is_dropped(UChar32 c) {
  return c == 0x0640 || c == '[' || c == ']' || c == '(' || c == ')' || c == 0x00B7 ||
         c == 0x055B || c == 0x055C || c == 0x055E || u_isUWhiteSpace(c) != 0 ||
         u_charType(c) == U_FORMAT_CHAR;
}

void append_letter(icu::UnicodeString& word, UChar32 c) {
  const std::u16string_view other = stands_for(c);
  if (!other.empty()) {
    word.append(other.data(), static_cast<std::int32_t>(other.size()));
  } else if (u_isdigit(c) != 0) {
    word.append(static_cast<UChar32>('0' + u_charDigitValue(c)));
  } else if (c == 0x0582 && word.endsWith(icu::UnicodeString(UChar32{0x0565}))) {
    word.append(
        UChar32{0x057E});  // Armenian yiwn behind yech: vew, as the capitals of և are written
  } else {
    word.append(c);
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
  for (const UChar32 acute : kAcutes) {
    source.findAndReplace(icu::UnicodeString(acute), icu::UnicodeString(UChar32{'\''}));
  }
  icu::UnicodeString parts = split->normalize(fold->normalize(source, status), status);
  if (U_FAILURE(status)) throw Error("text", u_errorName(status));
  return parts;
}

bool is_tone(UChar32 c) { return (c >= 0x0E48 && c <= 0x0E4B) || (c >= 0x0EC8 && c <= 0x0ECB); }

/// Where both stand on a Thai or Lao consonant, the tone before nikhahit, as in sara am.
void append_mark(icu::UnicodeString& word, UChar32 mark) {
  const UChar32 last = word.isEmpty() ? 0 : word.char32At(word.length() - 1);
  if (is_tone(mark) && (last == 0x0E4D || last == 0x0ECD)) {
    word.truncate(word.length() - 1);
    word.append(mark).append(last);
  } else {
    word.append(mark);
  }
}

icu::UnicodeString without_accents(const icu::UnicodeString& parts) {
  icu::UnicodeString kept;
  UChar32 base = 0;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    if (is_mark(c) && stands_for(c).empty()) {
      if (!is_optional(base, c)) append_mark(kept, c);
      continue;
    }
    if (is_dropped(c)) continue;
    if (!is_mark(c)) base = c;
    append_letter(kept, c);
  }
  return kept;
}

icu::UnicodeString fold_in_context(std::string_view word) {
  static const icu::Normalizer2* join = instance("nfc", UNORM2_COMPOSE);
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString folded = join->normalize(without_accents(fold_and_decompose(word)), status);
  if (U_FAILURE(status)) throw Error("text", u_errorName(status));
  return folded;
}

// ---- the common letters, which need no ICU ----

/// What ASCII characters are folded to; 0 where they are dropped.
constexpr std::array<char, 128> ascii_folds() {
  std::array<char, 128> folds{};
  for (std::size_t c = '!'; c < folds.size(); ++c) folds[c] = static_cast<char>(c);
  for (std::size_t c = 'A'; c <= 'Z'; ++c) folds[c] = static_cast<char>(c - 'A' + 'a');
  folds['['] = folds[']'] = folds['('] = folds[')'] = 0;
  folds['`'] = '\'';
  return folds;
}

constexpr std::array<char, 128> kAsciiFolds = ascii_folds();

/// A letter's fold, if it is the same whatever stands around it.
struct LetterFold {
  enum class State : std::uint8_t { unknown, alone, in_context };
  State state = State::unknown;
  std::uint8_t size = 0;
  std::array<char, 6> bytes{};
};

LetterFold fold_of_letter(UChar32 c, std::string_view letter) {
  LetterFold fold;
  fold.state = LetterFold::State::in_context;
  constexpr UChar32 kYiwn = 0x0582;
  if ((is_mark(c) && !is_vowel_mark(c)) || u_tolower(c) == kYiwn) return fold;
  std::string bytes;
  fold_in_context(letter).toUTF8String(bytes);
  if (bytes.size() > fold.bytes.size()) return fold;
  fold.state = LetterFold::State::alone;
  fold.size = static_cast<std::uint8_t>(bytes.size());
  std::copy(bytes.begin(), bytes.end(), fold.bytes.begin());
  return fold;
}

constexpr UChar32 kTwoBytes = 0x0800;         // below: European letters, Hebrew, Arabic
constexpr UChar32 kLatinAdditional = 0x1E00;  // Vietnamese, and the Greek of three accents
constexpr UChar32 kBehindGreek = 0x2000;

/// The fold of a letter of an alphabet, worked out when it is first met; nullptr for others.
const LetterFold* find_letter_fold(UChar32 c, std::string_view letter) {
  constexpr std::size_t kLetters = kTwoBytes + kBehindGreek - kLatinAdditional;
  thread_local std::array<LetterFold, kLetters> known{};
  if (c >= kBehindGreek || (c >= kTwoBytes && c < kLatinAdditional)) return nullptr;
  const UChar32 row = c < kTwoBytes ? c : c - kLatinAdditional + kTwoBytes;
  LetterFold& fold = known[static_cast<std::size_t>(row)];
  if (fold.state == LetterFold::State::unknown) fold = fold_of_letter(c, letter);
  return &fold;
}

/// Ideographs, kana, Hangul syllables, Georgian, Thai letters.
bool is_its_own_fold(UChar32 c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0x3041 && c <= 0x3093) || (c >= 0x30A1 && c <= 0x30F3) ||
         (c >= 0x10D0 && c <= 0x10FA) || (c >= 0x0E01 && c <= 0x0E30);
}

/// Appends the fold of the letter `c`, unless what stands around it counts.
bool append_alone(std::string& folded, UChar32 c, std::string_view letter) {
  if (c == 0x2019) {
    folded += '\'';
  } else if (is_its_own_fold(c)) {
    folded += letter;
  } else {
    const LetterFold* fold = find_letter_fold(c, letter);
    if (fold == nullptr || fold->state == LetterFold::State::in_context) return false;
    folded.append(fold->bytes.data(), fold->size);
  }
  return true;
}

bool fold_letter_by_letter(std::string_view word, std::string& folded) {
  for (std::size_t at = 0; at < word.size();) {
    const auto byte = static_cast<unsigned char>(word[at]);
    if (byte < kAsciiFolds.size()) {
      if (const char fold = kAsciiFolds[byte]; fold != 0) folded += fold;
      ++at;
      continue;
    }
    const std::size_t begin = at;
    UChar32 c = two_byte_character(word, at);
    if (c != 0) {
      at += 2;
    } else {
      c = next_code_point(word, at);
    }
    if (c < 0 || !append_alone(folded, c, word.substr(begin, at - begin))) return false;
  }
  return true;
}

/// Folds words of the other alphabets, or with marks by themselves. Few words make up most of a
/// text, so the last ones are remembered, each in a place that its bytes give.
std::string fold_or_remember(std::string_view word) {
  constexpr std::size_t kLongest = 64;  // bytes
  struct Known {
    std::string word;
    std::string folded;
  };
  thread_local std::array<Known, 1024> known;
  Known& place = known[std::hash<std::string_view>()(word) % known.size()];
  if (place.word == word) return place.folded;
  std::string folded;
  fold_in_context(word).toUTF8String(folded);
  if (word.size() <= kLongest && folded.size() <= kLongest) place = {std::string(word), folded};
  return folded;
}

/// Takes off the apostrophe of ŉ and the point of ⒈.
void trim_marks(std::string& folded) {
  folded.erase(0, folded.find_first_not_of('\''));
  folded.erase(folded.find_last_not_of('.') + 1);
}

}  // namespace

std::string fold_word(std::string_view word) {
  std::string folded;
  folded.reserve(word.size());
  if (!fold_letter_by_letter(word, folded)) folded = fold_or_remember(word);
  trim_marks(folded);
  return folded;
}

}  // namespace pincite
