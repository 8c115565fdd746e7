#pragma once

#include <algorithm>
#include <cstddef>
#include <streambuf>

namespace jokbo::tests {

/// Takes so many bytes and no more, as a disk that fills up.
class FullAfter : public std::streambuf {
public:
    explicit FullAfter(std::size_t bytes) : left_(bytes) {}

protected:
    int_type overflow(int_type c) override {
        if (left_ == 0) {
            return traits_type::eof();
        }
        --left_;
        return traits_type::not_eof(c);
    }
    std::streamsize xsputn(const char*, std::streamsize count) override {
        const auto taken = std::min(count, static_cast<std::streamsize>(left_));
        left_ -= static_cast<std::size_t>(taken);
        return taken;
    }

private:
    std::size_t left_;
};

} // namespace jokbo::tests
