#include "indexer/recognise/sources/parts.h"

#include <algorithm>

#include "corpus/text.h"

namespace pincite {
namespace {

/// Words that make a sentence of what they stand in. Lower case only: `May`, `States Parties` and
/// `Notes` are no verbs. Participles (`made by`, `submitted`, `dated`) stand in citations, too.
bool is_finite(const NoteWord& word) {
  if (word.capital()) return false;
  return is_one_of(
      word.key,
      {"was",       "were",      "is",        "are",       "has",      "have",     "had",
       "said",      "stated",    "did",       "does",      "do",       "noted",    "told",
       "confirmed", "indicated", "claimed",   "explained", "wrote",    "replied",  "informed",
       "voted",     "attended",  "gave",      "contains",  "includes", "mentions", "shows",
       "showed",    "suggests",  "suggested", "indicates", "refers",   "referred", "remains",
       "became",    "would",     "could",     "should",    "must",     "might",    "may",
       "can",       "cannot",    "will",      "not",       "never",    "says",     "lists",
       "listed",    "abstained", "acceded",   "ratified",  "began",    "asked",    "requested",
       "describes", "described", "notes",     "appears",   "appeared", "believed", "been",
       "being",     "took",      "held",      "came",      "went",     "been",     "arrived",
       "sought",    "sent",      "found",     "met",       "visited",  "read",     "reads"});
}

bool opens_clause(const NoteWord& word) {
  return is_one_of(word.key, {"which", "that", "who", "where", "whom", "whose", "although",
                              "though", "but", "because", "while", "when"});
}

}  // namespace

Parts::Parts(std::string_view text) : text_(text) { read(); }

void Parts::read() {
  enclosed_ = find_enclosed(text_);
  words_.clear();
  for (NoteWord& word : note_words(text_)) {
    if (!quoted(word.begin)) words_.push_back(std::move(word));
  }
  taken_.assign(text_.size(), false);
}

std::size_t Parts::word_at(std::size_t at) const {
  const auto found = std::ranges::lower_bound(words_, at, {}, &NoteWord::begin);
  return static_cast<std::size_t>(found - words_.begin());
}

void Parts::take(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < std::min(end, taken_.size()); ++i) taken_[i] = true;
}

std::string Parts::left(std::size_t begin, std::size_t end) const {
  std::string kept;
  for (std::size_t i = begin; i < std::min(end, text_.size()); ++i) {
    if (!taken_[i]) {
      kept += text_[i];
    } else if (!kept.empty() && kept.back() != ' ') {
      kept += ' ';
    }
  }
  std::string_view value = kept;
  constexpr std::string_view kPunctuation = " \t\n\r,;:–—-.";
  while (true) {
    const std::size_t size = value.size();
    value = trim(value);
    while (!value.empty() && std::string_view(",;:").find(value.back()) != std::string_view::npos) {
      value.remove_suffix(1);
    }
    while (!value.empty() && std::string_view(",;:.").find(value[0]) != std::string_view::npos) {
      value.remove_prefix(1);
    }
    for (const std::string_view empty : {"()", "[]", "( )"}) {
      if (value.ends_with(empty)) value.remove_suffix(empty.size());
    }
    if (value.size() == size) break;
  }
  if (value.find_first_not_of(kPunctuation) == std::string_view::npos) return {};
  return squeeze(value);
}

std::vector<Segment> Parts::segments(std::size_t begin) const {
  std::vector<Segment> segments;
  const auto add = [&](std::size_t end) {
    if (!left(begin, end).empty()) segments.push_back({begin, end});
  };
  for (std::size_t i = begin; i < text_.size(); ++i) {
    if (text_[i] != ',' || taken_[i] || quoted(i) || bracketed(i)) continue;
    add(i);
    begin = i + 1;
  }
  add(text_.size());
  return segments;
}

void Parts::cut(std::size_t end) {
  text_.resize(std::min(end, text_.size()));
  text_ = std::string(trim(text_));
  while (text_.ends_with(',')) text_.pop_back();
  read();
}

bool cut_clause(Parts& parts) {
  const std::vector<NoteWord>& words = parts.words();
  std::size_t verb = 0;
  while (verb < words.size() && (!is_finite(words[verb]) || parts.bracketed(words[verb].begin))) {
    ++verb;
  }
  if (verb == words.size()) return true;
  const std::size_t at = words[verb].begin;
  std::size_t end = 0;
  for (std::size_t i = 0; i < at; ++i) {
    if (parts.text()[i] == ',' && !parts.quoted(i) && !parts.bracketed(i)) end = i;
  }
  for (std::size_t i = 0; i < verb; ++i) {
    if (opens_clause(words[i])) {
      end = end == 0 || words[i].begin < end ? words[i].begin : end;
      break;
    }
  }
  if (end == 0) return false;
  parts.cut(end);
  return true;
}

}  // namespace pincite
