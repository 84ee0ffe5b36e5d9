#include "indexer/recognise/sources/citations.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>

#include "corpus/text.h"
#include "indexer/recognise/sources/words.h"

namespace pincite {
namespace {

constexpr std::size_t kLongestWord = 64;     // bytes looked back at, to find the word before a stop
constexpr std::size_t kLongestSignal = 160;  // bytes
constexpr int kMostSignals = 8;              // in a row

/// Words whose stop ends no sentence. `Ibid.` does where a new one begins.
bool is_abbreviation(std::string_view word) {
  constexpr std::array kWords = std::to_array<std::string_view>(
      {"amb",  "approx", "arr",  "art",  "arts", "brig", "c",     "ca",    "capt", "cf",    "ch",
       "chap", "cmdr",   "co",   "col",  "corp", "corr", "dept",  "doc",   "docs", "dr",    "ed",
       "eds",  "esp",    "etc",  "ff",   "fig",  "fn",   "fol",   "gen",   "gov",  "govt",  "h.e",
       "hon",  "i.e",    "e.g",  "inc",  "jan",  "feb",  "mar",   "apr",   "aug",  "sep",   "sept",
       "oct",  "nov",    "dec",  "jr",   "lt",   "ltd",  "maj",   "mgr",   "min",  "mm",    "mme",
       "mr",   "mrs",    "ms",   "msgr", "mt",   "n",    "no",    "nos",   "op",   "loc",   "p",
       "para", "paras",  "pp",   "prof", "pt",   "rec",  "ref",   "rep",   "res",  "rev",   "sec",
       "sen",  "sess",   "sgt",  "sr",   "st",   "ste",  "supp",  "suppl", "tel",  "trans", "v",
       "viz",  "vol",    "vols", "vs",   "off",  "add",  "messrs"});
  return std::ranges::find(kWords, word) != kWords.end();
}

/// Words behind which a single capital is a name of its own, so that a stop after it ends the
/// sentence: `Form A.`, `Annex B.`
bool names_by_letter(std::string_view word) {
  return is_one_of(word, {"form", "forms", "and", "annex", "annexes", "part", "appendix", "table",
                          "section", "protocol", "schedule", "category", "type", "class",
                          "formulaire", "formularios", "formulario", "formulaires", "форма"});
}

bool is_upper_letter(std::string_view word) {
  return word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z';
}

/// Whether the capital that ends in front of `stop` is the last of a list of forms: `Forms A, B.`
bool ends_list_of_forms(std::string_view note, std::size_t stop) {
  const std::size_t from = stop > kLongestWord ? stop - kLongestWord : 0;
  const auto words = note_words(note.substr(from, stop - from));
  if (words.size() < 2) return false;
  for (std::size_t i = words.size() - 1; i-- > 0;) {
    if (names_by_letter(words[i].key)) return true;
    if (words[i].text.size() > 3) return false;
  }
  return false;
}

/// Whether the stop at `stop` belongs to an abbreviation or an initial.
bool is_inside_sentence(std::string_view note, std::size_t stop) {
  const std::size_t from = stop > kLongestWord ? stop - kLongestWord : 0;
  const std::string_view before = note.substr(from, stop - from);
  const std::size_t space = before.find_last_of(" \t\n\r([\"/");
  const std::string_view word = before.substr(space == std::string_view::npos ? 0 : space + 1);
  if (is_upper_letter(word)) return !ends_list_of_forms(note, stop);
  if (word.size() > 2 && is_upper_letter(word.substr(0, 1)) && word[1] == '.') {
    return word != "P.R.C";  // initials and states: `J.K`, `U.S`
  }
  std::string key(word);
  for (char& c : key) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return is_abbreviation(key);
}

/// Whether a sentence may begin at `at`: behind white space, with a capital or a quotation.
bool begins_sentence(std::string_view note, std::size_t at) {
  const std::size_t begin = at;
  while (at < note.size()) {
    std::size_t next = at;
    const std::int32_t c = next_code_point(note, next);
    if (u_isUWhiteSpace(c) == 0) {
      constexpr std::array<std::int32_t, 7> kOpening = {'"',    0x201C, 0x201E, 0xAB,
                                                        0x2018, '[',    '('};
      const bool opening = std::ranges::find(kOpening, c) != kOpening.end();
      const bool capital = u_isalpha(c) != 0 && u_islower(c) == 0;
      return at > begin && (opening || capital);
    }
    at = next;
  }
  return false;
}

bool is_blank_line(std::string_view note, std::size_t at) {
  const std::size_t next = note.find_first_not_of(" \t\r", at + 1);
  return next != std::string_view::npos && note[next] == '\n';
}

/// Where the signal `cited in` begins another citation, behind the one that it is cited for.
bool cites_in(std::string_view note, std::size_t at) {
  constexpr std::array<std::string_view, 4> kSignals = {"cited in ", "as cited in ", "quoted in ",
                                                        "as quoted in "};
  return std::ranges::any_of(
      kSignals, [&](std::string_view signal) { return note.substr(at).starts_with(signal); });
}

class Cutter {
 public:
  Cutter(std::string_view note, const Enclosed& enclosed) : note_(note), enclosed_(enclosed) {}

  std::vector<Stretch> cut() {
    std::size_t at = 0;
    while (at < note_.size()) at = step(at);
    end_at(note_.size(), note_.size(), false);
    return std::move(stretches_);
  }

 private:
  /// Looks at the character at `at`; returns where to look next.
  std::size_t step(std::size_t at) {
    if (const std::size_t behind = behind_enclosed(at); behind != at) {
      const bool ends = behind - at > 2 && is_stop_inside(behind);
      if (ends && begins_sentence(note_, behind)) end_at(behind, behind, false);
      return behind;
    }
    const char c = note_[at];
    const bool separates =
        c == ';' || (c == ',' && at + 1 < note_.size() && cites_in(note_, at + 2));
    if (separates || ends_stretch(at)) end_at(at, at + 1, separates);
    return at + 1;
  }

  /// Whether a sentence or a paragraph ends with the character at `at`.
  bool ends_stretch(std::size_t at) const {
    const char c = note_[at];
    if (c == '\n') return is_blank_line(note_, at);
    if (c != '.' && c != '?' && c != '!') return false;
    return begins_sentence(note_, at + 1) && (c != '.' || !is_inside_sentence(note_, at));
  }

  std::size_t behind_enclosed(std::size_t at) {
    for (const auto* ranges : {&enclosed_.quotations, &enclosed_.brackets}) {
      std::size_t& next = ranges == &enclosed_.quotations ? next_quotation_ : next_bracket_;
      while (next < ranges->size() && (*ranges)[next].begin < at) ++next;
      if (next < ranges->size() && (*ranges)[next].begin == at) return (*ranges)[next].end;
    }
    return at;
  }

  bool is_stop_inside(std::size_t behind) const {
    std::size_t last = behind - 1;
    while (last > 0 && (static_cast<unsigned char>(note_[last]) & 0xC0U) == 0x80U) --last;
    return last > 0 && (note_[last - 1] == '.' || note_[last - 1] == '?' || note_[last - 1] == '!');
  }

  void end_at(std::size_t end, std::size_t next, bool semicolon) {
    std::string_view text = without_signals(trim(note_.substr(begin_, end - begin_)));
    while (text.ends_with('.') || text.ends_with(',') || text.ends_with(':')) {
      if (text.ends_with("..")) break;
      text.remove_suffix(1);
      text = trim(text);
    }
    if (!text.empty()) {
      const auto begin = static_cast<std::uint32_t>(text.data() - note_.data());
      stretches_.push_back({{begin, begin + static_cast<std::uint32_t>(text.size())}, goes_on_});
    }
    begin_ = next;
    goes_on_ = semicolon;
  }

  std::string_view note_;
  const Enclosed& enclosed_;
  std::vector<Stretch> stretches_;
  std::size_t begin_ = 0;
  std::size_t next_quotation_ = 0;
  std::size_t next_bracket_ = 0;
  bool goes_on_ = false;
};

constexpr std::array kSignals = std::to_array<std::string_view>({"see also for example",
                                                                 "see for example",
                                                                 "see for instance",
                                                                 "see e.g",
                                                                 "see generally",
                                                                 "see also",
                                                                 "see",
                                                                 "for example",
                                                                 "as cited in",
                                                                 "as quoted in",
                                                                 "cited in",
                                                                 "quoted in",
                                                                 "e.g",
                                                                 "cf",
                                                                 "and also",
                                                                 "and",
                                                                 "also",
                                                                 "source",
                                                                 "sources",
                                                                 "voir aussi",
                                                                 "voir",
                                                                 "vease tambien",
                                                                 "vease",
                                                                 "ver",
                                                                 "см"});

/// How many words from the start on are a signal.
std::size_t signal_words(std::span<const NoteWord> words) {
  for (const std::string_view signal : kSignals) {
    if (says(words, 0, signal)) return count_words(signal);
  }
  return 0;
}

/// Behind the `see` of `For details of the seminar, see Statement of …`.
std::size_t behind_for_see(std::span<const NoteWord> words) {
  if (words.empty() || words[0].key != "for") return 0;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (words[i].key == "see") return words[i + 1].key == "also" ? i + 2 : i + 1;
  }
  return 0;
}

}  // namespace

std::vector<Stretch> cut_into_stretches(std::string_view note, const Enclosed& enclosed) {
  return Cutter(note, enclosed).cut();
}

std::string_view without_signals(std::string_view text) {
  for (int signals = 0; signals < kMostSignals; ++signals) {
    const std::string_view head = text.substr(0, kLongestSignal);
    const auto words = note_words(head);
    std::size_t count = signal_words(words);
    if (count == 0) count = behind_for_see(words);
    if (count == 0 || count >= words.size() || words[0].begin != 0) return text;
    std::size_t begin = words[count - 1].end;
    constexpr std::string_view kBetween = " \t\n\r,.:";
    begin = std::min(text.find_first_not_of(kBetween, begin), text.size());
    text.remove_prefix(begin);
  }
  return text;
}

}  // namespace pincite
