#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace jokbo::cli {

/// Does work on many threads and hands the results on in the order in which the jobs came, on the thread that brings them.
/// Not more than `limit` units of weight (say bytes) are under way at a time, so that memory stays bounded; a single heavier
/// job goes alone. What `work` throws comes out of `submit` or `finish`.
template <class Job, class Result>
class OrderedWorkers {
public:
    using Work = std::function<Result(Job)>;
    using Sink = std::function<void(Result)>;

    /// With one thread the work is done at once, by the caller.
    OrderedWorkers(std::size_t threads, std::size_t limit, Work work, Sink sink)
        : limit_(limit), work_(std::move(work)), sink_(std::move(sink)) {
        for (std::size_t i = 0; threads > 1 && i < threads; ++i) {
            threads_.emplace_back([this] { run(); });
        }
    }

    /// Jobs that were not begun are dropped; call `finish` to have all of them done.
    ~OrderedWorkers() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        work_there_.notify_all();
        for (auto& thread : threads_) {
            thread.join();
        }
    }

    OrderedWorkers(const OrderedWorkers&) = delete;
    OrderedWorkers& operator=(const OrderedWorkers&) = delete;

    void submit(Job job, std::size_t weight) {
        if (threads_.empty()) {
            sink_(work_(std::move(job)));
            return;
        }
        while (!slots_.empty() && (weight_ + weight > limit_ || is_done(*slots_.front()))) {
            take_front();
        }
        auto slot = std::make_shared<Slot>(std::move(job), weight);
        slots_.push_back(slot);
        weight_ += weight;
        {
            const std::lock_guard lock(mutex_);
            waiting_.push_back(std::move(slot));
        }
        work_there_.notify_one();
    }

    void finish() {
        while (!slots_.empty()) {
            take_front();
        }
    }

private:
    struct Slot {
        Slot(Job given, std::size_t heavy) : job(std::move(given)), weight(heavy) {}

        Job job;
        std::size_t weight;
        std::optional<Result> result;
        std::exception_ptr failure;
        bool done = false; // guarded by mutex_
    };

    bool is_done(const Slot& slot) {
        const std::lock_guard lock(mutex_);
        return slot.done;
    }

    void take_front() {
        const std::shared_ptr<Slot> slot = std::move(slots_.front());
        slots_.pop_front();
        {
            std::unique_lock lock(mutex_);
            result_there_.wait(lock, [&] { return slot->done; });
        }
        weight_ -= slot->weight;
        if (slot->failure) {
            std::rethrow_exception(slot->failure);
        }
        sink_(std::move(*slot->result));
    }

    void run() {
        while (true) {
            std::shared_ptr<Slot> slot;
            {
                std::unique_lock lock(mutex_);
                work_there_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
                if (stopping_) {
                    return;
                }
                slot = std::move(waiting_.front());
                waiting_.pop_front();
            }
            try {
                slot->result.emplace(work_(std::move(slot->job)));
            } catch (...) {
                slot->failure = std::current_exception();
            }
            {
                const std::lock_guard lock(mutex_);
                slot->done = true;
            }
            result_there_.notify_one();
        }
    }

    const std::size_t limit_;
    const Work work_;
    const Sink sink_;

    // Only the caller's thread touches these.
    std::deque<std::shared_ptr<Slot>> slots_;
    std::size_t weight_ = 0;

    std::mutex mutex_;
    std::condition_variable work_there_;
    std::condition_variable result_there_;
    std::deque<std::shared_ptr<Slot>> waiting_;
    bool stopping_ = false;

    std::vector<std::thread> threads_; // last: the others must stand before they run
};

} // namespace jokbo::cli
