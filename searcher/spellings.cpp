#include "searcher/spellings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

#include "corpus/text.h"

namespace pincite {
namespace {

constexpr std::size_t kShortest = 3;  // letters
constexpr std::size_t kLongest = 40;
constexpr std::size_t kMostTerms = 2'000'000;
// What a change takes off the logarithm of the number of documents: one letter more is worth a
// word that is a thousand times as frequent.
constexpr double kChange = 7.0;
constexpr double kFirstLetter = 2.0;

using Letters = std::u32string;

Letters letters_of(std::string_view word) {
  Letters letters;
  for (std::size_t at = 0; at < word.size();) {
    letters += static_cast<char32_t>(next_code_point(word, at));
  }
  return letters;
}

std::uint64_t bit_of(char32_t letter) { return std::uint64_t{1} << (letter % 64); }

std::uint64_t letter_set(const Letters& letters) {
  std::uint64_t set = 0;
  for (const char32_t letter : letters) set |= bit_of(letter);
  return set;
}

std::uint32_t bits(std::uint64_t set) {
  return static_cast<std::uint32_t>(__builtin_popcountll(set));
}

/// The distance in three rows; more than `limit` comes back as limit + 1.
std::uint32_t distance(const Letters& a, const Letters& b, std::uint32_t limit) {
  if (a.size() > b.size()) return distance(b, a, limit);
  if (b.size() - a.size() > limit || a.size() > kLongest) return limit + 1;
  using Row = std::array<std::uint32_t, kLongest + 1>;
  std::array<Row, 3> rows{};
  for (std::uint32_t i = 0; i <= a.size(); ++i) rows[0][i] = i;
  for (std::uint32_t j = 1; j <= b.size(); ++j) {
    Row& row = rows[j % 3];
    const Row& last = rows[(j + 2) % 3];
    const Row& before_last = rows[(j + 1) % 3];
    row[0] = j;
    std::uint32_t least = j;
    for (std::uint32_t i = 1; i <= a.size(); ++i) {
      const std::uint32_t exchanged = last[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[i] = std::min({exchanged, last[i] + 1, row[i - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[i] = std::min(row[i], before_last[i - 2] + 1);
      }
      least = std::min(least, row[i]);
    }
    if (least > limit) return limit + 1;
  }
  return std::min(rows[b.size() % 3][a.size()], limit + 1);
}

bool has_digit(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

struct Scored {
  double score = 0;
  Spelling spelling;
};

/// A word whose neighbours are looked for.
class Sought {
 public:
  Sought(const std::string& word, std::size_t most)
      : word_(word), letters_(letters_of(word)), set_(letter_set(letters_)), most_(most) {
    if (letters_.size() < kShortest || letters_.size() > kLongest || has_digit(word)) return;
    limit_ = letters_.size() < 5 ? 1 : 2;
  }

  void offer(std::string_view term, const Letters& letters, std::uint64_t set,
             const Xapian::TermIterator& place) {
    if (limit_ == 0 || letters.size() + limit_ < letters_.size() ||
        letters_.size() + limit_ < letters.size() || bits(set_ & ~set) > limit_ ||
        bits(set & ~set_) > limit_) {
      return;
    }
    const std::uint32_t changes = distance(letters_, letters, limit_);
    if (changes == 0 || changes > limit_ || has_digit(term)) return;
    const std::uint32_t documents = place.get_termfreq();
    const double score = std::log1p(documents) - kChange * changes -
                         (letters.front() == letters_.front() ? 0 : kFirstLetter);
    found_.push_back({score, {std::string(term), changes, documents}});
  }

  std::vector<Spelling> best() {
    std::ranges::stable_sort(found_, std::greater<>(), &Scored::score);
    if (found_.size() > most_) found_.resize(most_);
    std::vector<Spelling> best;
    for (Scored& found : found_) best.push_back(std::move(found.spelling));
    return best;
  }

 private:
  std::string word_;
  Letters letters_;
  std::uint64_t set_ = 0;
  std::size_t most_ = 0;
  std::uint32_t limit_ = 0;  // changes; 0: nothing is near
  std::vector<Scored> found_;
};

/// Terms with a prefix begin with a capital letter, which folded words do not.
bool is_prefixed(std::string_view term) { return term[0] >= 'A' && term[0] <= 'Z'; }

}  // namespace

std::uint32_t changes_between(std::string_view a, std::string_view b, std::uint32_t limit) {
  const Letters first = letters_of(a);
  const Letters second = letters_of(b);
  if (std::min(first.size(), second.size()) > kLongest) return limit + 1;
  return distance(first, second, limit);
}

std::vector<std::vector<Spelling>> spellings(const IndexReader& index, const std::string& prefix,
                                             std::span<const std::string> words, std::size_t most) {
  std::vector<Sought> sought;
  sought.reserve(words.size());
  for (const std::string& word : words) sought.emplace_back(word, most);
  const Xapian::Database& database = index.database();
  std::size_t left = kMostTerms;
  auto i = database.allterms_begin(prefix);
  if (prefix.empty()) i.skip_to("[");  // behind numbers and capitals
  for (; i != database.allterms_end(prefix) && left > 0; ++i, --left) {
    const std::string term = *i;
    const std::string_view word = std::string_view(term).substr(prefix.size());
    if (word.empty() || is_prefixed(word)) continue;
    const Letters letters = letters_of(word);
    const std::uint64_t set = letter_set(letters);
    for (Sought& one : sought) one.offer(word, letters, set, i);
  }
  std::vector<std::vector<Spelling>> all;
  for (Sought& one : sought) all.push_back(one.best());
  return all;
}

}  // namespace pincite
