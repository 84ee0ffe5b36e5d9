#include "index/compounds.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unicode/uchar.h>

#include "corpus/text.h"
#include "index/schema.h"

namespace pincite {
namespace {

constexpr std::size_t kLongestJoined = 60;  // bytes
constexpr std::string_view kSoftHyphen = "\u00AD";
constexpr char kCut = '/';  // no character of a word

// How many documents may write a word together for each that has it in parts. One hyphen among
// thousands is a slip of the pen or of a scanner (`so-on` for `soon`), and makes no compound.
constexpr Xapian::doccount kJoinedForEach = 200;

constexpr std::array<std::string_view, 11> kCombining = {
    "anti", "non", "counter", "co", "re", "pre", "post", "inter", "multi", "sub", "land"};

bool is_space(UChar32 c) { return c >= 0 && (u_isUWhiteSpace(c) != 0 || c == 0x200B); }

bool ends_line(UChar32 c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Where the parts of a joined word are cut: `state`, `of`, `the`, `art` -> `/5/7/10`.
std::string cuts_of(std::span<const std::string> parts) {
  std::string cuts;
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    at += parts[i].size();
    cuts += kCut + std::to_string(at);
  }
  return cuts;
}

std::string joined_of(std::span<const std::string> parts) {
  std::string joined;
  for (const std::string& part : parts) joined += part;
  return joined;
}

std::vector<std::string> parts_of(const std::string& joined, std::string_view cuts) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (!cuts.empty()) {
    std::size_t end = 0;
    const auto read = std::from_chars(cuts.data() + 1, cuts.data() + cuts.size(), end);
    cuts.remove_prefix(static_cast<std::size_t>(read.ptr - cuts.data()));
    if (read.ec != std::errc() || end <= begin || end >= joined.size()) return {};
    parts.push_back(joined.substr(begin, end - begin));
    begin = end;
  }
  parts.push_back(joined.substr(begin));
  return parts;
}

bool is_recorded(std::span<const std::string> parts) {
  return parts.size() >= 2 && parts.size() <= kMostParts &&
         joined_of(parts).size() <= kLongestJoined;
}

std::string term_of(InnerTerm kind, std::span<const std::string> parts) {
  return inner_term(kind, joined_of(parts) + cuts_of(parts));
}

/// Collects the compounds of a passage, token by token.
class Recorder {
 public:
  Recorder(std::string_view text, std::span<const Token> tokens) : text_(text), tokens_(tokens) {}

  std::vector<PlacedTerm> record() {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      const Junction found = junction(text_, tokens_[i], tokens_[i + 1]);
      if (found == Junction::hyphen || found == Junction::line_end) {
        hyphenated_ = hyphenated_ || found == Junction::hyphen;
        if (found == Junction::line_end) add(InnerTerm::broken, i, i + 2);
        continue;
      }
      end_chain(i);
      if (found == Junction::spaced && combines(tokens_[i].term, tokens_[i + 1].term)) {
        add(InnerTerm::compound, i, i + 2);
      }
    }
    if (!tokens_.empty()) end_chain(tokens_.size() - 1);
    return std::move(terms_);
  }

 private:
  /// The run of parts that ends with token `last`.
  void end_chain(std::size_t last) {
    if (hyphenated_) {
      add(InnerTerm::compound, chain_, last + 1);
      if (last - chain_ > 1) add_combined_pairs(last);
    }
    hyphenated_ = false;
    chain_ = last + 1;
  }

  /// `antipersonnel` of `anti-personnel-mine`.
  void add_combined_pairs(std::size_t last) {
    for (std::size_t i = chain_; i < last; ++i) {
      if (combines(tokens_[i].term, tokens_[i + 1].term)) add(InnerTerm::compound, i, i + 2);
    }
  }

  void add(InnerTerm kind, std::size_t first, std::size_t end) {
    if (end - first > kMostParts) return;
    std::vector<std::string> parts;
    for (std::size_t i = first; i < end; ++i) parts.push_back(tokens_[i].term);
    if (is_recorded(parts)) terms_.push_back({first, term_of(kind, parts)});
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  std::size_t chain_ = 0;    // first token of the run of parts
  bool hyphenated_ = false;  // whether the run has a hyphen that is not at a line's end
  std::vector<PlacedTerm> terms_;
};

}  // namespace

std::size_t hyphen_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '-') return 1;
  if (static_cast<unsigned char>(text[at]) < 0x80) return 0;
  std::size_t end = at;
  switch (next_code_point(text, end)) {
    case 0x00AD:  // soft hyphen
    case 0x058A:  // Armenian hyphen
    case 0x05BE:  // Hebrew maqaf
    case 0x2010:
    case 0x2011:  // non-breaking
    case 0x2012:  // figure dash, en dash, minus: typed where a hyphen is meant
    case 0x2013:
    case 0x2212:
    case 0xFE63:
    case 0xFF0D:
      return end - at;
    default:
      return 0;
  }
}

Junction junction(std::string_view text, const Token& first, const Token& second) {
  if (second.begin <= first.end) return Junction::none;
  if (first.kind != Token::Kind::word || second.kind != Token::Kind::word) return Junction::none;
  if (is_digit(first.term.back()) && is_digit(second.term.front())) return Junction::none;
  const std::string_view gap = text.substr(first.end, second.begin - first.end);
  // a soft hyphen shows at a line's end only, and belongs to the word before it
  bool line_end = text.substr(0, first.end).ends_with(kSoftHyphen);
  if (gap == " " && !line_end) return Junction::spaced;
  const std::size_t hyphen = line_end ? kSoftHyphen.size() : hyphen_at(gap, 0);
  if (hyphen == gap.size() && !line_end) return Junction::hyphen;
  for (std::size_t at = line_end ? 0 : hyphen; at < gap.size();) {
    const UChar32 c = next_code_point(gap, at);
    if (!is_space(c)) return Junction::none;
    line_end = line_end || ends_line(c);
  }
  if (hyphen == 0) return Junction::spaced;
  return line_end ? Junction::line_end : Junction::none;
}

bool combines(std::string_view prefix, std::string_view word) {
  return word.size() >= 3 && !is_digit(word.front()) &&
         std::find(kCombining.begin(), kCombining.end(), prefix) != kCombining.end();
}

std::string_view joined_word_of(std::string_view term) {
  static const std::string kPrefix = inner_term(InnerTerm::compound, "");
  if (!term.starts_with(kPrefix)) return {};
  term.remove_prefix(kPrefix.size());
  return term.substr(0, term.find(kCut));
}

bool has_parts(const Xapian::Database& database, const std::string& prefix,
               const std::string& joined) {
  const std::string start = prefix + inner_term(InnerTerm::compound, joined + kCut);
  return database.allterms_begin(start) != database.allterms_end(start);
}

std::vector<PlacedTerm> compound_terms(std::string_view text, std::span<const Token> tokens) {
  return Recorder(text, tokens).record();
}

Compounds::Compounds(const Xapian::Database& database, std::string prefix,
                     std::vector<std::string> words)
    : database_(database), prefix_(std::move(prefix)) {
  std::erase_if(words, [](const std::string& word) { return word.size() > kLongestJoined; });
  for (std::string& word : words) word += kCut;
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  look_up(words, false);
  look_up(words, true);
}

/// `words`: ascending, each with kCut behind it.
void Compounds::look_up(const std::vector<std::string>& words, bool broken) {
  const std::string kind =
      prefix_ + inner_term(broken ? InnerTerm::broken : InnerTerm::compound, "");
  auto at = database_.allterms_begin(kind);
  const auto end = database_.allterms_end(kind);
  for (const std::string& word : words) {
    if (at == end) return;
    const std::string start = kind + word;
    for (at.skip_to(start); at != end; ++at) {
      std::string term = *at;
      if (!term.starts_with(start)) break;
      const std::string cuts = term.substr(start.size() - 1);
      add_spelling(word.substr(0, word.size() - 1), std::move(term), cuts, broken);
    }
  }
}

bool Compounds::is_accident(const std::string& term, const std::string& joined) const {
  return database_.get_termfreq(prefix_ + joined) / kJoinedForEach > database_.get_termfreq(term);
}

void Compounds::add_spelling(const std::string& joined, std::string&& term, std::string_view cuts,
                             bool broken) {
  Spelling spelling;
  spelling.parts = parts_of(joined, cuts);
  if (spelling.parts.empty()) return;
  const bool listed = spelling.parts.size() == 2 && combines(spelling.parts[0], spelling.parts[1]);
  spelling.spaced = !broken && !listed && !is_accident(term, joined);
  spelling.at = std::move(term);
  spellings_[joined].push_back(std::move(spelling));
}

std::span<const Spelling> Compounds::spellings(const std::string& joined) const {
  const auto found = spellings_.find(joined);
  if (found == spellings_.end()) return {};
  return found->second;
}

bool Compounds::are_one(std::span<const std::string> parts) const {
  if (parts.size() == 2 && combines(parts[0], parts[1])) return true;
  const std::span<const Spelling> known = spellings(joined_of(parts));
  return std::any_of(known.begin(), known.end(), [&](const Spelling& spelling) {
    return spelling.spaced &&
           std::equal(spelling.parts.begin(), spelling.parts.end(), parts.begin(), parts.end());
  });
}

}  // namespace pincite
