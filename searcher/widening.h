// Widening plain words of a query by the other names of what they name, as far as these stand in
// an index.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>
#include <xapian.h>

#include "searcher/query.h"

namespace pincite {

/// Other names for some words side by side.
struct Widening {
  std::size_t words = 0;                        // how many from the first; 0: they name nothing
  std::vector<std::vector<std::string>> names;  // terms of each, at consecutive positions
};

/// Of one query: bounds how often it is widened, and tells by what.
class Widener {
 public:
  /// `database` must outlive this.
  explicit Widener(const Xapian::Database& database) : database_(database) {}

  /// The other names of the longest run that begins with the first of `words`, all as typed. A name
  /// is left out if a word of it is not in the index with `prefix`, or if it holds the words or
  /// another name, which then find it.
  Widening widen(std::span<const std::string> words, const char* prefix);

  /// A notice of the names, if there are any.
  std::vector<Notice> notices() const;

 private:
  bool is_in_index(const std::vector<std::string>& terms, const char* prefix) const;

  const Xapian::Database& database_;
  std::size_t left_ = 16;          // times
  std::vector<std::string> told_;  // names as people write them
};

}  // namespace pincite
