#include "cli/run.hpp"

#include <csignal>
#include <iostream>

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    // A file that may not grow is an error like a full disk, told in words.
    std::signal(SIGXFSZ, SIG_IGN);
    const std::vector<std::string> words(argv + 1, argv + argc);
    return static_cast<int>(
        jokbo::cli::run(words, {std::cin, std::cout, std::cerr}, jokbo::cli::Terminal::of_process()));
}
