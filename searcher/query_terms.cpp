#include "searcher/query_terms.h"

#include <algorithm>
#include <functional>
#include <span>

#include "index/analysis.h"
#include "index/schema.h"
#include "searcher/compile.h"
#include "searcher/expansion.h"
#include "searcher/readings.h"

namespace pincite {
namespace {

using Kind = QueryNode::Kind;
using Role = QueryNode::Role;

constexpr std::size_t kMostTerms = 1000;

bool is_leaf(const QueryNode& node) {
  return node.kind == Kind::word || node.kind == Kind::exact || node.kind == Kind::prefix ||
         node.kind == Kind::phrase;
}

struct Place {
  bool in_title = false;
  bool excluded = false;
};

/// Calls `visit` for each leaf in reading order.
template <typename Node, typename Visit>
void each_leaf(Node& node, Place place, const Visit& visit) {
  if (is_leaf(node)) visit(node, place);
  place.in_title = place.in_title || node.kind == Kind::title;
  place.excluded = place.excluded || node.kind == Kind::none_of;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    Place inner = place;
    if (node.kind == Kind::bag && node.roles[i] == Role::must_not) inner.excluded = true;
    each_leaf(node.children[i], inner, visit);
  }
}

/// Documents that hold any of the terms.
std::uint32_t documents_with(const IndexReader& index, const std::vector<std::string>& terms) {
  Xapian::doccount most = 0;
  std::size_t held = 0;
  for (const std::string& term : terms) {
    const Xapian::doccount documents = index.database().get_termfreq(term);
    held += documents > 0 ? 1 : 0;
    most = std::max(most, documents);
  }
  if (held < 2) return most;
  Xapian::Enquire enquire(index.database());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, 0, index.database().get_doccount() + 1).get_matches_estimated();
}

std::uint32_t documents_matching(const IndexReader& index, const QueryNode& node) {
  const Xapian::Query query = compile(node, index, {}).query;
  if (query.empty()) return 0;
  Xapian::Enquire enquire(index.database());
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, 0, index.database().get_doccount() + 1).get_matches_estimated();
}

bool has_letter(std::string_view term) {
  return std::ranges::any_of(term,
                             [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; });
}

class Terms {
 public:
  explicit Terms(const IndexReader& index) : index_(index), expansion_(index.database()) {}

  void add(const QueryNode& leaf, const Place& place) {
    const std::size_t number = leaf_++;
    if (leaf.kind == Kind::prefix) return;
    const std::vector<Token> tokens = analyse(leaf.text);
    const char* prefix = place.in_title ? find_field("title")->prefix : "";
    for (std::size_t i = 0; i < tokens.size() && found_.size() < kMostTerms; ++i) {
      QueryTerm term;
      term.leaf = number;
      term.range = {tokens[i].begin, tokens[i].end};
      term.typed = leaf.text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
      term.term = tokens[i].term;
      term.prefix = prefix;
      term.in_phrase = leaf.kind == Kind::phrase;
      term.excluded = place.excluded;
      term.is_spelled = tokens[i].kind == Token::Kind::word && has_letter(tokens[i].term);
      term.documents = documents(leaf, tokens, i, prefix);
      found_.push_back(std::move(term));
    }
  }

  std::vector<QueryTerm> take() { return std::move(found_); }

 private:
  std::uint32_t documents(const QueryNode& leaf, const std::vector<Token>& tokens, std::size_t i,
                          const std::string& prefix) {
    const Token& token = tokens[i];
    std::vector<std::string> forms = {token.term};
    if (leaf.kind == Kind::word) forms = expansion_.forms(leaf.text, Token(token), prefix.c_str());
    add_joined(leaf.text, tokens, i, forms);
    std::vector<std::string> terms;
    for (const std::string& form : forms) {
      for (std::string& place : places_of(form, index_, prefix)) terms.push_back(std::move(place));
    }
    const std::uint32_t found = documents_with(index_, terms);
    if (found > 0 || tokens.size() == 1 || leaf.kind == Kind::phrase || !prefix.empty()) {
      return found;
    }
    return documents_matching(index_, leaf);
  }

  /// `anti-personnel` may stand as one word.
  static void add_joined(const std::string& text, std::span<const Token> tokens, std::size_t i,
                         std::vector<std::string>& forms) {
    for (const std::size_t first : {i - 1, i}) {
      if (first >= tokens.size() || first + 1 >= tokens.size()) continue;
      std::string joined = joined_word(text, tokens.subspan(first, 2));
      if (!joined.empty()) forms.push_back(std::move(joined));
    }
  }

  const IndexReader& index_;
  Expansion expansion_;
  std::size_t leaf_ = 0;
  std::vector<QueryTerm> found_;
};

QueryNode words_of(const QueryNode& phrase) {
  QueryNode all;
  all.kind = Kind::all_of;
  for (const Token& token : analyse(phrase.text)) {
    QueryNode word;
    word.kind = Kind::exact;
    word.text = phrase.text.substr(token.begin, token.end - token.begin);
    all.children.push_back(std::move(word));
  }
  if (all.children.size() > 1) return all;
  return phrase;
}

}  // namespace

std::vector<QueryTerm> query_terms(const IndexReader& index, const QueryNode& root) {
  Terms terms(index);
  each_leaf(root, {}, [&](const QueryNode& leaf, const Place& place) { terms.add(leaf, place); });
  return terms.take();
}

void replace_term(QueryNode& root, const QueryTerm& term, const std::string& spelling) {
  std::size_t number = 0;
  each_leaf(root, {}, [&](QueryNode& leaf, const Place&) {
    if (number++ != term.leaf) return;
    leaf.text.replace(term.range.begin, term.range.end - term.range.begin, spelling);
  });
}

QueryNode without_order(const QueryNode& root) {
  if (root.kind == Kind::phrase) return words_of(root);
  QueryNode loose = root;
  for (QueryNode& child : loose.children) child = without_order(child);
  return loose;
}

}  // namespace pincite
