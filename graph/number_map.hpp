#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace jokbo {

/// Numbers (from 1) by hashes, for lookups by the million: one flat table, in which a hash is its own place.
class NumberMap {
public:
    /// The hash's number, 0 where it is new; what is written there stays until the next call.
    std::uint32_t& operator[](std::uint64_t hash) {
        if (slots_.size() < 2 * (count_ + 1)) {
            grow();
        }
        auto& slot = place(hash);
        if (slot.number == 0) {
            // Counted although nothing may be written: then a place stays free.
            ++count_;
            slot.hash = hash;
        }
        return slot.number;
    }

    void clear() {
        slots_.clear();
        count_ = 0;
    }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t number = 0;
    };

    Slot& place(std::uint64_t hash) {
        auto at = hash & (slots_.size() - 1);
        while (slots_[at].number != 0 && slots_[at].hash != hash) {
            at = (at + 1) & (slots_.size() - 1);
        }
        return slots_[at];
    }

    void grow() {
        auto old = std::move(slots_);
        slots_.assign(old.empty() ? 1024 : 2 * old.size(), {});
        count_ = 0;
        for (const auto& slot : old) {
            if (slot.number != 0) {
                place(slot.hash) = slot;
                ++count_;
            }
        }
    }

    std::vector<Slot> slots_;
    std::size_t count_ = 0;
};

} // namespace jokbo
