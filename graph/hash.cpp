#include "graph/hash.hpp"

#include <fmt/format.h>

#include <bit>
#include <cstring>

namespace jokbo {

namespace {

/// MurmurHash64A by Austin Appleby (public domain), reading eight bytes at a time in little-endian order.
constexpr std::uint64_t multiplier = 0xc6a4a7935bd1e995ULL;

std::uint64_t little_endian(std::string_view bytes) {
    std::uint64_t number = 0;
    if constexpr (std::endian::native == std::endian::little) {
        std::memcpy(&number, bytes.data(), bytes.size());
        return number;
    }
    for (std::size_t i = bytes.size(); i-- > 0;) {
        number = number << 8U | static_cast<unsigned char>(bytes[i]);
    }
    return number;
}

} // namespace

std::uint64_t stable_hash(std::string_view bytes, std::uint64_t seed) {
    std::uint64_t hash = seed ^ (bytes.size() * multiplier);
    while (bytes.size() >= 8) {
        std::uint64_t part = little_endian(bytes.substr(0, 8)) * multiplier;
        part ^= part >> 47U;
        hash = (hash ^ part * multiplier) * multiplier;
        bytes.remove_prefix(8);
    }
    if (!bytes.empty()) {
        hash = (hash ^ little_endian(bytes)) * multiplier;
    }
    hash ^= hash >> 47U;
    hash *= multiplier;
    return hash ^ hash >> 47U;
}

FieldHash& FieldHash::operator()(std::string_view field) {
    state_ = stable_hash(field, state_ + 0x9E3779B97F4A7C15ULL);
    return *this;
}

FieldHash& FieldHash::operator()(std::uint64_t number) {
    const auto byte = [&](unsigned i) { return static_cast<char>(number >> (8 * i) & 0xFFU); };
    const char bytes[8] = {byte(0), byte(1), byte(2), byte(3), byte(4), byte(5), byte(6), byte(7)};
    return (*this)(std::string_view(bytes, 8));
}

std::string FieldHash::text() const { return hexadecimal(state_); }

std::string hexadecimal(std::uint64_t number) { return fmt::format("{:016x}", number); }

} // namespace jokbo
