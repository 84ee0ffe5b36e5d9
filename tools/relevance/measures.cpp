#include "tools/relevance/measures.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace pincite {
namespace {

constexpr std::size_t kNdcgDepth = 10;
constexpr std::size_t kRecallDepth = 100;

/// `i` counts from 0.
double discounted(double gain, std::size_t i) {
  return gain / std::log2(static_cast<double>(i) + 2);
}

/// Gains of the judged documents that are relevant, the greatest first.
std::vector<double> ideal_gains(const Judgements& judgements) {
  std::vector<double> gains;
  for (const auto& [id, gain] : judgements) {
    if (gain > 0) gains.push_back(gain);
  }
  std::ranges::sort(gains, std::greater<>());
  return gains;
}

}  // namespace

bool has_relevant(const Judgements& judgements) {
  return std::ranges::any_of(judgements, [](const auto& judged) { return judged.second > 0; });
}

Measures measure(std::span<const std::string> ranked, const Judgements& judgements) {
  const std::vector<double> ideal = ideal_gains(judgements);
  if (ideal.empty()) return {};
  const auto relevant = static_cast<double>(ideal.size());
  double best = 0;
  for (std::size_t i = 0; i < std::min(ideal.size(), kNdcgDepth); ++i) {
    best += discounted(ideal[i], i);
  }
  Measures measures;
  double found = 0;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    const auto judged = judgements.find(ranked[i]);
    if (judged == judgements.end() || judged->second <= 0) continue;
    found += 1;
    const auto rank = static_cast<double>(i + 1);
    if (found == 1) measures.mrr = 1 / rank;
    measures.map += found / rank / relevant;
    if (i < kNdcgDepth) measures.ndcg_10 += discounted(judged->second, i) / best;
    if (i < kRecallDepth) measures.recall_100 += 1 / relevant;
  }
  return measures;
}

Measures mean(std::span<const Measures> topics) {
  Measures all;
  const auto count = static_cast<double>(topics.size());
  for (const Measures& topic : topics) {
    all.ndcg_10 += topic.ndcg_10 / count;
    all.map += topic.map / count;
    all.mrr += topic.mrr / count;
    all.recall_100 += topic.recall_100 / count;
  }
  return all;
}

}  // namespace pincite
