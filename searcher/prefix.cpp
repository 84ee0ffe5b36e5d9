#include "searcher/prefix.h"

#include <algorithm>

namespace pincite {
namespace {

constexpr std::size_t kMostFrequent = 1000;
constexpr std::size_t kMostScoring = 250;  // each costs a walk through its documents

/// Some documents, without a weight.
class Documents : public Xapian::PostingSource {
 public:
  explicit Documents(std::vector<Xapian::docid> documents) : documents_(std::move(documents)) {}

  Xapian::doccount get_termfreq_min() const override { return get_termfreq_est(); }
  Xapian::doccount get_termfreq_est() const override {
    return static_cast<Xapian::doccount>(documents_.size());
  }
  Xapian::doccount get_termfreq_max() const override { return get_termfreq_est(); }
  void next(double /*least*/) override { at_ = started_ ? at_ + 1 : 0, started_ = true; }
  void skip_to(Xapian::docid document, double /*least*/) override {
    started_ = true;
    const auto from = documents_.begin() + static_cast<std::ptrdiff_t>(at_);
    at_ = static_cast<std::size_t>(std::lower_bound(from, documents_.end(), document) -
                                   documents_.begin());
  }
  bool at_end() const override { return started_ && at_ >= documents_.size(); }
  Xapian::docid get_docid() const override { return documents_[at_]; }
  PostingSource* clone() const override { return new Documents(documents_); }
  void init(const Xapian::Database& /*database*/) override {
    at_ = 0;
    started_ = false;
  }

 private:
  std::vector<Xapian::docid> documents_;
  std::size_t at_ = 0;
  bool started_ = false;
};

}  // namespace

void Prefixes::notice(const std::string& code, const std::string& text) {
  Notice made{code, text};
  if (std::find(notices_.begin(), notices_.end(), made) == notices_.end()) {
    notices_.push_back(std::move(made));
  }
}

void Prefixes::add_documents(const std::string& term, Xapian::doccount frequency,
                             std::vector<bool>& seen) {
  if (frequency > postings_left_) {
    postings_left_ = 0;
    bounded_ = true;
    return;
  }
  postings_left_ -= frequency;
  for (auto i = database_.postlist_begin(term); i != database_.postlist_end(term); ++i) {
    seen[*i] = true;
  }
}

const Prefixes::Forms& Prefixes::forms(const std::string& start) {
  const auto [place, fresh] = known_.try_emplace(start);
  Forms& forms = place->second;
  if (!fresh) return forms;
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  for (auto i = database_.allterms_begin(start); i != database_.allterms_end(start); ++i) {
    if (terms_left_ == 0) {
      bounded_ = true;
      break;
    }
    --terms_left_;
    found.emplace_back(i.get_termfreq(), *i);
  }
  if (found.size() > kMostScoring || found.size() > scoring_left_) {
    std::sort(found.rbegin(), found.rend());
    std::vector<bool> seen(database_.get_lastdocid() + std::size_t{1});
    for (const auto& [frequency, term] : found) add_documents(term, frequency, seen);
    for (Xapian::docid i = 1; i < seen.size(); ++i) {
      if (seen[i]) forms.documents.push_back(i);
    }
  }
  const std::size_t most = std::min(kMostFrequent, scoring_left_);
  forms.are_all = found.size() <= most;
  if (!forms.are_all) found.resize(most);
  scoring_left_ -= found.size();
  for (auto& [frequency, term] : found) forms.frequent.push_back(std::move(term));
  if (bounded_) {
    notice("prefix_bounded",
           "the prefixes stand for so many words that not all of them were looked for");
  }
  return forms;
}

Xapian::Query Prefixes::query(const std::string& prefix, const std::string& beginning) {
  const Forms& found = forms(prefix + beginning);
  const std::size_t scoring = found.documents.empty()
                                  ? found.frequent.size()
                                  : std::min(kMostScoring, found.frequent.size());
  std::vector<Xapian::Query> any(found.frequent.begin(),
                                 found.frequent.begin() + static_cast<std::ptrdiff_t>(scoring));
  // where there is no such term, one that no document has
  if (any.empty() && found.documents.empty()) any.emplace_back(prefix + beginning);
  const Xapian::Query scored(Xapian::Query::OP_SYNONYM, any.begin(), any.end());
  if (found.documents.empty()) return scored;
  auto* rest = new Documents(found.documents);
  return scored | Xapian::Query(rest->release());
}

std::vector<std::string> Prefixes::terms(const std::string& prefix, const std::string& beginning) {
  const Forms& found = forms(prefix + beginning);
  if (!found.are_all) {
    notice("prefix_bounded", "“" + beginning + "*” stands for its " +
                                 std::to_string(found.frequent.size()) +
                                 " most frequent forms here");
  }
  return found.frequent;
}

}  // namespace pincite
