#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jokbo {

/// A quick hash of a word of any length: the same on all machines of one byte order, never stored.
inline std::uint64_t word_hash(std::string_view word) {
    constexpr std::uint64_t first_factor = 0x9E3779B97F4A7C15ULL;
    constexpr std::uint64_t second_factor = 0xC2B2AE3D27D4EB4FULL;
    const char* at = word.data();
    const auto size = word.size();
    const auto eight = [](const char* from) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, from, sizeof bytes);
        return bytes;
    };
    const auto four = [](const char* from) {
        std::uint32_t bytes = 0;
        std::memcpy(&bytes, from, sizeof bytes);
        return std::uint64_t{bytes};
    };
    std::uint64_t hash = size * first_factor;
    const auto mix = [&](std::uint64_t bytes) {
        hash = (hash ^ bytes) * second_factor;
        hash ^= hash >> 29U;
    };
    if (size >= 8) {
        for (auto left = size; left > 8; left -= 8, at += 8) {
            mix(eight(at));
        }
        mix(eight(word.data() + size - 8));
    } else if (size >= 4) {
        mix(four(at) << 32U | four(at + size - 4));
    } else if (size > 0) {
        const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
        mix(byte(0) << 16U | byte(size / 2) << 8U | byte(size - 1));
    }
    hash *= first_factor;
    return hash ^ hash >> 32U;
}

/// Whether two words of one length are the same, without a call: they are short.
inline bool same_letters(const char* a, const char* b, std::size_t size) {
    const auto differ = [&]<class Bytes>(Bytes, std::size_t at) {
        Bytes left = 0;
        Bytes right = 0;
        std::memcpy(&left, a + at, sizeof left);
        std::memcpy(&right, b + at, sizeof right);
        return left != right;
    };
    if (size >= 8) {
        for (std::size_t at = 0; at + 8 < size; at += 8) {
            if (differ(std::uint64_t{}, at)) {
                return false;
            }
        }
        return !differ(std::uint64_t{}, size - 8);
    }
    if (size >= 4) {
        return !differ(std::uint32_t{}, 0) && !differ(std::uint32_t{}, size - 4);
    }
    return size == 0 || (a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1]);
}

/// What reading knows of words, by the word: filled at start-up, then asked several times for every token of every text. Most
/// questions are for words that are not in it, and cost one look at one byte of a table that fits into the processor's cache.
/// Entries are numbered in the order in which they came; nothing ever depends on the hash.
template <class Value>
class WordMap {
public:
    const Value* find(std::string_view word) const {
        const auto index = index_of(word, word_hash(word));
        return index == absent ? nullptr : &entries_[index].value;
    }
    bool contains(std::string_view word) const { return index_of(word, word_hash(word)) != absent; }

    /// The value of a word, which is added where it is new. References hold until the next word is added.
    Value& operator[](std::string_view word) {
        const auto hash = word_hash(word);
        if (const auto known = index_of(word, hash); known != absent) {
            return entries_[known].value;
        }
        if ((entries_.size() + 1) * 2 > tags_.size()) {
            grow();
        }
        const auto begin = static_cast<std::uint32_t>(letters_.size());
        letters_ += word;
        entries_.push_back({begin, static_cast<std::uint32_t>(word.size()), Value{}});
        place(hash, static_cast<std::uint32_t>(entries_.size() - 1));
        return entries_.back().value;
    }

    std::size_t size() const { return entries_.size(); }
    std::string_view word(std::size_t index) const {
        return std::string_view(letters_).substr(entries_[index].begin, entries_[index].size);
    }
    const Value& value(std::size_t index) const { return entries_[index].value; }

private:
    static constexpr std::uint32_t absent = 0xFFFFFFFF;

    struct Entry {
        std::uint32_t begin; ///< in letters_
        std::uint32_t size;
        Value value;
    };

    static std::uint8_t tag(std::uint64_t hash) { return static_cast<std::uint8_t>(hash >> 56U | 1U); }

    std::uint32_t index_of(std::string_view key, std::uint64_t hash) const {
        const auto mask = tags_.size() - 1;
        for (auto slot = hash & mask; tags_[slot] != 0; slot = (slot + 1) & mask) {
            if (tags_[slot] != tag(hash)) {
                continue;
            }
            const auto& entry = entries_[slots_[slot]];
            if (entry.size == key.size() && same_letters(letters_.data() + entry.begin, key.data(), key.size())) {
                return slots_[slot];
            }
        }
        return absent;
    }
    void place(std::uint64_t hash, std::uint32_t index) {
        const auto mask = tags_.size() - 1;
        auto slot = hash & mask;
        while (tags_[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        tags_[slot] = tag(hash);
        slots_[slot] = index;
    }
    void grow() {
        const auto size = tags_.size() * 2;
        tags_.assign(size, 0);
        slots_.assign(size, 0);
        for (std::uint32_t i = 0; i < entries_.size(); ++i) {
            place(word_hash(word(i)), i);
        }
    }

    std::vector<std::uint8_t> tags_ = std::vector<std::uint8_t>(64, 0); ///< 0: an empty slot; else a byte of the hash
    std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(64, 0);
    std::vector<Entry> entries_;
    std::string letters_;
};

/// Korean endings and particles: whatever of a list a word of Hangul may end with, found from its last syllable backwards, so that
/// most words cost one look.
template <class Value>
class EndingMap {
public:
    /// `ending` is whole syllables.
    Value& operator[](std::string_view ending) {
        for (std::size_t size = syllable; size < ending.size(); size += syllable) {
            map_[ending.substr(ending.size() - size)].goes_on = true;
        }
        auto& node = map_[ending];
        node.is_ending = true;
        return node.value;
    }

    const Value* find(std::string_view ending) const {
        const auto* node = map_.find(ending);
        return node != nullptr && node->is_ending ? &node->value : nullptr;
    }

    /// Calls `use` with the size in bytes and the value of every listed ending of `word`, the shortest first.
    template <class Use>
    void each(std::string_view word, const Use& use) const {
        for (std::size_t size = syllable; size <= word.size(); size += syllable) {
            const auto* node = map_.find(word.substr(word.size() - size));
            if (node == nullptr) {
                return;
            }
            if (node->is_ending) {
                use(size, node->value);
            }
            if (!node->goes_on) {
                return;
            }
        }
    }

private:
    static constexpr std::size_t syllable = 3; // bytes

    struct Node {
        Value value{};
        bool is_ending = false;
        bool goes_on = false; ///< longer endings end with this one
    };
    WordMap<Node> map_;
};

} // namespace jokbo
