#include "searcher/query_lexer.h"

#include <algorithm>
#include <string>
#include <utility>

#include "searcher/query_quotation.h"
#include "searcher/query_words.h"

namespace pincite {
namespace {

using Kind = QueryNode::Kind;
using Role = QueryNode::Role;

bool is_bracket(char c) { return c == '(' || c == ')'; }
bool is_sign(char c) { return c == '+' || c == '-'; }

/// What a quotation is looked for as: a phrase, or one for each of its paragraphs.
QueryNode phrases(std::vector<std::string> paragraphs) {
  std::vector<QueryNode> nodes;
  for (std::string& text : paragraphs) {
    nodes.emplace_back().kind = Kind::phrase;
    nodes.back().text = std::move(text);
  }
  if (nodes.size() == 1) return std::move(nodes.front());
  QueryNode all;
  all.kind = Kind::all_of;
  all.children = std::move(nodes);
  return all;
}

QueryNode in_title(QueryNode child) {
  QueryNode node;
  node.kind = Kind::title;
  node.children.push_back(std::move(child));
  return node;
}

std::string lower(std::string_view name) {
  std::string result(name);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

class Lexer {
 public:
  Lexer(std::string_view text, QueryNotices& notices)
      : text_(text), notices_(notices), quotations_(text), closed_(closed_in_run(text)) {}

  std::vector<QueryToken> read() {
    while (at_ < text_.size()) read_next();
    return std::move(tokens_);
  }

 private:
  void read_next();
  Role read_sign();
  void read_bracket(Role sign, bool title);
  void read_mark(Role sign);
  void read_run(Role sign);
  bool read_field(Role sign);
  bool read_unknown_field(std::string_view label, Role sign);
  void read_title(std::string_view label, Role sign);
  void read_filter(std::string_view label, Role sign);
  std::optional<std::string> read_quotation();
  void read_rest_as_words();
  void empty_filter(std::string_view label, Role sign);
  void unclosed_value(std::string_view label, Role sign);

  void add_term(QueryNode node, Role sign, std::string_view typed);
  std::size_t end_of_run(std::size_t at) const;
  std::size_t end_of_value(std::size_t at) const;
  std::string_view typed_since(std::size_t begin) const { return text_.substr(begin, at_ - begin); }
  bool opens_quotation(std::size_t at) const { return quotations_.opens_at(at); }
  bool ends_run(std::size_t at) const {
    return at >= text_.size() || is_bracket(text_[at]) || white_space_at(text_, at) != 0 ||
           quotation_mark_at(text_, at) != 0;
  }
  static std::vector<bool> closed_in_run(std::string_view text);

  std::string_view text_;
  QueryNotices& notices_;
  QuotationReader quotations_;
  std::vector<bool> closed_;  // of each byte: an opening bracket that is closed in the same run
  std::size_t at_ = 0;
  std::vector<QueryToken> tokens_;
};

/// A value may hold brackets that balance. Found beforehand, so that no value is looked at twice.
std::vector<bool> Lexer::closed_in_run(std::string_view text) {
  std::vector<bool> closed(text.size());
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '(') {
      open.push_back(at);
    } else if (text[at] == ')' && !open.empty()) {
      closed[open.back()] = true;
      open.pop_back();
    } else if (white_space_at(text, at) != 0 || quotation_mark_at(text, at) != 0) {
      open.clear();
    }
  }
  return closed;
}

void Lexer::read_next() {
  if (const std::size_t space = white_space_at(text_, at_); space != 0) {
    at_ += space;
    return;
  }
  const Role sign = read_sign();
  if (is_bracket(text_[at_])) {
    read_bracket(sign, false);
  } else if (quotation_mark_at(text_, at_) != 0) {
    read_mark(sign);
  } else {
    read_run(sign);
  }
}

/// A sign stands at the beginning of a run and directly before what it applies to.
Role Lexer::read_sign() {
  const char c = text_[at_];
  if (!is_sign(c)) return Role::may;
  if (at_ + 1 == text_.size() || !stands_after(text_, at_, "(")) return Role::may;
  const char next = text_[at_ + 1];
  const bool applies =
      next == '(' || opens_quotation(at_ + 1) || (!is_sign(next) && !ends_run(at_ + 1));
  if (!applies) return Role::may;
  ++at_;
  return c == '+' ? Role::must : Role::must_not;
}

void Lexer::read_bracket(Role sign, bool title) {
  QueryToken token;
  token.kind = text_[at_] == '(' ? QueryToken::Kind::open : QueryToken::Kind::close;
  token.sign = sign;
  token.title = title;
  token.typed = text_.substr(at_, 1);
  tokens_.push_back(std::move(token));
  ++at_;
}

void Lexer::read_mark(Role sign) {
  const std::size_t begin = at_;
  if (!opens_quotation(at_)) {
    notices_.stray_quote(text_.substr(at_));
    at_ += quotation_mark_at(text_, at_);
    return;
  }
  const auto text = read_quotation();
  if (!text) return read_rest_as_words();
  auto paragraphs = quoted_paragraphs(*text);
  if (!paragraphs.empty()) add_term(phrases(std::move(paragraphs)), sign, typed_since(begin));
}

void Lexer::read_run(Role sign) {
  const std::size_t begin = at_;
  const std::size_t end = end_of_run(at_);
  const std::string_view run = text_.substr(begin, end - begin);
  if (run == "=" && opens_quotation(end)) {
    at_ = end;
    return read_mark(sign);
  }
  if (sign == Role::may) {
    if (auto token = read_operator(run, notices_)) {
      at_ = end;
      tokens_.push_back(std::move(*token));
      return;
    }
  }
  if (read_field(sign)) return;
  at_ = end;
  if (run == "+" || run == "-") notices_.misplaced_operator(run);
  if (run == "=" && end < text_.size() && text_[end] == '(') notices_.exact_bracket();
  add_term(read_term(run, notices_), sign, typed_since(begin));
}

/// `field:…`. False where no field stands here.
bool Lexer::read_field(Role sign) {
  const std::size_t begin = at_;
  const std::string_view name = field_name(text_.substr(at_, end_of_run(at_) - at_));
  if (name.empty()) return false;
  const std::size_t value = begin + name.size() + 1;
  const std::string_view label = text_.substr(begin, name.size() + 1);
  if (!is_query_field(name)) return read_unknown_field(label, sign);
  at_ = value;
  if (lower(name) == "title") {
    read_title(label, sign);
  } else {
    read_filter(label, sign);
  }
  return true;
}

/// Words side by side: the name and what stands behind it. `http://…` names no field.
bool Lexer::read_unknown_field(std::string_view label, Role sign) {
  const std::size_t begin = at_;
  const std::size_t value = begin + label.size();
  const std::size_t end = end_of_run(value);
  const bool has_value = value < text_.size() && text_[value] != ')' &&
                         white_space_at(text_, value) == 0 &&
                         !text_.substr(value).starts_with("//");
  if (!has_value) return false;
  notices_.unknown_field(label.substr(0, label.size() - 1), text_.substr(begin, end - begin));
  if (end == value) return false;
  at_ = end;
  QueryNode words;
  words.kind = Kind::bag;
  words.children = {plain_word(label), read_term(text_.substr(value, end - value), notices_)};
  words.roles = {Role::may, Role::may};
  add_term(std::move(words), sign, typed_since(begin));
  return true;
}

void Lexer::read_title(std::string_view label, Role sign) {
  const auto begin = at_ - label.size();
  if (at_ < text_.size() && text_[at_] == '(') {
    read_bracket(sign, true);
    tokens_.back().typed = label;
    return;
  }
  if (text_.substr(at_, 1) == "=" && opens_quotation(at_ + 1)) ++at_;
  if (opens_quotation(at_)) {
    const auto text = read_quotation();
    if (!text) return unclosed_value(label, sign);
    auto paragraphs = quoted_paragraphs(*text);
    if (paragraphs.empty()) return empty_filter(label, sign);
    return add_term(in_title(phrases(std::move(paragraphs))), sign, typed_since(begin));
  }
  const std::size_t end = end_of_run(at_);
  if (end == at_) return empty_filter(label, sign);
  const std::string_view run = text_.substr(at_, end - at_);
  at_ = end;
  if (is_sign(run.front()) || is_query_field(field_name(run))) notices_.lookalike(run);
  add_term(in_title(read_term(run, notices_)), sign, typed_since(begin));
}

void Lexer::read_filter(std::string_view label, Role sign) {
  const auto begin = at_ - label.size();
  QueryNode node;
  node.kind = Kind::filter;
  node.field = lower(label.substr(0, label.size() - 1));
  if (opens_quotation(at_)) {
    const auto text = read_quotation();
    if (!text) return unclosed_value(label, sign);
    node.text = without_outer_space(*text);
  } else {
    const std::size_t end = end_of_value(at_);
    node.text = text_.substr(at_, end - at_);
    at_ = end;
  }
  if (node.text.empty()) return empty_filter(label, sign);
  add_term(std::move(node), sign, typed_since(begin));
}

/// Nothing where it is never closed; then the mark has been passed over and a notice given.
std::optional<std::string> Lexer::read_quotation() {
  if (auto quotation = quotations_.read(at_)) {
    at_ = quotation->end;
    return std::move(quotation->text);
  }
  notices_.unclosed_quote(text_.substr(at_));
  at_ += quotation_mark_at(text_, at_);
  return std::nullopt;
}

void Lexer::read_rest_as_words() {
  while (at_ < text_.size()) {
    const std::size_t begin = at_;
    at_ = end_of_run(at_);
    if (at_ != begin) {
      add_term(plain_word(typed_since(begin)), Role::may, typed_since(begin));
    } else {
      at_ += std::max<std::size_t>({white_space_at(text_, at_), quotation_mark_at(text_, at_), 1});
    }
  }
}

void Lexer::empty_filter(std::string_view label, Role sign) {
  notices_.empty_filter(label);
  add_term(plain_word(label), sign, label);
}

void Lexer::unclosed_value(std::string_view label, Role sign) {
  add_term(plain_word(label), sign, label);
  read_rest_as_words();
}

void Lexer::add_term(QueryNode node, Role sign, std::string_view typed) {
  QueryToken token;
  token.sign = sign;
  token.typed = typed;
  token.node = std::move(node);
  tokens_.push_back(std::move(token));
}

std::size_t Lexer::end_of_run(std::size_t at) const {
  while (!ends_run(at)) ++at;
  return at;
}

std::size_t Lexer::end_of_value(std::size_t at) const {
  std::size_t open = 0;
  for (;; ++at) {
    if (!ends_run(at)) continue;
    if (at >= text_.size() || !is_bracket(text_[at])) return at;
    if (text_[at] == '(' ? !closed_[at] : open == 0) return at;
    open = text_[at] == '(' ? open + 1 : open - 1;
  }
}

}  // namespace

std::vector<QueryToken> read_query_tokens(std::string_view text, QueryNotices& notices) {
  return Lexer(text, notices).read();
}

}  // namespace pincite
