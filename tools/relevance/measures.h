// How good an order of documents is, by the definitions of trec_eval 9.
#pragma once

#include <map>
#include <span>
#include <string>

namespace pincite {

/// What a person said of documents for one topic, by id. Above 0: relevant, the more the better.
using Judgements = std::map<std::string, double>;

struct Measures {
  double ndcg_10 = 0;     // ndcg_cut_10: gain is the judgement itself, the discount log2(rank + 1)
  double map = 0;         // map: precision at each relevant document, over all that are relevant
  double mrr = 0;         // recip_rank: one over the rank of the first relevant document
  double recall_100 = 0;  // recall_100
};

bool has_relevant(const Judgements& judgements);

/// Of one topic. `ranked`: ids, the best first, each once. All are 0 where nothing is relevant.
Measures measure(std::span<const std::string> ranked, const Judgements& judgements);

/// Of several topics, each counting alike; all 0 where there are none.
Measures mean(std::span<const Measures> topics);

}  // namespace pincite
