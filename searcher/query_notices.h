// What people are told about a query that could not be read as it stands, and how to write it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/query.h"

namespace pincite {

/// Gathers notices; the same one once, and at most five of a code. `what` is the text at fault.
class QueryNotices {
 public:
  void unclosed_quote(std::string_view what);
  void stray_quote(std::string_view what);
  void unbalanced_bracket();
  void misplaced_operator(std::string_view what);
  void misplaced_wildcard(std::string_view what);
  void lookalike(std::string_view what);
  void exact_bracket();
  void idle_plus();
  void not_proximate(std::string_view what);
  void not_comparable(std::string_view what, std::size_t most);
  void prefix_of_several(std::string_view what);
  void unknown_field(std::string_view name, std::string_view what);
  void empty_filter(std::string_view what);
  void bad_window(std::string_view what);
  void too_deep();

  bool empty() const { return notices_.empty(); }
  std::vector<Notice> take() { return std::move(notices_); }

 private:
  bool is_full(std::string_view code) const;
  void add(std::string_view code, std::string text);

  std::vector<Notice> notices_;
};

}  // namespace pincite
