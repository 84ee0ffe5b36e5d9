#include "tools/relevance/topic_query.h"

#include <algorithm>

#include "searcher/query.h"
#include "searcher/query_quotation.h"

namespace pincite {
namespace {

/// Length in bytes of what parts words at `at`; 0 where a word goes on.
std::size_t separator_at(std::string_view text, std::size_t at) {
  if (text[at] == '(' || text[at] == ')') return 1;
  return std::max(white_space_at(text, at), quotation_mark_at(text, at));
}

}  // namespace

std::string as_words(std::string_view topic) {
  QueryNode bag;
  bag.kind = QueryNode::Kind::bag;
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    bag.children.emplace_back().kind = QueryNode::Kind::word;
    bag.children.back().text = std::move(word);
    bag.roles.push_back(QueryNode::Role::may);
    word.clear();
  };
  for (std::size_t at = 0; at < topic.size();) {
    const std::size_t separator = separator_at(topic, at);
    if (separator == 0) {
      word += topic[at];
    } else {
      end_word();
    }
    at += std::max<std::size_t>(separator, 1);
  }
  end_word();
  if (bag.children.empty()) return {};
  return to_string(bag.children.size() == 1 ? bag.children.front() : bag);
}

}  // namespace pincite
