// How work passes between threads: queues, and a bound on what is under way in them.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace pincite {

/// Any thread may call any function.
template <typename Item>
class Queue {
 public:
  /// Returns false, and drops the item, once the queue is closed.
  bool push(Item&& item) {
    const std::lock_guard lock(mutex_);
    if (closed_) return false;
    items_.push_back(std::move(item));
    ready_.notify_one();
    return true;
  }

  /// Waits for an item. Nothing once the queue is closed and empty.
  std::optional<Item> pop() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return closed_ || !items_.empty(); });
    if (items_.empty()) return std::nullopt;
    std::optional<Item> item(std::move(items_.front()));
    items_.pop_front();
    return item;
  }

  /// No more items come; those that wait can still be taken.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    ready_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<Item> items_;
  bool closed_ = false;
};

/// Lets in work of a bounded weight at once. Any thread may call any function.
class Admission {
 public:
  /// `most`: weight that may be inside; one piece is always let in where nothing is.
  explicit Admission(std::size_t most) : most_(most) {}

  /// Waits for room. Returns false once it is closed.
  bool enter(std::size_t weight) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] {
      return closed_ || pieces_ == 0 || (weight_ + weight <= most_ && pieces_ < kMostPieces);
    });
    if (closed_) return false;
    weight_ += weight;
    ++pieces_;
    return true;
  }

  void leave(std::size_t weight) {
    const std::lock_guard lock(mutex_);
    weight_ -= weight;
    --pieces_;
    room_.notify_all();
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    room_.notify_all();
  }

 private:
  static constexpr std::size_t kMostPieces = 10'000;  // light ones take memory too

  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::size_t weight_ = 0;
  std::size_t pieces_ = 0;
  bool closed_ = false;
};

}  // namespace pincite
