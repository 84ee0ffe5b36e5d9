// The terms that a prefix stands for, in bounded time: `a*` may be 100,000 of them.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>
#include <xapian.h>

#include "searcher/query.h"

namespace pincite {

/// Of one query: bounds what all its prefixes together cost.
class Prefixes {
 public:
  /// `database` must outlive this.
  explicit Prefixes(const Xapian::Database& database) : database_(database) {}

  /// Documents with any term that begins with `prefix` and `beginning`. The 250 most frequent
  /// terms score, as if they were one; documents with only others are found without a weight.
  Xapian::Query query(const std::string& prefix, const std::string& beginning);

  /// The terms themselves, `prefix` included: the 1,000 most frequent, with a notice if there are
  /// more.
  std::vector<std::string> terms(const std::string& prefix, const std::string& beginning);

  const std::vector<Notice>& notices() const { return notices_; }

 private:
  struct Forms {
    std::vector<std::string> frequent;  // with prefix; the most frequent first, if there are many
    bool are_all = true;
    std::vector<Xapian::docid> documents;  // of all forms, ascending; empty where they all score
  };

  const Forms& forms(const std::string& start);
  void add_documents(const std::string& term, Xapian::doccount frequency, std::vector<bool>& seen);
  void notice(const std::string& code, const std::string& text);

  const Xapian::Database& database_;
  std::map<std::string, Forms> known_;
  std::size_t terms_left_ = 1'000'000;      // to read
  std::size_t postings_left_ = 20'000'000;  // likewise
  std::size_t scoring_left_ = 5'000;        // terms
  bool bounded_ = false;
  std::vector<Notice> notices_;
};

}  // namespace pincite
