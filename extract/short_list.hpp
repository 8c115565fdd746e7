#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <type_traits>
#include <utility>

namespace jokbo {

/// A vector of plain values that holds the first few in place: a sentence has dozens of lists, and nearly all have one member.
template <class T, std::uint32_t in_place>
class ShortList {
    static_assert(std::is_trivially_copyable_v<T> && in_place > 0);

public:
    using value_type = T;
    using iterator = T*;
    using const_iterator = const T*;

    ShortList() = default;
    ShortList(std::initializer_list<T> values) : ShortList(values.begin(), values.end()) {}
    template <class Iterator>
    ShortList(Iterator from, Iterator to) {
        insert(end(), from, to);
    }
    ShortList(const ShortList& other) : ShortList(other.begin(), other.end()) {}
    ShortList(ShortList&& other) noexcept { swap(other); }
    ShortList& operator=(ShortList other) noexcept {
        swap(other);
        return *this;
    }
    ~ShortList() = default;

    T* begin() { return many_ ? many_.get() : few_; }
    T* end() { return begin() + size_; }
    const T* begin() const { return many_ ? many_.get() : few_; }
    const T* end() const { return begin() + size_; }
    std::uint32_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    T& operator[](std::size_t i) { return begin()[i]; }
    const T& operator[](std::size_t i) const { return begin()[i]; }
    T& front() { return *begin(); }
    const T& front() const { return *begin(); }
    T& back() { return end()[-1]; }
    const T& back() const { return end()[-1]; }

    void clear() { size_ = 0; }
    void push_back(T value) {
        reserve(size_ + 1);
        begin()[size_++] = value;
    }
    void insert(const T* before, T value) { insert(before, &value, &value + 1); }
    /// The values are no part of this list.
    template <class Iterator>
    void insert(const T* before, Iterator from, Iterator to) {
        const auto at = before - begin();
        const auto old = size_;
        for (; from != to; ++from) {
            push_back(*from);
        }
        std::rotate(begin() + at, begin() + old, end());
    }
    void erase(const T* from, const T* to) {
        std::copy(to, std::as_const(*this).end(), begin() + (from - begin()));
        size_ -= static_cast<std::uint32_t>(to - from);
    }
    friend bool operator==(const ShortList& a, const ShortList& b) { return std::ranges::equal(a, b); }

private:
    void reserve(std::uint32_t wanted) {
        if (wanted > capacity_) {
            capacity_ *= 2;
            auto more = std::make_unique<T[]>(capacity_);
            std::copy(begin(), end(), more.get());
            many_ = std::move(more);
        }
    }
    void swap(ShortList& other) noexcept {
        std::swap(few_, other.few_);
        std::swap(many_, other.many_);
        std::swap(size_, other.size_);
        std::swap(capacity_, other.capacity_);
    }

    T few_[in_place] = {};
    std::unique_ptr<T[]> many_; ///< all of them, where they are more
    std::uint32_t size_ = 0;
    std::uint32_t capacity_ = in_place;
};

template <class T, std::uint32_t in_place, class Drop>
void erase_if(ShortList<T, in_place>& list, const Drop& drop) {
    const auto* const end = list.end();
    list.erase(std::remove_if(list.begin(), list.end(), drop), end);
}

} // namespace jokbo
