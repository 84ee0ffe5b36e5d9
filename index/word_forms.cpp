#include "index/word_forms.h"

#include <algorithm>
#include <array>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include "corpus/error.h"
#include "index/compounds.h"
#include "index/schema.h"
#include "index/word_stems.h"

namespace pincite {
namespace {

constexpr std::size_t kLongestWord = 90;       // bytes; 30 letters of Tamil
constexpr std::size_t kMostWritten = 8;        // ways to write a term that are remembered
constexpr std::size_t kMostOfOneStem = 1000;   // forms; no real word comes near
constexpr std::size_t kCollected = 1U << 18U;  // words, some 25 MB

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 128; });
}

/// Whether a term is a word that may have other forms.
bool is_inflected(std::string_view term) {
  if (term.size() < 2 || term.size() > kLongestWord) return false;
  return std::none_of(term.begin(), term.end(),
                      [](char c) { return (c >= '0' && c <= '9') || c == '/' || c == '#'; });
}

std::set<std::string> stems_of(const Stemmer& stemmer, const std::string& term,
                               const WrittenWords& written) {
  std::set<std::string> stems;
  stemmer.add_stems(term, stems);
  const auto found = written.find(term);
  if (found == written.end()) return stems;
  for (const std::string& word : found->second) stemmer.add_stems(word, stems);
  return stems;
}

using Rows = std::vector<std::pair<std::string, std::string>>;  // key, synonym

/// Adds the synonyms that are not there; writing what is would copy the table's blocks.
void add_rows(Xapian::WritableDatabase& database, Rows& rows, std::size_t most) {
  std::sort(rows.begin(), rows.end());
  std::set<std::string> known;
  const std::string* key = nullptr;
  for (const auto& row : rows) {
    if (key == nullptr || *key != row.first) {
      key = &row.first;
      known = {database.synonyms_begin(*key), database.synonyms_end(*key)};
    }
    if (known.size() < most && known.insert(row.second).second) {
      database.add_synonym(row.first, row.second);
    }
  }
}

template <typename Key>
Rows written_rows(const WrittenWords& written, const Key& key) {
  Rows rows;
  for (const auto& [term, forms] : written) {
    for (const std::string& form : forms) rows.emplace_back(key(term), form);
  }
  return rows;
}

bool has_table(const Xapian::Database& database, const std::string& prefix) {
  return database.synonym_keys_begin(prefix) != database.synonym_keys_end(prefix);
}

std::vector<std::string> languages_of(const Xapian::Database& database) {
  std::vector<std::string> languages;
  for (const std::string_view language : stemmed_languages()) {
    if (has_table(database, forms_key(language, ""))) languages.emplace_back(language);
  }
  return languages;
}

/// The ways a term of the index is written there, whatever the language.
void add_written_of(const Xapian::Database& database, const std::string& term,
                    WrittenWords& written) {
  const std::string key = written_key(term);
  for (auto i = database.synonyms_begin(key); i != database.synonyms_end(key); ++i) {
    written[term].insert(*i);
  }
}

void add_forms(Xapian::WritableDatabase& database, const std::string& language,
               const std::unordered_set<std::string>& words, const WrittenWords& written) {
  const Stemmer stemmer(language);
  Rows rows;
  for (const std::string& term : words) {
    for (const std::string& stem : stems_of(stemmer, term, written)) {
      rows.emplace_back(forms_key(language, stem), term);
    }
  }
  add_rows(database, rows, kMostOfOneStem);
}

/// Adds the words of all documents of unknown language to the table of one that is new.
void add_unknown(Xapian::WritableDatabase& database, const std::string& language) {
  const std::string prefix = unknown_language_key("");
  std::string last = prefix;
  while (true) {
    std::unordered_set<std::string> words;
    WrittenWords written;
    auto i = database.synonym_keys_begin(prefix);
    for (i.skip_to(last); i != database.synonym_keys_end(prefix); ++i) {
      if (words.size() == kCollected) break;
      last = *i + '\0';
      const std::string term = (*i).substr(prefix.size());
      words.insert(term);
      for (auto form = database.synonyms_begin(*i); form != database.synonyms_end(*i); ++form) {
        if (*form != term) written[term].insert(*form);
      }
    }
    if (words.empty()) return;
    add_forms(database, language, words, written);
  }
}

}  // namespace

std::string written_form(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) throw Error("Unicode data", u_errorName(status), "reinstall libicu");
  const icu::UnicodeString folded = fold->normalize(
      icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())}), status);
  if (U_FAILURE(status)) throw Error("text", u_errorName(status));
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    // İ comes as i and a dot; brackets are an editor's
    if (c == '[' || c == ']' || c == 0x0307 || c == 0x0640) continue;
    kept.append(c == 0x2019 ? static_cast<UChar32>('\'') : c);
  }
  std::string text;
  return kept.toUTF8String(text);
}

void add_written(WrittenWords& words, const std::string& term, std::string_view word) {
  if (is_ascii(word) || word.size() > kLongestWord || !is_inflected(term)) return;
  std::string written = written_form(word);
  if (written == term || written.size() > kLongestWord) return;
  std::set<std::string>& known = words[term];
  if (known.size() < kMostWritten) known.insert(std::move(written));
}

std::optional<std::string> stemmed_language(std::string_view tag) {
  const std::string text(tag.substr(0, ULOC_FULLNAME_CAPACITY / 2));
  std::array<char, ULOC_LANG_CAPACITY> code{};
  UErrorCode status = U_ZERO_ERROR;
  uloc_getLanguage(text.c_str(), code.data(), code.size(), &status);
  std::string language = U_SUCCESS(status) ? code.data() : "";
  if (language == "nb" || language == "nn") language = "no";
  for (const char* unknown : {"und", "mul", "mis", "zxx"}) {
    if (language == unknown) language.clear();
  }
  const auto known = stemmed_languages();
  if (language.empty() || std::find(known.begin(), known.end(), language) != known.end()) {
    return language;
  }
  return std::nullopt;
}

void WordFormsWriter::add(const Xapian::Document& entry, const WrittenWords& written) {
  const auto language = stemmed_language(entry.get_value(number(Slot::language)));
  if (!language) return;
  std::unordered_set<std::string>& words = words_[*language];
  const std::string title = find_field("title")->prefix;
  for (auto i = entry.termlist_begin(); i != entry.termlist_end(); ++i) {
    std::string term = *i;
    if (term.size() > title.size() && term.starts_with(title)) term.erase(0, title.size());
    if (term[0] >= 'A' && term[0] <= 'Z') term = joined_word_of(term);  // else not of the text
    if (is_inflected(term) && words.insert(std::move(term)).second) ++count_;
  }
  for (const auto& [term, forms] : written) {
    std::set<std::string>& known = written_[*language][term];
    for (const std::string& form : forms) {
      if (known.size() < kMostWritten && known.insert(form).second) ++count_;
    }
  }
}

bool WordFormsWriter::is_full() const { return count_ >= kCollected; }

void WordFormsWriter::write(Xapian::WritableDatabase& database) {
  const std::vector<std::string> before = languages_of(database);
  const std::unordered_set<std::string> unknown = std::move(words_[""]);
  const WrittenWords unknown_written = std::move(written_[""]);
  words_.erase("");
  Rows rows = written_rows(unknown_written, written_key);
  for (const auto& [language, written] : written_) {
    const Rows more = written_rows(written, written_key);
    rows.insert(rows.end(), more.begin(), more.end());
  }
  add_rows(database, rows, kMostWritten);
  rows = written_rows(unknown_written, unknown_language_key);
  for (const std::string& term : unknown) rows.emplace_back(unknown_language_key(term), term);
  add_rows(database, rows, 1 + kMostWritten);

  for (const std::string& language : before) words_[language];
  if (has_table(database, unknown_language_key(""))) words_["en"];
  for (auto& [language, words] : words_) {
    const bool fresh = std::find(before.begin(), before.end(), language) == before.end();
    if (fresh) {
      add_unknown(database, language);
    } else {
      add_forms(database, language, unknown, unknown_written);
    }
    add_forms(database, language, words, written_[language]);
  }
  words_.clear();
  written_.clear();
  count_ = 0;
}

WordForms::WordForms(const Xapian::Database& database)
    : database_(database), languages_(languages_of(database)) {}

std::vector<std::string> WordForms::of(std::string_view word, const std::string& term,
                                       const std::string& prefix, std::size_t most) const {
  if (!is_inflected(term)) return {};
  WrittenWords written;
  add_written(written, term, word);
  add_written_of(database_, term, written);
  std::set<std::string> forms;
  for (const std::string& language : languages_) {
    for (const std::string& stem : stems_of(Stemmer(language), term, written)) {
      const std::string key = forms_key(language, stem);
      forms.insert(database_.synonyms_begin(key), database_.synonyms_end(key));
    }
  }
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  for (const std::string& form : forms) {
    const Xapian::doccount frequency = database_.get_termfreq(prefix + form);
    if (frequency > 0 || has_parts(database_, prefix, form)) found.emplace_back(frequency, form);
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (found.size() > most) found.resize(most);
  std::vector<std::string> terms;
  for (auto& [frequency, form] : found) terms.push_back(std::move(form));
  return terms;
}

}  // namespace pincite
