#include "cli/run.hpp"

#include <iostream>

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    const std::vector<std::string> words(argv + 1, argv + argc);
    return static_cast<int>(
        jokbo::cli::run(words, {std::cin, std::cout, std::cerr}, jokbo::cli::Terminal::of_process()));
}
