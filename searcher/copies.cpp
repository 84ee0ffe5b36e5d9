#include "searcher/copies.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "corpus/citing.h"
#include "index/analysis.h"
#include "searcher/likeness.h"
#include "searcher/occurrences.h"
#include "searcher/phrase_query.h"
#include "searcher/readings.h"

namespace pincite {
namespace {

constexpr std::size_t kShortest = 5;   // words of a passage that is folded
constexpr std::size_t kProbe = 6;      // words by which copies are found
constexpr std::uint32_t kNear = 8;     // words around a match that must be the same
constexpr std::size_t kMostTold = 12;  // words of a difference that are told
constexpr std::string_view kSentenceEnds = ".!?";

std::vector<std::string> words_of(const std::vector<Token>& tokens) {
  std::vector<std::string> words;
  words.reserve(tokens.size());
  for (const Token& token : tokens) words.push_back(token.term);
  return words;
}

bool is_number(std::string_view term) {
  return std::ranges::all_of(term, [](char c) { return c >= '0' && c <= '9'; });
}

/// A passage with its words, but for the number printed before a note or paragraph, which each
/// edition gives anew.
struct Worded {
  const Passage* passage = nullptr;
  std::vector<Token> tokens;
  std::uint32_t label = 0;  // words that are left out at the beginning
  std::vector<std::string> words;

  explicit Worded(const Passage& of) : passage(&of), tokens(analyse(of.text, of.silent)) {
    const bool labelled = of.kind == PassageKind::note || !of.locator.paragraph_label.empty();
    if (labelled && tokens.size() > 1 && is_number(tokens.front().term)) {
      tokens.erase(tokens.begin());
      label = 1;
    }
    words = words_of(tokens);
  }

  std::string text(const Range& range) const {
    if (range.begin == range.end) return {};
    const std::uint32_t begin = tokens[range.begin].begin;
    return passage->text.substr(begin, tokens[range.end - 1].end - begin);
  }

  bool ends_sentence(std::uint32_t word) const {
    const std::uint32_t begin = tokens[word].end;
    const std::uint32_t end = word + 1 < tokens.size()
                                  ? tokens[word + 1].begin
                                  : static_cast<std::uint32_t>(passage->text.size());
    const std::string_view between = std::string_view(passage->text).substr(begin, end - begin);
    return between.find_first_of(kSentenceEnds) != std::string_view::npos;
  }
};

/// Words of the highlights, and of all that must be the same around them.
struct Matched {
  std::vector<Range> words;
  std::vector<Range> around;
};

Matched matched(const Worded& own, const std::vector<Range>& highlights) {
  Matched found;
  const auto count = static_cast<std::uint32_t>(own.tokens.size());
  std::uint32_t first = 0;
  std::uint32_t sentence_end = 0;  // of the last match
  for (const Range& highlight : highlights) {
    while (first < count && own.tokens[first].end <= highlight.begin) ++first;
    std::uint32_t last = first;
    while (last < count && own.tokens[last].begin < highlight.end) ++last;
    if (last == first) continue;
    found.words.push_back({first, last});
    // each sentence is walked once
    std::uint32_t begin = first;
    while (begin > sentence_end && !own.ends_sentence(begin - 1)) --begin;
    sentence_end = std::max(sentence_end, last);
    while (sentence_end < count && !own.ends_sentence(sentence_end - 1)) ++sentence_end;
    const Range around = {std::min(begin, first > kNear ? first - kNear : 0),
                          std::max(sentence_end, std::min(count, last + kNear))};
    if (!found.around.empty() && around.begin <= found.around.back().end) {
      found.around.back().end = std::max(found.around.back().end, around.end);
    } else {
      found.around.push_back(around);
    }
  }
  return found;
}

/// The rarest words that follow one another around a match.
Range probe(const IndexReader& index, const Worded& own, const Range& around) {
  const std::uint32_t size = std::min<std::uint32_t>(kProbe, around.end - around.begin);
  std::vector<double> rarity;
  std::map<std::string, double> known;
  for (std::uint32_t i = around.begin; i < around.end; ++i) {
    auto [at, is_new] = known.try_emplace(own.words[i], 0);
    if (is_new) at->second = -std::log1p(index.database().get_termfreq(own.words[i]));
    rarity.push_back(at->second);
  }
  double sum = 0;
  double best = 0;
  std::uint32_t best_at = 0;
  for (std::uint32_t i = 0; i < rarity.size(); ++i) {
    sum += rarity[i];
    if (i >= size) sum -= rarity[i - size];
    if (i + 1 == size || (i + 1 > size && sum > best)) {
      best = sum;
      best_at = i + 1 - size;
    }
  }
  return {around.begin + best_at, around.begin + best_at + size};
}

/// As terms without what stands between them, so that note marks are none.
PhraseLattice readings(const IndexReader& index, std::span<const std::string> words) {
  std::string text;
  std::vector<Token> tokens;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += word;
    tokens.push_back({word, begin, static_cast<std::uint32_t>(text.size())});
  }
  return readings_of(text, tokens, index, "");
}

bool holds(const Range& outer, const Range& inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

/// An empty range meets what it stands within.
bool touches(const Range& around, const Range& parted) {
  if (parted.begin == parted.end) {
    return around.begin < parted.begin && parted.begin < around.end;
  }
  return parted.begin < around.end && around.begin < parted.end;
}

class Comparison {
 public:
  Comparison(const IndexReader& index, Xapian::docid entry, const Worded& own, Matched matched,
             std::span<const Unit> units)
      : index_(index), entry_(entry), own_(own), matched_(std::move(matched)), units_(units) {
    probe_ = probe(index, own_, matched_.around.front());
    unit_.kind = Unit::Kind::phrase;
    unit_.lattices = {
        readings(index, std::span(own_.words).subspan(probe_.begin, probe_.end - probe_.begin))};
  }

  Xapian::Query query() const { return phrase_query(unit_.lattices.front(), index_); }

  void add_copies_in(Xapian::docid entry, std::uint32_t own_passage,
                     std::vector<FoundCopy>& copies) const {
    Record record = index_.record(entry);
    std::uint32_t last = kNone;
    for (const Occurrence& shared : occurrences(index_, entry, {&unit_, 1})) {
      const std::uint32_t passage = record.passage_at(shared.first);
      if (passage == last || (entry == entry_ && passage == own_passage)) continue;
      last = passage;
      if (auto copy = compared(record, entry, passage, shared)) {
        copies.push_back({{entry, passage}, std::move(*copy)});
      }
    }
  }

 private:
  std::optional<PassageCopy> compared(Record& record, Xapian::docid entry, std::uint32_t passage,
                                      const Occurrence& shared) const {
    const Worded other(record.load(passage));
    const std::uint32_t first = record.first_position(passage) + other.label;
    if (shared.first < first) return std::nullopt;
    const Likeness like =
        likeness(own_.words, probe_, other.words, {shared.first - first, shared.last + 1 - first});
    if (!are_copies(like, own_.words.size(), other.words.size())) return std::nullopt;
    if (!keeps_match(like) || matches_elsewhere(entry, first, like)) return std::nullopt;
    PassageCopy copy;
    for (const Parting& parting : like.partings) copy.differences.push_back(told(parting, other));
    const Document& document = record.document();
    for (const std::uint32_t heading : headings_above(document, passage)) record.load(heading);
    copy.id = document.id;
    copy.date = document.metadata.date ? document.metadata.date : document.metadata.period;
    copy.same_document = entry == entry_;
    copy.citation = cite(document, passage, {});
    return copy;
  }

  /// Whether the match and what stands around it are the same, as far as both passages go.
  bool keeps_match(const Likeness& like) const {
    for (const Range& words : matched_.words) {
      if (!holds(like.own, words)) return false;
    }
    return std::ranges::none_of(like.partings, [&](const Parting& parting) {
      const bool at_end =
          parting.own.begin == parting.own.end
              ? parting.own.begin == 0 || parting.own.end == own_.words.size()
              : parting.other.begin == parting.other.end && !holds(like.own, parting.own);
      return !at_end && std::ranges::any_of(matched_.around, [&](const Range& around) {
        return touches(around, parting.own);
      });
    });
  }

  /// Whether something matches in what only the other passage has.
  bool matches_elsewhere(Xapian::docid entry, std::uint32_t first, const Likeness& like) const {
    if (like.is_same()) return false;
    const std::vector<Occurrence> found = occurrences(index_, entry, units_);
    return std::ranges::any_of(like.partings, [&](const Parting& parting) {
      return std::ranges::any_of(found, [&](const Occurrence& occurrence) {
        return occurrence.first < first + parting.other.end &&
               first + parting.other.begin <= occurrence.last;
      });
    });
  }

  CopyDifference told(const Parting& parting, const Worded& other) const {
    CopyDifference difference;
    difference.own_words = parting.own.end - parting.own.begin;
    difference.words = parting.other.end - parting.other.begin;
    if (std::max(difference.own_words, difference.words) > kMostTold) return difference;
    difference.own_text = own_.text(parting.own);
    difference.text = other.text(parting.other);
    return difference;
  }

  const IndexReader& index_;
  Xapian::docid entry_;
  const Worded& own_;
  Matched matched_;
  std::span<const Unit> units_;
  Range probe_;
  Unit unit_;
};

bool may_have_copies(PassageKind kind) {
  return kind != PassageKind::title && kind != PassageKind::heading;
}

}  // namespace

std::vector<FoundCopy> copies_of(const IndexReader& index, Xapian::docid entry,
                                 const Document& document, const PassageHit& hit,
                                 std::span<const Unit> units, const Xapian::Query& matching) {
  std::vector<FoundCopy> copies;
  const Passage& passage = document.passages[hit.passage];
  if (!may_have_copies(passage.kind) || hit.highlights.empty()) return copies;
  const Worded own(passage);
  Matched in_own = matched(own, hit.highlights);
  if (own.words.size() < kShortest || in_own.words.empty()) return copies;
  const Comparison comparison(index, entry, own, std::move(in_own), units);
  Xapian::Enquire enquire(index.database());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, matching, comparison.query()));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet found = enquire.get_mset(0, kMostCompared);
  for (auto i = found.begin(); i != found.end(); ++i) {
    comparison.add_copies_in(*i, hit.passage, copies);
  }
  std::ranges::stable_sort(copies, [](const FoundCopy& a, const FoundCopy& b) {
    const auto key = [](const PassageCopy& copy) {
      return std::tuple(copy.date ? copy.date->first_day() : 99999999, std::string_view(copy.id));
    };
    return key(a.copy) < key(b.copy);
  });
  return copies;
}

}  // namespace pincite
