#include <algorithm>
#include <map>

#include "corpus/dates.h"
#include "corpus/text.h"
#include "corpus/vocabulary.h"
#include "index/analysis.h"
#include "index/schema.h"
#include "searcher/phrase_query.h"
#include "searcher/query_quotation.h"
#include "searcher/readings.h"
#include "searcher/verify/claim.h"
#include "searcher/verify/quoted_spans.h"

namespace pincite {
namespace {

/// Words that name a state only by their letters: codes as they stand, demonyms whatever the case.
class ShortNames {
 public:
  static const ShortNames& built_in() {
    static const ShortNames names;
    return names;
  }

  const std::vector<std::string>& of(std::string_view word) const {
    static const std::vector<std::string> none;
    const auto code = codes_.find(word);
    if (code != codes_.end()) return code->second;
    const auto demonym = demonyms_.find(name_key(word));
    return demonym == demonyms_.end() ? none : demonym->second;
  }

 private:
  using Names = std::map<std::string, std::vector<std::string>, std::less<>>;

  ShortNames() {
    for (const Entry& state : Vocabulary::built_in().entries(Table::states)) {
      codes_[state.id].push_back(state.id);
      for (const std::string& code : state.codes) codes_[code].push_back(state.id);
      for (const std::string& demonym : state.demonyms) {
        demonyms_[name_key(demonym)].push_back(state.id);
      }
    }
  }

  Names codes_;
  Names demonyms_;
};

void add(std::vector<std::string>& all, const std::vector<std::string>& more) {
  for (const std::string& one : more) {
    if (std::ranges::find(all, one) == all.end()) all.push_back(one);
  }
}

class ClaimReader {
 public:
  ClaimReader(const IndexReader& index, std::string_view text) : index_(index), text_(text) {
    claim_.text = text;
    claim_.key = name_key(text);
  }

  Claim read() && {
    read_document();
    if (!claim_.document.empty()) return std::move(claim_);
    read_names(Table::meetings, claim_.meeting);
    read_names(Table::treaties, claim_.treaty);
    read_names(Table::states, claim_.state);
    read_dates();
    read_words();
    read_names(Table::types, claim_.type);
    read_segments();
    read_titles();
    return std::move(claim_);
  }

 private:
  struct Part {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  /// The parts of the claim between these characters, without white space at their ends.
  std::vector<Part> parts(std::string_view separators) const {
    std::vector<Part> all;
    for (std::size_t at = 0; at <= text_.size();) {
      const std::size_t end = std::min(text_.find_first_of(separators, at), text_.size());
      const std::string_view part = trim(text_.substr(at, end - at));
      const auto begin = static_cast<std::size_t>(part.data() - text_.data());
      if (!part.empty()) all.push_back({begin, begin + part.size()});
      at = end + 1;
    }
    return all;
  }

  std::string_view of(const Part& part) const {
    return text_.substr(part.begin, part.end - part.begin);
  }

  void take(const Part& part) { taken_.push_back(part); }

  bool is_taken(const Part& part) const {
    return std::ranges::any_of(taken_, [&](const Part& taken) {
      return part.begin < taken.end && taken.begin < part.end;
    });
  }

  /// Whether all words of the part were read as something.
  bool is_all_taken(const Part& part) const {
    return std::ranges::all_of(analyse(of(part)), [&](const Token& token) {
      return is_taken({part.begin + token.begin, part.begin + token.end});
    });
  }

  void read_document() {
    for (const char* separators : {"", ",;", ",; ()[]"}) {
      for (const Part& part : parts(separators)) {
        if (index_.find(of(part)) == 0) continue;
        claim_.document = of(part);
        return;
      }
    }
  }

  void read_names(Table table, std::vector<std::string>& ids) {
    for (const Mention& mention : Vocabulary::built_in().mentions(table, text_)) {
      const Part part = {mention.begin, mention.end};
      if (is_taken(part)) continue;
      add(ids, mention.ids);
      found_.push_back(part);
    }
    for (const Part& part : found_) take(part);
    found_.clear();
  }

  void read_dates() {
    for (const FoundDate& date : find_dates(text_)) {
      claim_.date.push_back(date.period);
      take({date.begin, date.end});
    }
  }

  /// Words that say something by themselves: years, symbols, codes, demonyms.
  void read_words() {
    for (const Token& token : analyse(text_)) {
      const Part part = {token.begin, token.end};
      if (token.kind != Token::Kind::symbol || is_taken(part)) continue;
      claim_.symbol.push_back(symbol_parts(of(part)).back());
      take(part);
    }
    for (const Part& part : parts(" ,;:()[]’'“”\"")) {
      if (is_taken(part)) continue;
      std::string_view word = of(part);
      while (word.ends_with('.')) word.remove_suffix(1);
      if (const auto date = Period::parse(word); date && date->first_year() >= 1000) {
        claim_.date.push_back(*date);
        take(part);
      } else if (const auto& states = ShortNames::built_in().of(word); !states.empty()) {
        add(claim_.state, states);
        take(part);
      }
    }
  }

  /// What stands between commas may be a code, or a name in another language.
  void read_segments() {
    const Vocabulary& vocabulary = Vocabulary::built_in();
    for (const Part& part : parts(",;()[]")) {
      if (is_taken(part)) continue;
      for (const auto& [table, ids] : {std::pair{Table::meetings, &claim_.meeting},
                                       {Table::treaties, &claim_.treaty},
                                       {Table::types, &claim_.type},
                                       {Table::states, &claim_.state}}) {
        const auto named = vocabulary.resolve(table, of(part));
        if (named.empty()) continue;
        add(*ids, named);
        take(part);
        break;
      }
    }
  }

  /// Words that stand as a phrase in the title of a document.
  void read_titles() {
    const bool alone = !claim_.is_understood();
    for (const QuotedSpan& span : quoted_spans(text_).spans) {
      if (!add_title(span.text, 1)) continue;
      claim_.title_decides = true;
    }
    if (!claim_.title.empty()) return;
    if (add_title(text_, alone ? 1 : 3)) {
      claim_.title_decides = true;
      return;
    }
    for (const Part& part : parts(",;()[]")) {
      if (!is_all_taken(part)) add_title(of(part), 2);
    }
    claim_.title_decides = alone;
  }

  /// `least`: words, of which fewer name no title.
  bool add_title(std::string_view text, std::size_t least) {
    const std::vector<Token> tokens = analyse(text);
    if (tokens.size() < least || tokens.empty()) return false;
    const std::string prefix = find_field("title")->prefix;
    Xapian::Enquire enquire(index_.database());
    enquire.set_query(phrase_query(readings_of(text, tokens, index_, prefix), index_));
    if (enquire.get_mset(0, 1).empty()) return false;
    add(claim_.title, {name_key(text)});
    return true;
  }

  const IndexReader& index_;
  std::string_view text_;
  std::vector<Part> taken_;  // parts that were read as something
  std::vector<Part> found_;
  Claim claim_;
};

}  // namespace

Claim read_claim(const IndexReader& index, std::string_view text) {
  return ClaimReader(index, text).read();
}

}  // namespace pincite
