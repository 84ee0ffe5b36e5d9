#include "index/word_stems.h"

#include <algorithm>
#include <array>
#include <unicode/unistr.h>

#include "index/fold.h"

namespace pincite {
namespace {

constexpr std::array<std::string_view, 24> kLanguages = {
    "ar", "hy", "eu", "ca", "da", "nl", "en", "fi", "fr", "de", "hu", "id",
    "ga", "it", "lt", "ne", "no", "pt", "ro", "ru", "es", "sv", "ta", "tr"};

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 128; });
}

std::string folded(const std::string& word) { return is_ascii(word) ? word : fold_word(word); }

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

constexpr char16_t kAlef = 0x0627;
constexpr char16_t kAlefWithHamza = 0x0623;

/// Takes one of `affixes` off, the first that leaves `most_left` letters.
bool take_prefix(icu::UnicodeString& word, std::span<const char16_t* const> affixes, int left) {
  for (const char16_t* affix : affixes) {
    const icu::UnicodeString text(affix);
    if (!word.startsWith(text) || word.length() - text.length() < left) continue;
    word.remove(0, text.length());
    return true;
  }
  return false;
}

bool take_suffix(icu::UnicodeString& word, std::span<const char16_t* const> affixes, int left) {
  for (const char16_t* affix : affixes) {
    const icu::UnicodeString text(affix);
    if (!word.endsWith(text) || word.length() - text.length() < left) continue;
    word.truncate(word.length() - text.length());
    return true;
  }
  return false;
}

/// Arabic: the article with the particles written together with it, then endings, as in the light
/// stemmer of Larkey, Ballesteros and Connell (2007). Snowball's leaves doubled particles.
icu::UnicodeString without_particles(icu::UnicodeString word) {
  static constexpr std::array kArticles = {u"وبال", u"وكال", u"ولل", u"فلل", u"وال",
                                           u"بال",  u"كال",  u"فال", u"ال",  u"لل"};
  static constexpr std::array kParticles = {u"و"};
  if (!take_prefix(word, kArticles, 2)) take_prefix(word, kParticles, 3);
  return word;
}

icu::UnicodeString without_endings(icu::UnicodeString word) {
  static constexpr std::array kEndings = {u"ها", u"ان", u"ات", u"ون", u"ين",
                                          u"يه", u"ية", u"ه",  u"ة",  u"ي"};
  while (take_suffix(word, kEndings, 2)) {
  }
  return word;
}

/// The commonest broken plural, `أفعال` of `فعل` (ألغام, mines, of لغم): its singular; else empty.
icu::UnicodeString singular(const icu::UnicodeString& word) {
  if (word.length() != 5 || word[0] != kAlefWithHamza || word[3] != kAlef) return {};
  icu::UnicodeString made(word, 1, 2);
  return made.append(word[4]);
}

void add_arabic(const std::string& word, std::set<std::string>& stems) {
  const icu::UnicodeString bare = without_particles(icu::UnicodeString::fromUTF8(word));
  for (const icu::UnicodeString& stem : {without_endings(bare), singular(bare)}) {
    std::string text;
    if (!stem.isEmpty()) stems.insert(fold_word(stem.toUTF8String(text)));
  }
}

}  // namespace

std::span<const std::string_view> stemmed_languages() { return kLanguages; }

Stemmer::Stemmer(std::string_view language) : language_(language), stem_(language_) {}

void Stemmer::add_stems(const std::string& word, std::set<std::string>& stems) const {
  const std::string stem = stem_(word);
  stems.insert(folded(stem));
  // one pass leaves `mayın` of `mayınlar`, but `may` of `mayın`; in English it joins strangers
  if (language_ != "en") stems.insert(folded(stem_(stem)));
  if (language_ == "ar") add_arabic(word, stems);
  // the stemmers leave short plurals as they are, `armas`, and take `gobi` for `gobiernos`
  const bool plural_s = language_ == "es" || language_ == "pt" || language_ == "ca";
  if (plural_s && word.size() > 3 && word.back() == 's' && is_vowel(word[word.size() - 2])) {
    const std::string singular = word.substr(0, word.size() - 1);
    stems.insert(folded(singular));
    stems.insert(folded(stem_(singular)));
  }
  stems.erase("");
}

}  // namespace pincite
