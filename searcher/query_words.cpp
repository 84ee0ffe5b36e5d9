#include "searcher/query_words.h"

#include <algorithm>

#include "searcher/query_lookalikes.h"

namespace pincite {
namespace {

constexpr int kDefaultWindow = 10;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Any character outside ASCII counts as a letter here.
bool is_letter(char c) {
  return is_ascii_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80U;
}

/// 1 to 99; 0 for anything else.
int window_of(std::string_view digits) {
  if (digits.empty() || digits.size() > 2 || !std::all_of(digits.begin(), digits.end(), is_digit)) {
    return 0;
  }
  int window = 0;
  for (const char digit : digits) window = window * 10 + (digit - '0');
  return window;
}

std::optional<QueryToken> proximity(std::string_view run, std::string_view name,
                                    QueryToken::Kind kind, QueryNotices& notices) {
  if (!run.starts_with(name)) return std::nullopt;
  const std::string_view rest = run.substr(name.size());
  if (!rest.empty() && rest.front() != '/') return std::nullopt;
  QueryToken token;
  token.kind = kind;
  token.typed = run;
  token.window = rest.empty() ? kDefaultWindow : window_of(rest.substr(1));
  if (token.window != 0) return token;
  notices.bad_window(run);
  token.kind = QueryToken::Kind::term;
  token.node = plain_word(run);
  return token;
}

bool looks_like_proximity(std::string_view run) {
  return run.starts_with("NEAR/") || run.starts_with("ADJ/");
}

bool is_prefix(std::string_view run) {
  if (run.size() < 2 || run.find('*') != run.size() - 1) return false;
  const std::string_view stem = run.substr(0, run.size() - 1);
  return std::string_view("+-=\\").find(stem.front()) == std::string_view::npos &&
         std::any_of(stem.begin(), stem.end(), is_letter) && !looks_like_proximity(stem) &&
         field_name(stem).empty();
}

/// An asterisk that touches a letter.
bool looks_like_wildcard(std::string_view run) {
  for (std::size_t at = run.find('*'); at != std::string_view::npos; at = run.find('*', at + 1)) {
    if (at > 0 && is_letter(run[at - 1])) return true;
    if (at + 1 < run.size() && is_letter(run[at + 1])) return true;
  }
  return false;
}

QueryNode term(QueryNode::Kind kind, std::string_view text) {
  QueryNode node;
  node.kind = kind;
  node.text = text;
  return node;
}

}  // namespace

QueryNode plain_word(std::string_view text) { return term(QueryNode::Kind::word, text); }

std::optional<QueryToken> read_operator(std::string_view run, QueryNotices& notices) {
  using Kind = QueryToken::Kind;
  QueryToken token;
  token.typed = run;
  token.kind = run == "AND" ? Kind::op_and : run == "OR" ? Kind::op_or : Kind::op_not;
  if (run == "AND" || run == "OR" || run == "NOT") return token;
  if (auto near = proximity(run, "NEAR", Kind::op_near, notices)) return near;
  return proximity(run, "ADJ", Kind::op_adj, notices);
}

std::string_view field_name(std::string_view run) {
  const auto* end = std::find_if_not(run.begin(), run.end(), [](char c) {
    return is_ascii_letter(c) || c == '_' || c == '.' || c == '-';
  });
  const auto length = static_cast<std::size_t>(end - run.begin());
  if (length < 2 || length == run.size() || run[length] != ':' || !is_ascii_letter(run[0]))
    return {};
  return run.substr(0, length);
}

QueryNode read_term(std::string_view run, QueryNotices& notices) {
  auto kind = QueryNode::Kind::word;
  std::string_view text = run;
  if (text.size() > 1 && text.front() == '=') {
    kind = QueryNode::Kind::exact;
    text.remove_prefix(1);
  }
  if (text.size() > 1 && text.front() == '\\') return term(kind, text.substr(1));
  if (kind == QueryNode::Kind::word && is_prefix(text)) {
    return term(QueryNode::Kind::prefix, text.substr(0, text.size() - 1));
  }
  if (looks_like_wildcard(text)) {
    notices.misplaced_wildcard(text);
  } else if (kind == QueryNode::Kind::word && looks_like_operator(text)) {
    notices.lookalike(text);
  }
  return term(kind, text);
}

}  // namespace pincite
