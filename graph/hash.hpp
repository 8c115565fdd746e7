#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace jokbo {

/// A 64-bit hash that is the same on every machine and in every version of the program: keys are made of it.
std::uint64_t stable_hash(std::string_view bytes, std::uint64_t seed = 0);

/// Hashes a list of fields so that ("ab", "c") and ("a", "bc") differ.
class FieldHash {
public:
    FieldHash& operator()(std::string_view field);
    FieldHash& operator()(std::uint64_t number);
    std::uint64_t value() const { return state_; }
    /// 16 hexadecimal digits.
    std::string text() const;

private:
    std::uint64_t state_ = 0;
};

std::string hexadecimal(std::uint64_t number);

} // namespace jokbo
