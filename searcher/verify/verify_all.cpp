#include "searcher/verify/verify_all.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "searcher/verify/verifier.h"

namespace pincite {
namespace {

constexpr std::size_t kWorthAThread = 16;  // quotations
constexpr std::size_t kMostThreads = 16;

class Work {
 public:
  Work(const std::vector<ReadQuotation>& quotations,
       const std::function<std::string(const Verification&)>& tell)
      : quotations_(quotations), tell_(tell) {
    done_.told.resize(quotations.size());
  }

  /// Takes quotations until there are no more.
  void run(const IndexReader& index) {
    try {
      Verifier verifier(index);
      for (std::size_t i = next_++; i < quotations_.size(); i = next_++) {
        const Verification verified = verifier.verify(quotations_[i]);
        done_.told[i] = tell_(verified);
        const std::lock_guard lock(mutex_);
        count(verified);
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      failed_ = std::current_exception();
      next_ = quotations_.size();
    }
  }

  VerifiedAll done() && {
    if (failed_) std::rethrow_exception(failed_);
    return std::move(done_);
  }

 private:
  void count(const Verification& verified) {
    ++done_.verdicts[static_cast<std::size_t>(verified.verdict)];
    if (is_confirmed(verified)) ++done_.confirmed;
    if (verified.attribution != Attribution::unknown) return;
    ++(verified.claim.is_understood() ? done_.unknown : done_.not_understood);
  }

  const std::vector<ReadQuotation>& quotations_;
  const std::function<std::string(const Verification&)>& tell_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;  // of the counts and the failure
  std::exception_ptr failed_;
  VerifiedAll done_;
};

}  // namespace

VerifiedAll verify_all(const IndexReader& index, const std::vector<ReadQuotation>& quotations,
                       const std::function<std::string(const Verification&)>& tell) {
  Work work(quotations, tell);
  std::vector<IndexReader> others;
  const auto threads = std::min<std::size_t>(
      {std::thread::hardware_concurrency(), kMostThreads, quotations.size() / kWorthAThread});
  while (others.size() + 1 < threads) {
    IndexReader other(index.folder());
    if (other.revision() != index.revision()) break;  // the index has changed meanwhile
    others.push_back(std::move(other));
  }
  {
    std::vector<std::jthread> running;
    running.reserve(others.size());
    for (const IndexReader& other : others) running.emplace_back([&] { work.run(other); });
    work.run(index);
  }
  return std::move(work).done();
}

}  // namespace pincite
