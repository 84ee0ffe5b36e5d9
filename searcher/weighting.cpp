#include "searcher/weighting.h"

#include <algorithm>
#include <cmath>

#include "searcher/function_words.h"

namespace pincite {
namespace {

constexpr std::size_t kMostCounted = 10;  // times that one word is typed

void add_words(const QueryNode& node, WordCounts& counts) {
  if (node.kind == QueryNode::Kind::word) ++counts[node.text];
  for (const QueryNode& child : node.children) add_words(child, counts);
}

}  // namespace

double rarity(double documents, double all) {
  return std::log(1 + (std::max(all - documents, 0.0) + 0.5) / (documents + 0.5));
}

WordWeight::WordWeight() {
  for (const stat_flags needed :
       {COLLECTION_SIZE, TERMFREQ, WQF, WDF, DOC_LENGTH, AVERAGE_LENGTH}) {
    need_stat(needed);
  }
}

WordWeight* WordWeight::clone() const { return new WordWeight; }  // Xapian deletes it

std::string WordWeight::name() const { return "pincite::WordWeight"; }

void WordWeight::init(double factor) {
  most_ = factor * rarity(get_termfreq(), get_collection_size()) * get_wqf() * (kSaturation + 1);
  average_length_ = std::max<double>(get_average_length(), 1);
}

double WordWeight::get_sumpart(Xapian::termcount count, Xapian::termcount length,
                               Xapian::termcount /*unique*/) const {
  const double norm = 1 - kLength + kLength * length / average_length_;
  return most_ * count / (count + kSaturation * norm);
}

double WordWeight::get_maxpart() const { return most_; }

double WordWeight::get_sumextra(Xapian::termcount /*length*/, Xapian::termcount /*unique*/) const {
  return 0;
}

double WordWeight::get_maxextra() const { return 0; }

WordCounts count_words(const QueryNode& root) {
  WordCounts counts;
  add_words(root, counts);
  return counts;
}

double emphasis(std::string_view word, std::string_view term, const WordCounts& counts) {
  const auto typed = counts.find(word);
  const std::size_t times = typed == counts.end() ? 1 : std::min(typed->second, kMostCounted);
  return static_cast<double>(times) * (is_function_word(term) ? kFunctionWord : 1);
}

}  // namespace pincite
